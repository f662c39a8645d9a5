"""The verdict on a photo: every row of the table evaluated, the strictest result taken, every reason kept."""

from __future__ import annotations

from collections.abc import Iterator

from consentry_policy.clauses import POLICY_436, ROWS, Clauses
from consentry_policy.conditions import broken
from consentry_policy.face_rows import Finding, of_face
from consentry_policy.facts import Attestation, FaceState, Mark, PhotoFacts
from consentry_policy.verdicts import Outcome, Reason, Verdict

_MARKS = {Mark.PREMISES: "premises", Mark.FLOOR_PLAN: "floor-plan", Mark.CONFIDENTIAL: "confidential"}
_PLACES = {code: place for place, code in enumerate(ROWS)}
_NOBODY = frozenset({FaceState.NOT_A_FACE, FaceState.UNRECOGNISABLE})


def decide(facts: PhotoFacts, clauses: Clauses = POLICY_436) -> Verdict:
    """The verdict for one photo, one channel, one day (product rules, "The verdict").

    Pure: the same facts give the same verdict. ``clauses``: what each reason code cites. Rows 4 to 7 come from
    `face_rows`, row 3b from `conditions`.
    """
    found = [*_of_photo(facts), *broken(facts)]
    for face in facts.faces:
        found += of_face(face, facts)
    if any(f.outcome is Outcome.EXCEPTION for f in found):
        found.append(Finding("public-arena", Outcome.EXCEPTION))
    if not found:
        found.append(Finding("cleared", Outcome.CLEARED))
    found.sort(key=_order)
    reasons = tuple(
        Reason(f.code, ROWS[f.code], clauses[f.code].of(facts.channel), f.outcome, f.person, f.face)
        for f in dict.fromkeys(found)
    )
    return Verdict(reasons[0].outcome, reasons)


def _order(found: Finding) -> tuple[int, int, str, str]:
    """Strictest first, then as in the table; the order of the faces never matters."""
    return -found.outcome.strictness, _PLACES[found.code], found.face or "", found.person or ""


def _of_photo(facts: PhotoFacts) -> Iterator[Finding]:
    """Rows 1, 2, 3a and 9."""
    if not facts.checked_whole:
        yield Finding("not-checked", Outcome.REVIEW)
    if facts.channel is None:
        yield Finding("channel-not-listed", Outcome.BLOCKED)
    elif not facts.channel.authorised(facts.day):
        yield Finding("channel-not-authorised", Outcome.BLOCKED)
    for mark in facts.marks:
        yield Finding(_MARKS[mark], Outcome.BLOCKED)
    # A hidden face remains: it shows that faces were found here, and hiding one must not make a photo worse.
    remains = any(face.state not in _NOBODY for face in facts.faces)
    if not remains and Attestation.NO_ONE not in facts.attestations:
        yield Finding("no-face", Outcome.REVIEW)
