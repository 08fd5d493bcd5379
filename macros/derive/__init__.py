"""What follows from the model, computed by pure functions: nothing here reads or writes anything."""
