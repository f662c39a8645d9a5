"""Engines: find, align, embed, match, calibrate; no Qt, no database."""
