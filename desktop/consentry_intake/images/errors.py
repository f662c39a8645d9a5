"""Why an image could not be checked: one sentence with the next step, never a name or a path."""

from __future__ import annotations

from consentry_policy.errors import MendableError


class PhotoError(MendableError):
    """The image cannot be checked whole; the photo is held."""

    def __init__(self, why: str, then: str) -> None:
        super().__init__(f"This photo could not be checked: {why}; {then}.")


def damaged(where: str) -> PhotoError:
    """The file is cut short or altered; ``where`` says in a few words what does not fit."""
    return PhotoError(f"the file is damaged ({where})", "take it from the camera or its source again")


def unsupported(what: str) -> PhotoError:
    """The file is not one of the formats on the list, or uses a part of one that cannot be decoded; ``what``
    says.
    """
    return PhotoError(
        f"it is not a photo this program can check ({what})", "save it as JPEG or PNG and check that"
    )


def too_large(what: str) -> PhotoError:
    """A limit is passed; ``what`` says which."""
    return PhotoError(f"it is too large ({what})", "save a smaller JPEG and check that")
