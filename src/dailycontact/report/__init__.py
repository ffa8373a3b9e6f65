"""Step 6 of the loop: look back on what customers said, and on what became of it."""
