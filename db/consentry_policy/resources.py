"""Where the data files lie: policies, the model manifest, styles, translations, icons."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PACKAGED = _HERE / "_resources"  # a wheel carries them beside the code
_CHECKOUT = _HERE.parents[1] / "resources"


def path(name: str) -> Path:
    """The path of the data file ``name`` ("policies/436.toml"). Raises FileNotFoundError where it is missing."""
    found = (_PACKAGED if _PACKAGED.is_dir() else _CHECKOUT) / name
    if not found.exists():
        raise FileNotFoundError(f"The program's data file {name} is missing; install Consentry again.")
    return found


def read_text(name: str) -> str:
    """The text of the data file ``name`` (UTF-8)."""
    return path(name).read_text(encoding="utf-8")
