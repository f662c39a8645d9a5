"""The demo: the whole job on two public-domain portraits (or one's own photos), in a temporary vault."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from consentry.services import (
    channels,
    checking,
    deciding,
    demo_photos,
    events,
    photos,
    portraits,
    roster_import,
    vaults,
)
from consentry.services.operation import Handle, Operation
from consentry.services.session import Session
from consentry.services.views import PhotoView
from consentry_policy.channels import ChannelKind
from consentry_policy.events import EventKind
from consentry_policy.facts import Attestation
from consentry_policy.recognise import Matching

CHANNEL = "Facebook"
AT_THE_GAME = "10-at-the-game.jpg"


@dataclass(frozen=True, slots=True)
class DemoParts:
    """One's own photos in place of the demo's."""

    photos: Path
    portraits: Path
    roster: Path


@dataclass(slots=True)
class DemoReport:
    """The open session (the caller closes it) and every photo's verdict."""

    session: Session
    photos: list[PhotoView]


def run(folder: Path, own: DemoParts | None = None) -> Operation[DemoReport]:
    """Do the main job below ``folder``. Raises MendableError; then nothing stays open."""

    def work(handle: Handle) -> DemoReport:
        parts = own
        if parts is None:
            school = demo_photos.make_school(folder / "school")
            parts = DemoParts(school.photos, school.portraits, school.roster)
        passphrase = secrets.token_urlsafe(18)  # the vault is thrown away with the demo
        session = vaults.create(folder / "vault", passphrase, "Demo designee", Matching.EVERYONE.value)
        try:
            views = _main_job(session, handle, parts, with_event=own is None)
        except BaseException:
            session.close()
            raise
        return DemoReport(session, views)

    return Operation(work)


def _main_job(session: Session, handle: Handle, parts: DemoParts, *, with_event: bool) -> list[PhotoView]:
    channels.add(session, CHANNEL, ChannelKind.SOCIAL, "Demo designee")
    choices = roster_import.ImportChoices("the demo's own sheet", None)
    roster_import.commit(session, roster_import.plan(session, parts.roster, choices).run(handle))
    portraits.enrol(session, parts.portraits).run(handle)
    report = checking.check(session, [parts.photos], [CHANNEL]).run(handle)
    if with_event:
        _confirm_the_game(session, report.photos)
    return photos.views(session, report.batch, CHANNEL)


def _confirm_the_game(session: Session, views: list[PhotoView]) -> None:
    """A game on record, and a person's word that one photo was taken in its public arena."""
    game = events.add(session, "Homecoming game", EventKind.SPORT, session.today, "Demo designee", [CHANNEL])
    at_the_game = [view.id for view in views if view.file_name == AT_THE_GAME]
    deciding.join_event(session, at_the_game, game.id, "demo")
    deciding.attest(session, at_the_game, Attestation.IN_ARENA, CHANNEL, "demo: taken from the stands")
