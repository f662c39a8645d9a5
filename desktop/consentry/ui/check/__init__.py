"""Check photos: drop, watch the verdicts come, review faces, look at the contact sheet, release."""

from consentry.ui.check.page import CheckPage

__all__ = ["CheckPage"]
