"""What single values say, by polarity; what is doubtful is asked and never a yes."""

from __future__ import annotations

import pytest

from consentry_intake.sheets.recipe import Polarity, Said, Says
from consentry_intake.sheets.values import says
from consentry_policy.channels import Condition

P, OPT, S, U = Polarity.PERMISSION, Polarity.OPT_OUT, Polarity.OPT_OUT_SIGNED, Polarity.UNKNOWN
GRANT, REFUSAL, NONE = Says(Said.GRANT), Says(Said.REFUSAL), Says(Said.NONE)


@pytest.mark.parametrize("text", ["Y", " yes ", "TRUE", "1", "YES.", "✓", "☑", "Ok"])
def test_bare_yes(text: str) -> None:
    assert says(text, P) == GRANT
    assert says(text, OPT) == REFUSAL
    assert says(text, S) == REFUSAL
    assert says(text, U) is None


@pytest.mark.parametrize("text", ["¹", "①", "ý", "Ỳ", "Ｙ", "yés"])
def test_a_letter_that_only_looks_like_a_yes_is_asked(text: str) -> None:
    assert says(text, P) is None


@pytest.mark.parametrize("text", ["Yes\u00a0", "sí", "\u00a01"])
def test_odd_spaces_and_a_spanish_yes_are_a_yes(text: str) -> None:
    assert says(text, P) == GRANT


@pytest.mark.parametrize("text", ["N", "no", "FALSE", "0"])
def test_bare_no(text: str) -> None:
    assert says(text, P) == REFUSAL
    assert says(text, OPT) == NONE
    assert says(text, S) == GRANT
    assert says(text, U) is None


@pytest.mark.parametrize("text", ["X", "x", "*", "✗"])
def test_a_mark_refuses_in_an_opt_out_column_and_is_asked_in_any_other(text: str) -> None:
    assert says(text, OPT) == REFUSAL
    assert says(text, P) is None
    assert says(text, U) is None


@pytest.mark.parametrize(
    "text",
    [
        "Granted",
        "Allow",
        "Approved",
        "Permitted",
        "Yes, I give permission",
        "I consent",
        "Yes, Directory Release Permitted",
    ],
)
def test_speaks_for_itself_yes(text: str) -> None:
    assert says(text, P) == GRANT
    assert says(text, U) == GRANT
    assert says(text, OPT) is None, "an opt-out column never yields a grant"


@pytest.mark.parametrize(
    "text",
    ["Deny", "Denied", "Not Granted", "Opt Out", "Opted out", "OPT-OUT", "DNP", "No Media", "No Photo",
     "no photos please", "No, I do NOT give permission", "No, Directory Release Denied", "I do not consent",
     "Declined", "Refused", "do not photograph", "not permitted", "No consent"],
)  # fmt: skip
@pytest.mark.parametrize("polarity", list(Polarity))
def test_speaks_for_itself_no(text: str, polarity: Polarity) -> None:
    assert says(text, polarity) == REFUSAL


@pytest.mark.parametrize("text", ["", "  ", "-", "—", "N/A", "n/a", "Requested", "Pending", "None"])
@pytest.mark.parametrize("polarity", list(Polarity))
def test_no_answer(text: str, polarity: Polarity) -> None:
    assert says(text, polarity) == NONE


@pytest.mark.parametrize(
    "text",
    ["I do not object", "Yes, I do not give permission", "only if asked first", "Yes unless press asks", "?",
     "maybe",     "not opted out", "9/1/2025", "yes but ask Mr. Poe", "some photos", "Yes and no", "no objection",
     "not denied"],
)  # fmt: skip
@pytest.mark.parametrize("polarity", list(Polarity))
def test_doubtful_values_are_never_a_yes(text: str, polarity: Polarity) -> None:
    found = says(text, polarity)
    assert found is None or found.answer is Said.UNREADABLE


def test_channels_and_conditions() -> None:
    assert says("Yearbook only", P) == Says(Said.GRANT, ("yearbook",), Said.REFUSAL)
    assert says("only yearbook", U) == Says(Said.GRANT, ("yearbook",), Said.REFUSAL)
    assert says("yearbook and newsletter only", P) == Says(Said.GRANT, ("yearbook", "print"), Said.REFUSAL)
    assert says("no social media", P) == Says(Said.REFUSAL, ("social network",), Said.NONE)
    assert says("Yes, but not on Facebook", P) == Says(Said.REFUSAL, ("social network",), Said.GRANT)
    assert says("no names", P) == Says(Said.GRANT, conditions=(Condition.NO_NAME,))
    assert says("Yes, no names please", P) == Says(Said.GRANT, conditions=(Condition.NO_NAME,))
    assert says("Group photos only", P) == Says(Said.GRANT, conditions=(Condition.GROUP_ONLY,))
    assert says("group photos only, no names", P) == Says(
        Said.GRANT, conditions=(Condition.NO_NAME, Condition.GROUP_ONLY)
    )


@pytest.mark.parametrize(
    ("text", "flag"),
    [("see office", "see office"), ("See Mrs. note", None), ("court order", "court order"),
     ("COURT ORDER", "court order"),     ("foster", "foster care"),
     ("Yes - see office", "see office"), ("custody issue", "court order"),
     ("protected", "safety")],
)  # fmt: skip
def test_flags_hold(text: str, flag: str | None) -> None:
    found = says(text, P)
    if flag is None:
        assert found is None
    else:
        assert found == Says(Said.UNREADABLE, flag=flag)
