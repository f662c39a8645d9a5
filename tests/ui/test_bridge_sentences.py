"""What a change did to photos is said at the foot of the window, beside what the page says of the deed."""

from __future__ import annotations

import threading

from office import Office

from consentry.services.operation import Changes
from consentry_policy.changes import Change
from consentry_policy.sentences import Sentence
from consentry_policy.verdicts import Outcome

BLOCKED = Sentence("12 photos that were cleared are now blocked")


def heard(office: Office) -> list[tuple[str, bool]]:
    said: list[tuple[str, bool]] = []
    office.context.bridge.said.connect(lambda sentence, trouble: said.append((sentence, trouble)))
    return said


def test_what_became_of_photos_is_said_from_any_thread(office: Office) -> None:
    said = heard(office)
    verb = threading.Thread(target=office.session.emit, args=(Changes(people=True, sentences=(BLOCKED,)),))
    verb.start()
    verb.join()
    office.qtbot.waitUntil(lambda: bool(said), timeout=5_000)
    assert said == [(f"{BLOCKED}.", False)]


def test_the_sentence_of_the_page_does_not_push_it_away(office: Office) -> None:
    said = heard(office)
    office.session.emit(Changes(people=True, sentences=(BLOCKED,)))
    office.context.say("The person is protected.")
    assert said[-1] == (f"The person is protected. {BLOCKED}.", False)
    office.context.say("Something else.")
    assert said[-1] == ("Something else.", False), "it belongs to one deed only"


def test_a_trouble_stands_alone(office: Office) -> None:
    said = heard(office)
    office.session.emit(Changes(people=True, sentences=(BLOCKED,)))
    office.context.say_trouble("The drive is full.")
    assert said[-1] == ("The drive is full.", True)


def test_nothing_is_said_where_no_verdict_changed(office: Office) -> None:
    said = heard(office)
    office.session.emit(Changes(people=True))
    assert said == []


def test_many_changes_are_told_in_short(office: Office) -> None:
    said = heard(office)
    sentences = tuple(Sentence(f"{BLOCKED} for channel {n}") for n in range(5))
    office.session.emit(Changes(channels=True, sentences=sentences))
    assert "channel 2." in said[-1][0]
    assert "channel 3" not in said[-1][0]
    assert "And 2 more changes" in said[-1][0]


def test_what_became_of_photos_is_said_in_the_language_of_the_window(office: Office, spanish: None) -> None:
    said = heard(office)
    changes = (Change(Outcome.CLEARED, Outcome.BLOCKED, 12), Change(Outcome.CLEARED, Outcome.REVIEW, 1))
    office.session.emit(Changes(people=True, sentences=(changes[0].told("Instagram"), changes[1].told())))
    office.qtbot.waitUntil(lambda: bool(said), timeout=5_000)
    assert said[-1][0] == (
        "12 fotos pasaron de «autorizada» a «bloqueada» para Instagram. "
        "1 foto pasó de «autorizada» a «por revisar»."
    )
