"""What is written after a call, and when an answer is corrected."""
