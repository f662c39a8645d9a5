"""Check photos: drop, watch the verdicts come, review faces, look at the contact sheet, release."""
