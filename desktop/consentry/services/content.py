"""A file's bytes, read once, within the limit; what is no plain file is refused."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from consentry_intake import limits
from consentry_policy.errors import MendableError


class UnreadableError(MendableError):
    """The bytes cannot be had; one sentence without the file's name."""

    def __init__(self, why: str, then: str) -> None:
        super().__init__(f"The file could not be read: {why}; {then}.")
        self.why, self.then = why, then


def read_content(content: bytes | Path) -> bytes:
    """The bytes themselves. Raises UnreadableError."""
    if isinstance(content, bytes):
        return content
    try:
        # Without O_NONBLOCK opening a pipe that someone named photo.jpg would wait for ever.
        handle = os.open(content, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise UnreadableError("it is no ordinary file", "take it out of the selection")
            untrusted = file.read(limits.IMAGE_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableError("the file is not there any more", "put it back and check again") from error
    except PermissionError as error:
        raise UnreadableError(
            "the file may not be read", "ask for the right to read it and check again"
        ) from error
    except OSError as error:
        raise UnreadableError("the file cannot be read", "copy it to this machine and check again") from error
    if len(untrusted) > limits.IMAGE_BYTES:
        raise UnreadableError(
            f"the file has more than {limits.IMAGE_BYTES // limits.MIB} MB", "save a smaller JPEG and check that"
        )
    return untrusted
