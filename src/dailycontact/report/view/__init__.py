"""The results on the screen."""
