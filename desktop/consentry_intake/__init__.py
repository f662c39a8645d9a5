"""Everything that reads untrusted bytes: spreadsheets, images, limits."""
