"""The kinds of pages, a module each, found by being here.

A module gives `KIND`, `SCOPE` (`rulebook`, `handbook`, or `block` for a part of a hand-written
page), `PATH` (with `{id}` where there is a page for each thing, and then `entries(rulebook)`, or
`entries(explanations)` for the handbook's), `ORDER` in the navigation, perhaps `UNDER` (the kind of
page, or the hand-written page, it stands under) and `LISTED` (False for pages that the navigation
leaves out), and `view(desk, entry)`. Its template bears its name.
"""
