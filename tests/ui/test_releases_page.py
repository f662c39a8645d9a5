"""Releases on the screen, with a copy that was really released: its place, its verification, its takedown."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest
from office import Office
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from consentry.services import checking, portraits, releasing, roster, takedown
from consentry.ui.pages.releases import ReleasesPage
from consentry_policy.people import Role
from consentry_policy.records import Answer
from consentry_policy.verdicts import Outcome


def _grace_hopper() -> Path:
    found = importlib.util.find_spec("matplotlib")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "mpl-data" / "sample_data" / "grace_hopper.jpg"


@pytest.fixture
def released(office: Office) -> Path:
    """The folder of a release of one photo, of one co-worker who agreed."""
    session = office.session
    office.list_channel()
    person = roster.add_person(session, "W7", "Hopper", "Grace", frozenset({Role.CO_WORKER}))
    roster.set_consent(session, person, Answer.GRANT, None, None)
    folder = office.folder / "portraits"
    folder.mkdir()
    shutil.copy(_grace_hopper(), folder / "W7.jpg")
    portraits.enrol(session, folder).run()
    photo = shutil.copy(_grace_hopper(), office.folder / "candidate.jpg")
    report = checking.check(session, [Path(photo)], ["Instagram"]).run()
    assert report.photos[0].outcome is Outcome.CLEARED
    target = office.folder / "out"
    target.mkdir()
    done = releasing.release(session, [report.photos[0].id], "Instagram", target, allow_unseen=True).run()
    assert done.copies == 1
    office.settle()
    return Path(done.folder)


def _withdraw(office: Office) -> None:
    person = roster.people(office.session)[0]
    roster.set_consent(office.session, person.id, Answer.WITHDRAWAL, None, None)
    office.settle()


def test_a_release_is_listed_posted_verified_and_recalled(office: Office, released: Path) -> None:
    page = office.show(ReleasesPage(office.context))
    assert [(r.channel, r.copies, r.by) for r in page.model.rows] == [("Instagram", 1, office.session.user_name)]
    assert page.takedown.isHidden()

    office.click(page.note_button)
    assert "where this release was posted" in page.message.text
    office.type(page.place, "https://social.example/p/1")
    office.click(page.note_button)
    assert page.model.rows[0].places == ("https://social.example/p/1",)

    copy = next(released.glob("*.jpg"))
    page.verify(copy)
    office.settle()
    assert page.message.property("tone") == "done"

    _withdraw(office)
    assert page.takedown.isVisible(), "the page follows a withdrawal while it is shown"
    shown = [str(page.takedown.model.data(page.takedown.model.index(0, at))) for at in range(5)]
    assert shown[0] == copy.name
    assert shown[1:4] == ["Instagram", "consent was withdrawn", "W7"]
    assert "social.example" in shown[4]
    page.verify(copy)
    office.settle()
    assert page.message.property("tone") == "trouble"


def test_tasks_are_opened_and_closed_with_a_proof(office: Office, released: Path) -> None:
    page = office.show(ReleasesPage(office.context))
    office.type(page.place, "Yearbook, page 12")
    office.click(page.printed)
    office.click(page.note_button)
    assert not page.printed.isChecked(), "the next place is no print unless it is said"
    office.type(page.place, "https://social.example/p/1")
    office.click(page.note_button)
    _withdraw(office)
    assert page.tasks.isHidden()

    office.click(page.takedown.tasks_button)
    rows = [(t.place, t.recallable) for t in page.tasks.model.rows]
    assert rows == [("Yearbook, page 12", False), ("https://social.example/p/1", True)]
    said = [str(page.tasks.model.data(page.tasks.model.index(row, 3))) for row in range(2)]
    assert "print" in said[0]
    assert said[1] == "yes"
    office.click(page.takedown.tasks_button)
    assert "already" in page.message.text
    assert page.tasks.model.rowCount() == 2

    page.tasks.table.selectRow(1)
    office.click(page.tasks.close_button)
    assert page.message.property("tone") == "trouble", "nothing is closed without a proof"
    assert page.tasks.model.rowCount() == 2
    page.tasks.table.selectRow(1)
    office.type(page.tasks.proof, "the address answers 404")
    office.click(page.tasks.close_button)
    assert [t.place for t in page.tasks.model.rows] == ["Yearbook, page 12"]
    assert page.tasks.proof.text() == ""
    kept = [t.proof for t in takedown.tasks(office.session, everything=True) if t.done]
    assert kept == ["the address answers 404"]

    letter = office.folder / "letter.png"
    letter.write_bytes(b"\x89PNG\r\n\x1a\n an invented letter")
    page.tasks.attach(letter)
    office.type(page.tasks.proof, "none handed out any more")
    office.click(page.tasks.close_button)
    assert page.tasks.model.rowCount() == 0
    office.click(page.tasks.also_closed)
    proofs = {t.place: t.proof or "" for t in page.tasks.model.rows}
    assert proofs["https://social.example/p/1"] == "the address answers 404"
    assert proofs["Yearbook, page 12"].startswith("none handed out any more, scan ")
    assert not page.tasks.close_button.isEnabled(), "what is done is done"
    with office.session.vault.read() as unit:
        assert unit.scans.content(proofs["Yearbook, page 12"].rsplit(" ", 1)[1]) == letter.read_bytes()


def test_a_folder_is_searched_for_copies_that_must_come_down(office: Office, released: Path) -> None:
    page = office.show(ReleasesPage(office.context))
    website = office.folder / "website"
    website.mkdir()
    shutil.copy(next(released.glob("*.jpg")), website / "hero.jpg")
    page.search(website)
    office.settle()
    assert page.found.isHidden()
    assert page.message.property("tone") == "done"
    _withdraw(office)
    page.search(website)
    office.settle()
    assert [(hit.path.name, hit.exact) for hit in page.found.model.rows] == [("hero.jpg", True)]
    assert page.search_button.isEnabled()
    office.click(page.found.dismiss_button)
    assert page.found.isHidden()


def _drop(page: ReleasesPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, left, none)
    page.dragEnterEvent(entering)
    assert entering.isAccepted()
    page.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none))


def test_a_file_that_is_dropped_is_verified_and_a_folder_searched(office: Office, released: Path) -> None:
    page = office.show(ReleasesPage(office.context))
    copy = next(released.glob("*.jpg"))
    _drop(page, copy)
    office.settle()
    assert "may still be used" in page.message.text
    _withdraw(office)
    _drop(page, released)
    office.settle()
    assert [hit.path.name for hit in page.found.model.rows] == [copy.name]


def test_whether_a_copy_may_be_used_is_said_in_spanish(office: Office, released: Path, spanish: None) -> None:
    page = office.show(ReleasesPage(office.context))
    _drop(page, next(released.glob("*.jpg")))
    office.settle()
    assert page.message.text.startswith("Este archivo es una copia entregada para Instagram con fecha 20")
    assert page.message.text.endswith("hoy todavía se puede usar allí.")
    stranger = shutil.copy(_grace_hopper(), office.folder / "other.png")
    Path(stranger).write_bytes(b"no picture")
    _drop(page, Path(stranger))
    office.settle()
    assert "no se entregó desde esta bóveda" in page.message.text
    _withdraw(office)
    page.search(released)
    office.settle()
    why = [str(page.takedown.model.index(0, column).data()) for column in range(page.takedown.model.columnCount())]
    assert "se retiró el consentimiento" in why
    told = [page.found.model.index(0, column).data() for column in range(page.found.model.columnCount())]
    assert any(text.endswith("ya no se puede usar: retírela.") for text in told)
