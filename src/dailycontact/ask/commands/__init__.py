"""A file for each command of this step, and the conversation that `log` holds in a terminal."""
