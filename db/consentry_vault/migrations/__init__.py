"""How a vault of an older version becomes one of this version, a step at a time."""
