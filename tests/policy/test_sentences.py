"""A sentence keeps its words and its values apart, and reads as one."""

from __future__ import annotations

import pytest

from consentry_policy.errors import MendableError
from consentry_policy.sentences import Sentence, say


def test_a_sentence_reads_as_it_was_written_with_its_values() -> None:
    told = say("{name} has {count} pages; {{}} is a pair of braces.", name="The form", count=2)
    assert str(told) == "The form has 2 pages; {} is a pair of braces."
    assert told.template.startswith("{name}")


def test_a_value_is_text_and_never_reaches_into_the_program() -> None:
    assert str(say("{a} {a.__class__} {b}", a="{b}", b="x")) == "{b} {a.__class__} x"


def test_a_value_that_is_our_own_words_is_known_as_such() -> None:
    told = say("{who} {state}.", who="is protected", state=say("is protected"))
    assert told.fixed == ("state",)
    assert str(told) == "is protected is protected."
    with pytest.raises(ValueError, match="state"):
        say("{state}", state=say("{x}", x=1))


def test_the_first_letter_is_made_large_where_asked() -> None:
    assert str(Sentence("{channel} ends.", (("channel", "yearbook"),), capital=True)) == "Yearbook ends."
    assert str(Sentence("")) == ""


def test_an_error_says_the_same_in_english_and_keeps_its_words() -> None:
    error = MendableError(say("There are {count}.", count=3))
    assert str(error) == "There are 3."
    assert error.told.template == "There are {count}."
    assert MendableError("Look again.").told == Sentence("Look again.")
    assert MendableError().told == Sentence("")
