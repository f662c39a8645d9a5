"""Images from outside: what they are, whether they are whole, their pixels, and the copies made of them."""
