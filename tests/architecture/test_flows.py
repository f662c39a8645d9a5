"""The page of flows is true: each command, each service and each test that it names is there."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
from typer.main import get_command

from consentry.cli import build

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in (ROOT / "docs" / "flows.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith("| flow")
]


def quoted(cell: str) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`]+)`", cell)


def names_below(folder: str) -> set[str]:
    """The names of all tests below a folder of tests."""
    files = (ROOT / "tests" / folder).rglob("test_*.py")
    return {
        name for file in files for name in re.findall(r"^def (test_\w+)", file.read_text("utf-8"), re.MULTILINE)
    }


def commands() -> set[str]:
    """Every command with the groups before it."""

    def below(command: object, path: tuple[str, ...]) -> set[str]:
        inner = getattr(command, "commands", None)
        if inner is None:
            return {" ".join(path)}
        return {found for name, one in inner.items() for found in below(one, (*path, name))}

    return below(get_command(build(lambda *_, **__: 0)), ())


def test_every_flow_has_a_command_and_a_place_with_a_test_of_each() -> None:
    assert len(ROWS) > 25
    assert {len(row) for row in ROWS} == {6}
    for row in ROWS:
        assert quoted(row[3]), f"no test by command: {row[0]}"
        assert row[4], f"no place in the window: {row[0]}"
        assert quoted(row[5]), f"no test in the window: {row[0]}"


def test_the_commands_named_are_there() -> None:
    known = commands()
    assert {name for row in ROWS for name in quoted(row[2])} <= known


def test_the_tests_named_are_there_on_the_side_they_are_said_of() -> None:
    assert {name for row in ROWS for name in quoted(row[3])} <= names_below("cli")
    assert {name for row in ROWS for name in quoted(row[5])} <= names_below("ui")


@pytest.mark.parametrize("name", sorted({name for row in ROWS for name in quoted(row[1])}))
def test_the_services_named_are_there(name: str) -> None:
    module, _, verb = name.partition(".")
    found = importlib.import_module(f"consentry.services.{module}")
    assert not verb or callable(getattr(found, verb))
