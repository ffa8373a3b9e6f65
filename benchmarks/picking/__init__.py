"""The rule of the pick, played through years of calls, and held against what it promises."""
