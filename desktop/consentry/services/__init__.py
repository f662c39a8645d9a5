"""The verbs: what a user does, as functions that return an operation or a result."""
