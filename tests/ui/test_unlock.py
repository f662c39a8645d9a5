"""The gate: create a vault, unlock one, and every refusal in one sentence in place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from office import PASSPHRASE, click, settle, type_into
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from consentry.services import vaults
from consentry.services.session import Session
from consentry.ui.pages.gate import Gate
from consentry.ui.pages.passphrase import strength_hint
from consentry.ui.preferences import Preferences
from consentry.ui.runner import Runner


@pytest.fixture
def gate(qtbot: QtBot, preferences: Preferences) -> Iterator[Gate]:
    runner = Runner()
    gate = Gate(runner, preferences)
    qtbot.addWidget(gate)
    gate.resize(1000, 900)
    gate.show()
    yield gate
    assert runner.finish()


@pytest.fixture
def opened(gate: Gate) -> Iterator[list[Session]]:
    sessions: list[Session] = []
    gate.opened.connect(sessions.append)
    yield sessions
    for session in sessions:
        session.close()


def test_the_first_start_asks_to_create_and_later_ones_to_unlock(
    qtbot: QtBot, gate: Gate, preferences: Preferences, office_vault: Path
) -> None:
    gate.start()
    assert gate.create_form.isVisible()
    assert not gate.unlock.isVisible()
    preferences.remember_vault(office_vault)
    gate.start()
    assert gate.unlock.isVisible()
    assert gate.unlock.folder.path() == office_vault
    assert gate.unlock.passphrase.first.hasFocus()


def test_a_vault_is_created_with_clicks_and_keys_and_then_open(
    qtbot: QtBot, gate: Gate, opened: list[Session], tmp_path: Path
) -> None:
    gate.start()
    form = gate.create_form
    type_into(qtbot, form.user, "Dana Example")
    type_into(qtbot, form.passphrase.first, PASSPHRASE)
    assert form.passphrase.second is not None
    type_into(qtbot, form.passphrase.second, PASSPHRASE)
    type_into(qtbot, form.place.line, str(tmp_path))
    type_into(qtbot, form.name, "Our consents")
    click(qtbot, form.choices["refused-only"])
    with qtbot.waitSignal(gate.opened, timeout=30_000):
        click(qtbot, form.create_button)
    session = opened[0]
    assert (session.user_name, session.vault_name) == ("Dana Example", "Our consents")
    assert session.matching == "refused-only"
    assert form.passphrase.text() == ""
    assert (tmp_path / "Our consents").is_dir()


def test_the_create_form_says_what_is_missing_and_puts_the_cursor_there(
    qtbot: QtBot, gate: Gate, opened: list[Session], tmp_path: Path
) -> None:
    gate.start()
    form = gate.create_form
    second = form.passphrase.second
    assert second is not None

    def refused(word: str) -> None:
        click(qtbot, form.create_button)
        assert word in form.message.text
        assert form.message.isVisible()

    refused("your name")
    assert form.user.hasFocus()
    type_into(qtbot, form.user, "Dana Example")
    type_into(qtbot, form.passphrase.first, "short")
    refused("at least 12")
    type_into(qtbot, form.passphrase.first, PASSPHRASE)
    type_into(qtbot, second, PASSPHRASE + "s")
    refused("differ")
    assert second.hasFocus()
    type_into(qtbot, second, PASSPHRASE)
    type_into(qtbot, form.name, "../elsewhere")
    refused("simple name")
    type_into(qtbot, form.name, "Consents")
    refused("whether faces may be matched")
    click(qtbot, form.choices["off"])
    type_into(qtbot, form.place.line, str(tmp_path / "nowhere"))
    refused("folder that exists")
    assert opened == []


def test_each_gallery_mode_comes_with_its_note_on_the_law(gate: Gate) -> None:
    gate.start()
    assert set(gate.create_form.choices) == {"everyone", "refused-only", "off"}
    assert gate.create_form.matching.checkedButton() is None, "the law is not ours to presume"
    for key, (_title, note) in vaults.MATCHING_NOTES.items():
        assert gate.create_form.choices[key].accessibleDescription() == note


def test_unlocking_by_enter_opens_the_vault_and_forgets_what_was_typed(
    qtbot: QtBot, gate: Gate, opened: list[Session], preferences: Preferences, office_vault: Path
) -> None:
    gate.start(office_vault)
    type_into(qtbot, gate.unlock.passphrase.first, PASSPHRASE)
    with qtbot.waitSignal(gate.opened, timeout=30_000):
        qtbot.keyClick(gate.unlock.passphrase.first, Qt.Key.Key_Return)
    assert opened[0].user_name == "Dana Example"
    assert gate.unlock.passphrase.text() == ""
    assert preferences.recent_vaults() == [office_vault]


def test_a_wrong_passphrase_is_told_in_place_and_can_be_typed_again(
    qtbot: QtBot, gate: Gate, opened: list[Session], office_vault: Path
) -> None:
    gate.start(office_vault)
    type_into(qtbot, gate.unlock.passphrase.first, "not the one at all")
    click(qtbot, gate.unlock.unlock_button)
    qtbot.waitUntil(lambda: bool(gate.unlock.message.text), timeout=30_000)
    assert gate.unlock.message.property("tone") == "trouble"
    assert gate.unlock.passphrase.text() == ""
    assert gate.unlock.passphrase.first.hasFocus()
    type_into(qtbot, gate.unlock.passphrase.first, PASSPHRASE)
    with qtbot.waitSignal(gate.opened, timeout=30_000):
        click(qtbot, gate.unlock.unlock_button)


def test_a_folder_that_is_no_vault_is_told_apart_from_a_wrong_passphrase(
    qtbot: QtBot, gate: Gate, opened: list[Session], office_vault: Path, tmp_path: Path
) -> None:
    said = []
    for folder in (office_vault, tmp_path / "empty"):
        folder.mkdir(exist_ok=True)
        gate.start(folder)
        type_into(qtbot, gate.unlock.passphrase.first, "not the one at all")
        click(qtbot, gate.unlock.unlock_button)
        qtbot.waitUntil(lambda: bool(gate.unlock.message.text), timeout=30_000)
        said.append(gate.unlock.message.text)
        gate.unlock.message.clear()
    assert said[0] != said[1]


def test_nothing_can_be_pressed_twice_while_a_vault_is_opened(
    qtbot: QtBot, gate: Gate, opened: list[Session], office_vault: Path
) -> None:
    gate.start(office_vault)
    type_into(qtbot, gate.unlock.passphrase.first, PASSPHRASE)
    with qtbot.waitSignal(gate.opened, timeout=30_000):
        click(qtbot, gate.unlock.unlock_button)
        assert not gate.unlock.unlock_button.isEnabled()
        assert gate.unlock.busy.isVisible()
    settle(qtbot, gate._runner)
    assert len(opened) == 1
    assert gate.unlock.unlock_button.isEnabled()


def test_the_passphrase_is_hidden_until_it_is_asked_for(qtbot: QtBot, gate: Gate, office_vault: Path) -> None:
    gate.start(office_vault)
    field = gate.unlock.passphrase
    assert field.first.echoMode() is QLineEdit.EchoMode.Password
    click(qtbot, field.shown)
    assert field.first.echoMode() is QLineEdit.EchoMode.Normal
    field.clear()
    assert field.first.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("passphrase", "word"),
    [
        ("", ""),
        ("short", "Too short: 5 of at least 12"),
        ("aaaaaaaaaaaaaaaaaaaa", "Weak"),
        ("ababababababab", "Weak"),
        ("correct horse battery staple", "Strong"),
    ],
)
def test_the_strength_hint(passphrase: str, word: str) -> None:
    hint = strength_hint(passphrase)
    assert hint.startswith(word) if word else hint == ""
