"""What goes into a report, and what may be read by whom: pure decisions."""
