"""What programs read: the handbook written in formats of others, from the same model as the pages."""
