"""What all commands share: the vault and its passphrase, output for people or programs, and exit codes.

Exit codes: 0 done, 1 something is held or blocked, 2 refused with one clear sentence.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress as Bar
from rich.table import Table
from rich.text import Text

from consentry.services import vaults
from consentry.services.operation import Changes, Handle, Operation, Progress
from consentry.services.paths import shown
from consentry.services.session import Session
from consentry_policy.channels import Condition
from consentry_policy.errors import MendableError

DONE, HELD, REFUSED = 0, 1, 2

VaultOption = Annotated[Path, typer.Option("--vault", help="The vault's folder.", show_default=False)]
PassphraseOption = Annotated[
    Path | None,
    typer.Option("--passphrase-file", help="A file whose first line is the passphrase; without it you are asked."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
AuthorisedByOption = Annotated[
    str, typer.Option("--authorised-by", help="The Superintendent or designee who authorised it.")
]
WhyOption = Annotated[str, typer.Option("--why", help="Why; kept with the decision.")]

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)


_WHOLE = frozenset({"Id", "Task", "Record", "Import", "Entry", "Number"})  # typed again, so never broken in two


class Listing:
    """A table that cuts nothing off and prints each cell as it is: brackets are no colours, and no control
    character of a name reaches the terminal. ``empty`` is said where there is no row.
    """

    def __init__(self, *headers: str, empty: str = "", title: str | None = None) -> None:
        self.table = Table(title=Text(shown(title)) if title else None, title_justify="left")
        self.empty = empty
        for header in headers:
            self.column(header)

    def column(self, header: str, *, at_least: int | None = None, at_most: int | None = None) -> None:
        """One more column, its width in characters."""
        whole = header in _WHOLE
        self.table.add_column(header, overflow="fold", no_wrap=whole, min_width=at_least, max_width=at_most)

    def row(self, *cells: str) -> None:
        """One more row."""
        self.table.add_row(*(Text(shown(cell)) for cell in cells))

    def show(self) -> None:
        """Print it."""
        if self.empty and not self.table.row_count:
            console.print(self.empty, markup=False, soft_wrap=True)
        else:
            console.print(self.table)


@dataclass(slots=True)
class Output:
    """Where a command writes: a table for people, or JSON for programs."""

    as_json: bool
    changes: list[str] = field(default_factory=list)  # what the command did to verdicts, as the services told it

    def heard(self, changes: Changes) -> None:
        """Remember what a change did to verdicts."""
        self.changes += map(str, changes.sentences)

    def say_changes(self) -> None:
        """Tell a person what became of photos that were judged before."""
        for sentence in self.changes:
            self.say(f"{sentence}.")

    def value(self, value: object) -> None:
        """One JSON document; nothing where a person reads."""
        if self.as_json:
            typer.echo(json.dumps(value, ensure_ascii=False, default=str))

    def say(self, text: str) -> None:
        """A line for people."""
        if not self.as_json:
            console.print(shown(text), markup=False, soft_wrap=True)


def many(number: int, one: str, more: str | None = None) -> str:
    """A number with its word: "1 photo", "2 photos", "3 copies"."""
    return f"{number} {one if number == 1 else more or f'{one}s'}"


def refuse(error: Exception, *, as_json: bool) -> typer.Exit:
    """Say the one sentence and end with 2."""
    if as_json:
        typer.echo(json.dumps({"error": str(error)}, ensure_ascii=False))
    else:
        errors.print(shown(str(error)), markup=False, soft_wrap=True)
    return typer.Exit(REFUSED)


@contextmanager
def refusing(*, as_json: bool) -> Iterator[Output]:
    """Turn what the user can mend into one sentence and exit code 2."""
    try:
        yield Output(as_json)
    except MendableError as error:
        raise refuse(error, as_json=as_json) from None


def read_passphrase(
    file: Path | None, *, confirm: bool = False, prompt: str = "Passphrase", option: str = "--passphrase-file"
) -> str:
    """From the file's first line, or from a prompt that does not echo. Raises MendableError."""
    if file is not None:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            raise MendableError(
                "The passphrase file cannot be read; give a text file whose first line is the passphrase."
            ) from None
        if not lines or not lines[0]:
            raise MendableError("The passphrase file is empty; put the passphrase on its first line.")
        return lines[0]
    if not sys.stdin.isatty():
        raise MendableError(f"There is nobody to ask for the passphrase; give it with {option}.")
    asked: str = typer.prompt(prompt, hide_input=True, confirmation_prompt=confirm)
    return asked


@contextmanager
def unlocked(vault: Path, passphrase_file: Path | None, *, as_json: bool) -> Iterator[tuple[Session, Output]]:
    """The session of an unlocked vault, closed whatever happens."""
    with (
        refusing(as_json=as_json) as output,
        vaults.unlock(vault, read_passphrase(passphrase_file)) as session,
    ):
        session.changed.connect(output.heard)
        yield session, output


def run_with_bar(operation: Operation[Any], output: Output, on_item: Callable[[Any], None] | None = None) -> Any:
    """Run a long verb; a person sees a bar on standard error, Ctrl+C stops it at a safe point."""
    handle = Handle(on_item=on_item or (lambda _: None))
    if output.as_json or not errors.is_terminal:
        return _interruptible(operation, handle)
    with Bar(console=errors, transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(progress: Progress) -> None:
            bar.update(task, total=progress.total or None, completed=progress.done, description=progress.doing)

        handle.on_progress = show
        return _interruptible(operation, handle)


def _interruptible(operation: Operation[Any], handle: Handle) -> Any:
    import signal
    import threading

    if threading.current_thread() is not threading.main_thread():
        return operation.run(handle)
    before = signal.signal(signal.SIGINT, lambda *_: handle.cancel())
    try:
        return operation.run(handle)
    finally:
        signal.signal(signal.SIGINT, before)


def a_file(path: Path, what: str) -> Path:
    """A file that the user named, ``what`` it is to be. Raises MendableError where it is none or a folder; any
    other trouble is told by whoever reads it.
    """
    try:
        if path.is_dir():
            raise MendableError(f"That {what} is a folder; give the file in it.")
        if not path.exists():
            raise MendableError(f"There is no {what} of that name; check its name and the folder it is in.")
    except OSError:
        return path
    return path


def parse_day(text: str | None) -> date | None:
    """A day as YYYY-MM-DD. Raises MendableError."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise MendableError(f"{text!r} is not a day; write it as YYYY-MM-DD.") from None


def parse_time(text: str | None) -> str | None:
    """A wall-clock time as HH:MM. Raises MendableError."""
    try:
        return None if text is None else time.fromisoformat(text).strftime("%H:%M")
    except ValueError:
        raise MendableError(f"{text!r} is not a time; write it as HH:MM.") from None


def parse_conditions(text: str) -> frozenset[Condition]:
    """Conditions parted by commas. Raises MendableError for one there is not."""
    try:
        return frozenset(Condition(part.strip().casefold()) for part in text.split(",") if part.strip())
    except ValueError:
        raise MendableError(f"A condition is one of: {', '.join(Condition)}; write those you mean.") from None


def parse_names(text: str) -> frozenset[str] | None:
    """Names parted by commas; None for "all"."""
    if text.strip().casefold() == "all":
        return None
    return frozenset(part.strip() for part in text.split(",") if part.strip())
