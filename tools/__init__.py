"""Helpers of the make targets. Standard library only: they run before anything is installed."""
