"""The only door to MkDocs: generated pages, navigation, and files written after the build."""
