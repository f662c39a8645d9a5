"""The engine in the settings: what there is to choose, what each means, and a change that asks once."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from office import Office, choose

from consentry.services import settings
from consentry.ui.pages.settings import SettingsPage
from own_model import OWN_MODEL, make_own_model


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = make_own_model(tmp_path / "models")
    monkeypatch.setenv("CONSENTRY_MODELS", str(folder))
    return folder


@pytest.fixture
def page(office: Office, models: Path) -> SettingsPage:
    shown = office.show(SettingsPage(office.context))
    shown.resize(1000, 5000)  # no card is scrolled away
    return shown


def offered(page: SettingsPage) -> list[str]:
    box = page.engine.engine
    return [box.itemText(row) for row in range(box.count())]


def test_the_engines_of_this_computer_are_offered_with_what_they_mean(office: Office, page: SettingsPage) -> None:
    card = page.engine
    dlib = ["face_recognition"] if importlib.util.find_spec("dlib") is not None else []
    assert offered(page) == ["standard", *dlib, OWN_MODEL]
    assert card.engine.currentData() == "standard"
    assert "nearly everyone" in card.note.text()
    assert card.cost.isHidden()
    assert not card.change_button.isEnabled()
    choose(card.engine, OWN_MODEL)
    assert "licence: MIT; from: me" in card.note.text()
    assert "Nobody is identified by it without a person" in card.note.text()
    assert "checked again" in card.cost.text()
    assert card.cost.isVisible()
    if dlib:
        choose(card.engine, "face_recognition")
        assert "fewer than half" in card.note.text()


def test_a_change_of_engine_says_what_it_costs_and_asks_once(office: Office, page: SettingsPage) -> None:
    card = page.engine
    wanted: list[str] = []
    office.context.bridge.page_wanted.connect(wanted.append)
    choose(card.engine, OWN_MODEL)
    office.click(card.change_button)
    assert "Nobody is recognised until" in page.message.text
    assert settings.view(office.session).engine == "standard", "one click alone changes nothing"
    office.click(page.message.action)
    assert settings.view(office.session).engine == office.session.engine_name == OWN_MODEL
    assert card.now.text() == f"Engine: {OWN_MODEL}"
    assert not card.change_button.isEnabled()
    assert "enrol the portraits" in page.message.text
    office.click(page.message.action)
    assert wanted == ["roster"]


def test_long_notes_squeeze_no_card_in_a_usual_window(office: Office, page: SettingsPage) -> None:
    page.resize(1280, 860)
    choose(page.engine.engine, OWN_MODEL)
    office.settle()
    for part in (page.matching, page.engine, page.retention, page.access, page.users):
        assert part.height() >= part.heightForWidth(part.width()), type(part).__name__


def test_a_model_folder_that_nobody_understands_is_told_in_place(office: Office, models: Path) -> None:
    (models / "manifest.toml").write_text("this is no manifest", encoding="utf-8")
    page = office.show(SettingsPage(office.context))
    assert "manifest.toml of the model folder" in page.message.text
    assert not page.engine.change_button.isEnabled()
    assert page.matching.now.text(), "the other cards are there"


def test_a_vault_whose_model_is_gone_says_so_and_can_go_back(office: Office, models: Path) -> None:
    settings.set_engine(office.session, OWN_MODEL)
    (models / "manifest.toml").unlink()
    page = office.show(SettingsPage(office.context))
    page.resize(1000, 5000)
    card = page.engine
    assert card.now.text() == f"Engine: {OWN_MODEL}"
    assert "not in the model folder" in card.note.text()
    assert not card.change_button.isEnabled()
    choose(card.engine, "standard")
    office.click(card.change_button)
    office.click(page.message.action)
    assert settings.view(office.session).engine == "standard"


def test_only_the_designee_changes_the_engine(reviewers_office: Office, models: Path) -> None:
    page = reviewers_office.show(SettingsPage(reviewers_office.context))
    page.resize(1000, 5000)
    choose(page.engine.engine, OWN_MODEL)
    reviewers_office.click(page.engine.change_button)
    reviewers_office.click(page.message.action)
    assert "role" in page.message.text
    assert settings.view(reviewers_office.session).engine == "standard"
