"""Helpers of the make targets.

All but `pictures` use the standard library alone: they run before anything is installed.
"""
