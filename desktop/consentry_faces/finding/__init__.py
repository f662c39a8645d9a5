"""Finding faces: a pyramid of passes, rolled passes, one merge, and a second look at what is barely a face."""
