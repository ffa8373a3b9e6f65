"""What was logged, kept and corrected, and what happens next."""
