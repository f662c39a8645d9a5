"""English plurals and Spanish: what is translated fits what is said, and what is not stays English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import sentences_said
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from consentry.services import log, photos
from consentry.services.matching import MATCHING_NOTES
from consentry.ui import language, said
from consentry.ui.language import read_messages
from consentry.ui.pages.unlock import UnlockForm
from consentry.ui.widgets.page import words
from consentry_policy import resources
from consentry_policy.people import Role
from consentry_policy.verdicts import Outcome


@pytest.mark.parametrize("code", ["en", "es"])
def test_every_translation_keeps_the_places_for_values(code: str) -> None:
    messages = read_messages(resources.read_text(f"translations/consentry_{code}.ts"))
    assert messages
    places = re.compile(r"\{\w*\}|%n")
    wrong = [
        (source, forms)
        for (_, source), forms in messages.items()
        if any(sorted(places.findall(form)) != sorted(places.findall(source)) for form in forms)
    ]
    assert wrong == []


def said_in_the_window() -> Iterator[tuple[str, str]]:
    """Every sentence in the window's code, with its context: the class of a `tr`, or what `translate` names."""

    def visit(node: ast.AST, context: str) -> Iterator[tuple[str, str]]:
        if isinstance(node, ast.ClassDef):
            context = node.name
        if isinstance(node, ast.Call):
            verb = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            words = [
                arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
            ]
            if verb == "tr" and words:
                yield context, words[0]
            elif verb == "translate" and len(words) > 1:
                yield words[0], words[1]
        for child in ast.iter_child_nodes(node):
            yield from visit(child, context)

    for file in sorted(Path(language.__file__).parent.rglob("*.py")):
        yield from visit(ast.parse(file.read_text(encoding="utf-8")), "")


def said_by_the_services() -> Iterator[tuple[str, str]]:
    """The fixed words of the services that the window shows, with the contexts of `consentry.ui.said`."""
    yield from (("Deed", words) for words in (*log.WORDS.values(), log.UNREADABLE))
    yield from (("Matching", words) for notes in MATCHING_NOTES.values() for words in notes)
    yield from (("Likeness", words) for words in photos.LIKENESS)
    yield from (("PersonRole", role.value) for role in Role)
    yield from (("ReasonName", words) for words in sentences_said.reason_names())
    yield from (("Sentence", words) for words in sentences_said.of_the_policy())
    yield from (("Sentence", words) for words in sentences_said.of_the_code())
    yield from (("Sentence", words) for words in sentences_said.of_the_errors())
    yield from (("Sentence", words) for words in sentences_said.of_the_files())
    yield from (("Sentence", words) for words in sentences_said.of_the_retention())


def test_every_deed_of_the_record_has_its_words() -> None:
    main = Path(log.__file__).parents[3]
    code = "".join(
        p.read_text(encoding="utf-8") for part in ("desktop", "db") for p in (main / part).rglob("*.py")
    )
    verbs = set(re.findall(r'audit\.append\(\s*"([a-z-]+)"', code))
    assert len(verbs) > 30
    assert sorted(verbs - log.WORDS.keys()) == []


def test_every_sentence_of_the_window_is_in_spanish_and_none_is_stale() -> None:
    said = {*said_in_the_window(), *said_by_the_services()}
    assert len(said) > 500
    spanish = read_messages(resources.read_text("translations/consentry_es.ts")).keys()
    assert sorted(said - spanish) == []
    assert sorted(spanish - said) == []
    english = read_messages(resources.read_text("translations/consentry_en.ts")).keys()
    assert sorted({(context, words) for context, words in said if "%n" in words} - english) == []


def test_the_window_speaks_spanish(qtbot: QtBot, spanish: None) -> None:
    form = UnlockForm()
    qtbot.addWidget(form)
    assert form.unlock_button.text() == "Abrir"
    form.ask()
    assert "carpeta de la bóveda" in form.message._text.text()
    from consentry.ui.widgets.verdict import verdict_word

    assert len({verdict_word(outcome) for outcome in Outcome}) == 4
    assert verdict_word(Outcome.BLOCKED) == "Bloqueada"
    assert said.deed("made the vault") == "creó la bóveda"
    assert said.matching("No face matching") == "Sin comparación de caras"
    assert said.likeness("very alike") == "muy parecida"
    assert said.person_role(Role.STUDENT) == "estudiante"


def test_what_has_no_translation_stays_english(spanish: None) -> None:
    assert QCoreApplication.translate("Verdict", "No such word") == "No such word"
    assert QCoreApplication.translate("NoSuchContext", "Blocked") == "Blocked"


def test_plurals_in_both_languages(qapp: QApplication, spanish: None) -> None:
    translate = QCoreApplication.translate
    assert translate("RosterList", "%n person(s)", "", 1) == "1 persona"
    assert translate("RosterList", "%n person(s)", "", 3) == "3 personas"
    assert language.install(qapp, "en") == "en"
    assert translate("RosterList", "%n person(s)", "", 1) == "1 person"
    assert translate("RosterList", "%n person(s)", "", 0) == "0 people"


def test_no_python_runs_when_qt_asks_for_a_translation(qapp: QApplication, spanish: None) -> None:
    # a translator in Python once made the window stand still: image readers ask while they hold a lock
    language.install(qapp, "en")
    assert {type(translator) for translator in qapp.findChildren(QTranslator)} == {QTranslator}


def test_an_unknown_language_is_english(qapp: QApplication) -> None:
    assert language.install(qapp, "xx") in language.LANGUAGES


def test_words_are_plain_text_whatever_they_hold(qtbot: QtBot) -> None:
    label = words("<b>O'Brien</b> & <img src=x>")
    qtbot.addWidget(label)
    assert label.text() == "<b>O'Brien</b> & <img src=x>"
    assert label.textFormat().name == "PlainText"
