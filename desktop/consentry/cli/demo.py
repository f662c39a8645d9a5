"""`demo`: the whole job on two public-domain portraits, then the window."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from consentry.cli.common import HELD, JsonOption, Output, refusing, run_with_bar
from consentry.cli.photos import as_record, show
from consentry.services import demo
from consentry.services.session import Session
from consentry_policy.errors import MendableError

OpenWindow = Callable[..., int]


def demo_command(open_window: OpenWindow) -> Callable[..., None]:
    """The command, with the function that opens the window."""

    def command(
        photos: Annotated[Path | None, typer.Option(help="Your own folder of photos.")] = None,
        portraits: Annotated[Path | None, typer.Option(help="Your own portraits, named by number.")] = None,
        roster: Annotated[Path | None, typer.Option(help="Your own consent sheet.")] = None,
        window: Annotated[bool, typer.Option(help="Open the window afterwards.")] = True,
        as_json: JsonOption = False,
    ) -> None:
        """Run the whole job into a temporary vault and show the verdicts; nothing is kept."""
        with refusing(as_json=as_json) as output, tempfile.TemporaryDirectory(prefix="consentry-demo-") as folder:
            report = run_with_bar(demo.run(Path(folder), _own(photos, portraits, roster)), output)
            with report.session as session:
                _tell(report, output)
                if window and not as_json:
                    _show_window(session, open_window, output)

    return command


def _own(photos: Path | None, portraits: Path | None, roster: Path | None) -> demo.DemoParts | None:
    if photos is None and portraits is None and roster is None:
        return None
    if photos is None or portraits is None or roster is None:
        raise MendableError("Your own photos need all three: --photos, --portraits and --roster.")
    return demo.DemoParts(photos, portraits, roster)


def _tell(report: demo.DemoReport, output: Output) -> None:
    if output.as_json:
        for view in report.photos:
            output.value(as_record(view))
    else:
        show(report.photos)


def _show_window(session: Session, open_window: OpenWindow, output: Output) -> None:
    try:
        code = open_window(None, session=session)
    except MendableError as error:  # no screen: the job itself is done and shown
        output.say(str(error))
        return
    if code:
        raise typer.Exit(HELD)
