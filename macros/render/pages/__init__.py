"""The kinds of pages, a module each, found by being here.

A module gives `KIND`, `SCOPE` (`rulebook`, `handbook`, or `block` for a part of a hand-written
page), `PATH` (with `{id}` where there is a page for each thing, and then `entries(rulebook)`),
`ORDER` in the navigation, perhaps `UNDER`, and `view(desk, entry)`. Its template bears its name.
"""
