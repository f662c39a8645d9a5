"""Generators of consent sheets as schools have them; every person in them is invented."""
