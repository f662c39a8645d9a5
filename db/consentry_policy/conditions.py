"""Row 3b: what a channel or a consent demands, and the logo. What is not known counts as broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from consentry_policy.channels import Condition
from consentry_policy.face_rows import Finding
from consentry_policy.facts import Attestation, FaceFacts, FaceState, PhotoFacts
from consentry_policy.verdicts import Outcome
from consentry_policy.whom import pinned, standing_of

# States in which a face shows somebody of the school, or may.
_SOMEBODY = frozenset({FaceState.IDENTIFIED, FaceState.SUSPECTED, FaceState.UNKNOWN, FaceState.TOO_SMALL})


def broken(facts: PhotoFacts) -> Iterator[Finding]:
    """Each demand of the channel, and of the consent of each person whose face is shown, that the copy breaks."""
    if facts.channel is not None:
        if not facts.channel.logo_allowed and Attestation.NO_LOGO not in facts.attestations:
            if facts.logo is None:
                yield Finding("logo-not-known", Outcome.REVIEW)
            elif facts.logo:
                yield Finding("logo-not-permitted", Outcome.REVIEW)
        for condition in facts.channel.demands & _broken_by(facts, facts.faces):
            yield Finding(f"channel-{condition}", Outcome.REVIEW)
    for face in facts.faces:
        for person in () if face.hidden else pinned(face):
            for condition in standing_of(person, facts).conditions & _broken_by(facts, (face,)):
                yield Finding(f"consent-{condition}", Outcome.REVIEW, person)


def _broken_by(facts: PhotoFacts, faces: Iterable[FaceFacts]) -> frozenset[Condition]:
    """Which conditions the photo breaks; ages are asked of ``faces`` only, names and group of the whole photo."""
    found = set()
    if Attestation.NO_NAMES not in facts.attestations:
        found.add(Condition.NO_NAME)
    # A covered face is still one of a group to whoever sees the copy; of one that was cut off nothing is left.
    if 0 < sum(face.state in _SOMEBODY and not face.left_out for face in facts.faces) < facts.group_of:
        found.add(Condition.GROUP_ONLY)
    if any(_may_be_under_13(face, facts) for face in faces):
        found.add(Condition.NO_UNDER_13)
    return frozenset(found)


def _may_be_under_13(face: FaceFacts, facts: PhotoFacts) -> bool:
    """Whether a face in the copy is, or may be, a child under 13. Only an unknown age can be attested away."""
    if face.hidden or face.state not in _SOMEBODY:
        return False
    ages = {standing_of(person, facts).under_13 for person in pinned(face)} or {None}
    return True in ages or (None in ages and Attestation.NO_UNDER_13 not in facts.attestations)
