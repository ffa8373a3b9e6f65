"""Step 5: tell the customer what became of what they said."""
