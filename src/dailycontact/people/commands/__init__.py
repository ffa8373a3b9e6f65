"""What can be said on the command line about people, a file for each thing."""
