"""Runs the command line in this process, as a user types it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import Result
from typer.testing import CliRunner

from consentry.cli import build


def consentry(*args: str | Path) -> Result:
    """One command; its exit code and output."""

    def no_window(*_: object, **__: object) -> int:
        raise AssertionError("a command opened the window")

    return CliRunner().invoke(build(no_window), [str(a) for a in args], catch_exceptions=False)


def records(result: Result) -> list[dict[str, Any]]:
    """The JSON Lines of a command."""
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith(("{", "["))]
