"""What the morning decides: why this customer, in words; and how many days in a row."""
