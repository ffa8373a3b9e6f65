"""Step 4: do something about it."""
