"""New data from what a person knows: skeletons that load, in the right place, with what to fill in."""
