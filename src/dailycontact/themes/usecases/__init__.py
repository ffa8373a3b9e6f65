"""Themes made, named, parted and joined; and what they show."""
