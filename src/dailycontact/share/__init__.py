"""Step 3: tell the team."""
