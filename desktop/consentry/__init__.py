"""The desktop program: services, command line, window, and the child that decodes."""
