"""How an edition leaves the house: as mail, or into a channel; and the secrets that this takes."""
