"""Step 1: whose turn is it."""
