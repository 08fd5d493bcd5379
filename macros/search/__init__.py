"""The index of the search, made from the model: what can be found, and how its words may be written."""
