"""People on the screen and as documents, a file for each command."""
