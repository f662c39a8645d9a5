"""The child that decodes and analyses images: no vault code, no key."""
