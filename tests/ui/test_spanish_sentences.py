"""What a window in Spanish shows of the services' and the policy's sentences is Spanish, every one of them."""

from __future__ import annotations

import ast
from dataclasses import replace

import pytest
import sentences_said
from photo_values import photo
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sentences_said import called, english_in

from consentry.services.child import Ended
from consentry.services.content import UnreadableError
from consentry.services.jobs import Subject
from consentry.services.views import ReasonView
from consentry.ui import language, said
from consentry.ui.check.filter_bar import FilterBar
from consentry.ui.check.reason_list import ReasonList
from consentry.ui.check.words import photo_sentence
from consentry.ui.language import read_messages
from consentry.ui.trouble import trouble_of
from consentry_faces.portrait import Problem
from consentry_intake.images.errors import damaged, too_large, unsupported
from consentry_policy import resources
from consentry_policy.clauses import ROWS
from consentry_policy.errors import MendableError
from consentry_policy.facts import ConsentState
from consentry_policy.sentences import Sentence, say
from consentry_policy.texts import load_policy
from consentry_policy.verdicts import Outcome


def view(code: str, state: ConsentState = ConsentState.REFUSED, *, known: bool = True) -> ReasonView:
    """A reason as the services make it, with or without a person and an event that are known."""
    policy = load_policy()
    values = {"channel": "Instagram", "state": policy.states[state]}
    values |= {"person": "Kim Larsen", "event": "Final"} if known else {}
    return ReasonView(
        code=code,
        row=ROWS[code],
        clause=policy.clauses[code].social if known else policy.clauses[code].other,
        outcome=Outcome.BLOCKED,
        text=policy.sentence(code, **values),
        plain="",
        advice=policy.next_step(code, **values),
        person=None,
        person_number=None,
        face=None,
    )


@pytest.mark.parametrize("known", [True, False])
def test_no_reason_no_next_step_and_no_clause_of_a_verdict_is_english(
    qtbot: QtBot, spanish: None, known: bool
) -> None:
    for code in ROWS:
        reason = view(code, known=known)
        shown = ReasonList()
        qtbot.addWidget(shown)
        held = replace(photo("p1"), reasons=(reason,))
        shown.show_photo(held)
        told = " ".join(label.text() for label in shown.findChildren(QLabel))
        assert english_in(told) == [], code
        assert english_in(photo_sentence(held)) == [], code
        for sentence in (reason.text, reason.advice):
            spanish_one = said.sentence(sentence)
            assert spanish_one in told
            assert spanish_one[0].isupper() or spanish_one[0] == "¿"
            assert spanish_one != str(sentence) or sentence.template == "{person} {state}."
            assert "{" not in spanish_one


def test_what_a_consent_is_stands_in_spanish_in_a_reason(spanish: None) -> None:
    told = {state: said.sentence(view("student", state).text) for state in ConsentState}
    assert told[ConsentState.REFUSED] == "Kim Larsen tiene una negativa registrada."
    assert len(set(told.values())) == len(ConsentState)
    assert [text for text in told.values() if english_in(text)] == []


def test_a_name_is_never_translated(spanish: None) -> None:
    # a channel that a district calls as one of our own words is called
    assert said.sentence(load_policy().sentence("channel-not-listed", channel="is protected")).startswith(
        "Is protected no está en la lista"
    )


def test_reasons_are_chosen_in_spanish(qtbot: QtBot, spanish: None) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.set_photos([replace(photo("p1"), reasons=tuple(view(code) for code in ROWS))])
    offered = {bar.reason.itemText(row) for row in range(bar.reason.count())}
    assert len(offered) == len(ROWS) + 1
    assert [text for text in offered if english_in(text)] == []
    assert offered & {"Cara desconocida"}


def test_every_sentence_with_values_is_written_where_it_is_said() -> None:
    # words from elsewhere would be looked for in vain when the translation is made
    calls = [node for module in sentences_said.modules() for node in ast.walk(module) if called(node) == "say"]
    assert len(calls) > 3
    assert [ast.unparse(call) for call in calls if not list(sentences_said.literals(call.args[0]))] == []


def test_no_error_of_the_vault_or_the_services_is_told_in_english(spanish: None) -> None:
    told = {words: trouble_of(MendableError(words)).sentence for words in sentences_said.of_the_errors()}
    assert len(told) > 150
    assert {words for words, text in told.items() if text == words or english_in(text)} == set()


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        (
            str(damaged("it is cut short")),
            "Esta foto no se pudo revisar: el archivo está dañado (está cortado); tómela",
        ),
        (str(too_large("more than 1000 frames")), "es demasiado grande (más de 1000 imágenes); guarde un JPEG"),
        (
            str(unsupported("camera raw")),
            "no es una foto que este programa pueda revisar (archivo RAW de cámara);",
        ),
        (str(UnreadableError("the file has more than 512 MB", "save a smaller JPEG and check that")), "512 MB;"),
        (Subject.SHEET.sentence(Ended.TIME.value), "Esta hoja no se pudo leer: tardó demasiado; guárdela"),
        (
            Subject.PHOTO.sentence("the program failed on it (ValueError at pixels.py:7)"),
            "(ValueError at pixels.py:7);",
        ),
    ],
)
def test_why_a_photo_could_not_be_checked_is_told_in_spanish_from_what_the_vault_keeps(
    qtbot: QtBot, spanish: None, kept: str, told: str
) -> None:
    held = replace(photo("p1"), error=kept, reasons=(view("not-checked"),))
    shown = ReasonList()
    qtbot.addWidget(shown)
    shown.show_photo(held)
    texts = " ".join(label.text() for label in shown.findChildren(QLabel))
    assert told in texts
    assert english_in(texts.replace("ValueError at", "")) == []
    assert trouble_of(MendableError(kept)).sentence in texts


def test_what_is_said_of_a_portrait_is_spanish_sentence_by_sentence(spanish: None) -> None:
    told = said.sentences(f"{Problem.SMALL} {Problem.BLURRED}")
    assert told.startswith("La cara es pequeña;")
    assert "La cara está borrosa;" in told
    assert english_in(told) == []
    assert said.sentence("Row 12 of the index names no picture or nobody.").startswith("La fila 12 de la lista")


def test_what_nobody_translated_stays_as_it_is(spanish: None) -> None:
    assert said.sentence("This photo could not be checked: a wholly new trouble; look at it.") == (
        "This photo could not be checked: a wholly new trouble; look at it."
    )


def test_no_error_is_filled_before_a_window_can_translate_it() -> None:
    left = {"roster_import.py"}  # a question is asked where it can be answered
    calls = list(sentences_said.error_calls())
    assert len(calls) > 150
    filled = {
        ast.unparse(call)
        for name, call in calls
        if name not in left and any(isinstance(node, ast.JoinedStr) for node in ast.walk(call.args[0]))
    }
    assert filled == set()


def test_an_error_with_values_is_said_in_the_language_of_the_window(spanish: None) -> None:
    known = load_policy().reasons["no-face"].text
    assert trouble_of(MendableError(known)).sentence == "No se encontró ninguna cara en esta foto."
    faces = say(
        "Clear in the copy, but nobody has answered for it: face {numbers}; say who it is, or that it is no face.",
        numbers="2, 3",
    )
    assert "cara 2, 3;" in trouble_of(MendableError(faces)).sentence
    assert str(MendableError(faces)) == str(faces)


def test_a_sentence_of_another_district_stays_as_it_wrote_it(spanish: None) -> None:
    assert said.sentence(Sentence("Ask {person}.", (("person", "Kim"),))) == "Ask Kim."


def test_no_translation_of_ours_holds_english() -> None:
    messages = read_messages(resources.read_text("translations/consentry_es.ts"))
    sentences = {source: forms for (context, source), forms in messages.items() if context == "Sentence"}
    assert len(sentences) > 80
    wrong = {source: found for source, forms in sentences.items() for form in forms if (found := english_in(form))}
    assert wrong == {}
    assert "es" in language.LANGUAGES
