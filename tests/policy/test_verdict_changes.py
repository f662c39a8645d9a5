"""What changed, in sentences."""

from __future__ import annotations

from consentry_policy.changes import Change, changes
from consentry_policy.verdicts import Outcome, Verdict


def verdicts(**outcomes: Outcome) -> dict[str, Verdict]:
    return {key: Verdict(outcome, ()) for key, outcome in outcomes.items()}


def test_what_became_stricter_is_told_first() -> None:
    cleared, blocked, review, excepted = Outcome.CLEARED, Outcome.BLOCKED, Outcome.REVIEW, Outcome.EXCEPTION
    before = verdicts(a=cleared, b=cleared, c=review, d=review, e=review, f=excepted, g=blocked)
    after = verdicts(a=blocked, b=blocked, c=cleared, d=cleared, e=cleared, f=excepted, h=review)
    assert [change.sentence for change in changes(before, after)] == [
        "2 photos that were cleared are now blocked",
        "3 photos that were to be reviewed are now cleared",
        "1 photo is now to be reviewed",
        "1 photo that was blocked is not judged any more",
    ]


def test_one_photo_is_told_in_the_singular() -> None:
    assert Change(Outcome.EXCEPTION, Outcome.BLOCKED, 1).sentence == (
        "1 photo that was excepted as public arena is now blocked"
    )
    assert Change(None, Outcome.CLEARED, 2).sentence == "2 photos are now cleared"
    assert Change(Outcome.REVIEW, None, 2).sentence == "2 photos that were to be reviewed are not judged any more"


def test_nothing_changed_is_nothing_to_tell() -> None:
    same = verdicts(a=Outcome.BLOCKED)
    assert changes(same, dict(same)) == []
