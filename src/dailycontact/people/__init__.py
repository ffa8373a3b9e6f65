"""Customers and team: in, kept, and out again."""
