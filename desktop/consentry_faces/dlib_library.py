"""dlib, an optional library: there is none for Macs with Intel processors."""

from __future__ import annotations

from typing import Any

from consentry_policy.errors import MendableError


class EngineUnavailableError(MendableError):
    """An optional engine cannot run on this computer: one sentence with the next step."""


def load_dlib() -> Any:
    """The module dlib. Raises EngineUnavailableError where it is not installed."""
    try:
        import dlib
    except ImportError as error:
        raise EngineUnavailableError(
            "The engine face_recognition needs dlib, which is not installed on this computer; "
            "choose the engine standard."
        ) from error
    return dlib
