"""Phone one customer a day, act on the answer, and tell them what was done."""

__version__ = "0.1.0"
