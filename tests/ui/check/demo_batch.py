"""A vault with the demo's two people, a roster and a batch that was checked: made once, copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import cast

from office import PASSPHRASE, USER, Office
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

import consentry_vault as cv
from consentry.services import channels, checking, demo_photos, events, portraits, roster_import
from consentry.services.operation import Handle
from consentry.services.session import Session
from consentry.ui.check.page import CheckPage
from consentry_policy.channels import ChannelKind
from consentry_policy.events import EventKind

CHANNEL = "Yearbook"
ALONE, TOGETHER, REFUSED, NOBODY = "02-mirrored.jpg", "08-together.jpg", "09-refused-small.jpg", "11-nobody.jpg"
SMALL, BROKEN = "05-too-far-away.jpg", "12-broken.jpg"
PHOTOS = (ALONE, TOGETHER, REFUSED, NOBODY, SMALL, BROKEN)

_LEFT = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
_made: dict[str, Path] = {}


def school_of(folder: Path) -> Path:
    """A folder with the vault, its photos and a few more; made by the first test that asks."""
    if "school" not in _made:
        _made["school"] = _make(folder)
    return _made["school"]


def _make(folder: Path) -> Path:
    school = demo_photos.make_school(folder / "school")
    taken = folder / "taken"
    taken.mkdir()
    for name in PHOTOS:
        shutil.copy(school.photos / name, taken / name)
    with Session(cv.create(folder / "vault", PASSPHRASE, USER, matching="everyone", argon2=cv.FLOOR)) as session:
        channels.add(session, CHANNEL, ChannelKind.YEARBOOK, USER)
        choices = roster_import.ImportChoices("the office's shelf", None)
        roster_import.commit(session, roster_import.plan(session, school.roster, choices).run(Handle()))
        portraits.enrol(session, school.portraits).run()
        checking.check(session, [taken], [CHANNEL]).run()
        events.add(session, "Homecoming game", EventKind.SPORT, session.today, USER, [CHANNEL])
    return folder


def reopened(school: Office) -> CheckPage:
    """The page with the batch that was checked before, opened by key."""
    page: CheckPage = school.show(CheckPage(school.context))
    page.start.recent.setCurrentRow(0)
    school.qtbot.keyClick(page.start.recent, Qt.Key.Key_Return)
    school.settle()
    return page


def id_of(page: CheckPage, name: str) -> str:
    """The id of a photo on the page by its file name."""
    return next(photo.id for photo in page.batch.model.photos if photo.file_name == name)


def verdicts(page: CheckPage) -> dict[str, str]:
    """File names and verdicts as the grid shows them."""
    return {photo.file_name: photo.outcome.value for photo in page.batch.model.photos}


def drop(widget: QWidget, *paths: Path) -> None:
    """Drop files on a widget as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    app = cast(QApplication, QApplication.instance())
    centre, how = widget.rect().center(), (Qt.DropAction.CopyAction, data, *_LEFT)
    enter = QDragEnterEvent(centre, *how)
    app.sendEvent(widget, enter)
    assert enter.isAccepted(), "the widget takes no files"
    app.sendEvent(widget, QDropEvent(QPointF(centre), *how))
