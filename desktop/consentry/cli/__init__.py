"""The command line: one command a verb, the same services as the window."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from consentry.cli import (
    answers,
    decisions,
    disclosures,
    events,
    flags,
    lists,
    people,
    photos,
    release,
    reports,
    settings,
    sheets,
    upkeep,
    users,
    vault,
)
from consentry.cli.common import refusing
from consentry.cli.demo import OpenWindow, demo_command
from consentry.cli.plain import PlainGroup

sheets.register(people.app)
flags.register(people.app)
answers.register(people.app)


def build(open_window: OpenWindow) -> typer.Typer:
    """The whole command line. ``open_window`` shows the window, for a vault where one is given."""
    app = typer.Typer(
        name="consentry",
        cls=PlainGroup,
        help="Says of each school photo, before anyone posts it, whether everyone in it may appear.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,  # a traceback may show a name or a passphrase
    )
    app.command("init")(vault.init)
    app.add_typer(users.app, name="vault")
    app.add_typer(people.app, name="people")
    app.add_typer(lists.channel, name="channel")
    app.add_typer(events.event, name="event")
    app.command("check")(photos.check)
    app.command("decide")(decisions.decide)
    app.command("undo")(decisions.undo)
    app.command("seen")(release.seen)
    app.command("release")(release.release)
    app.add_typer(release.listing, name="releases")
    app.command("verify")(release.verify)
    app.add_typer(disclosures.app, name="disclosure")
    app.command("today")(upkeep.today_)
    app.command("report")(reports.report)
    app.add_typer(settings.app, name="settings")
    app.add_typer(settings.retention, name="retention")
    app.add_typer(upkeep.takedowns, name="takedown")
    app.add_typer(upkeep.audit, name="audit")
    app.add_typer(upkeep.backup, name="backup")
    app.command("doctor")(upkeep.doctor)
    app.command("demo")(demo_command(open_window))

    @app.command("open")
    def open_(
        folder: Annotated[Path | None, typer.Argument(metavar="VAULT", help="The vault's folder.")] = None,
    ) -> None:
        """Open the window."""
        with refusing(as_json=False):
            raise typer.Exit(open_window(folder))

    return app
