"""The verdict table read literally, row by row, from the product's rules: slow, and written without looking at
`decide`. The tests let the two judge the same photos.

Where a face is one of several people, each of them is tried in turn, as the rules say. Two readings, both the
stricter, make up for what the table leaves open there: where nobody among them has consent the strictest of the
results stands (a second refusal never softens a verdict), and an exception for one of several students asks for
the word of row 7b.
"""

from __future__ import annotations

from dataclasses import replace

from consentry_policy.channels import Condition
from consentry_policy.facts import Attestation as Word
from consentry_policy.facts import ConsentState, FaceFacts, FaceState, PhotoFacts, Standing
from consentry_policy.verdicts import Outcome

ORDER = [Outcome.CLEARED, Outcome.EXCEPTION, Outcome.REVIEW, Outcome.BLOCKED]


def literal_verdict(photo: PhotoFacts) -> Outcome:
    """The strictest result of all rows."""
    results = [
        row_1(photo),
        row_2(photo),
        row_3a(photo),
        row_3b(photo),
        row_9(photo),
        *(row_4_to_7(face, photo) for face in photo.faces),
    ]
    return max(results, key=ORDER.index)


def row_1(photo: PhotoFacts) -> Outcome:
    return Outcome.CLEARED if photo.checked_whole else Outcome.REVIEW


def row_2(photo: PhotoFacts) -> Outcome:
    channel, day = photo.channel, photo.day
    if channel is None:
        return Outcome.BLOCKED
    over = channel.until is not None and day > channel.until
    revoked = channel.revoked_on is not None and day >= channel.revoked_on
    return Outcome.BLOCKED if over or revoked or day < channel.authorised_on else Outcome.CLEARED


def row_3a(photo: PhotoFacts) -> Outcome:
    return Outcome.BLOCKED if photo.marks else Outcome.CLEARED


def row_3b(photo: PhotoFacts) -> Outcome:
    words, channel = photo.attestations, photo.channel
    if channel is not None and photo.logo is not False and not channel.logo_allowed and Word.NO_LOGO not in words:
        return Outcome.REVIEW
    demands: list[tuple[Condition, list[FaceFacts]]] = []
    if channel is not None:
        demands += [(condition, list(photo.faces)) for condition in channel.demands]
    for face in photo.faces:
        if not in_the_copy(face) or not pinned_down(face):
            continue
        for who in maybe(face, photo):
            demands += [(condition, [face]) for condition in who.conditions]
    broken = any(breaks(condition, faces, photo) for condition, faces in demands)
    return Outcome.REVIEW if broken else Outcome.CLEARED


def breaks(condition: Condition, faces: list[FaceFacts], photo: PhotoFacts) -> bool:
    if condition is Condition.NO_NAME:
        return Word.NO_NAMES not in photo.attestations
    if condition is Condition.GROUP_ONLY:
        people = [face for face in photo.faces if shows_somebody(face) and not face.left_out]
        return len(people) > 0 and len(people) < photo.group_of
    for face in faces:
        if not in_the_copy(face) or not shows_somebody(face):
            continue
        ages = [who.under_13 for who in maybe(face, photo)] if pinned_down(face) else [None]
        if True in ages:
            return True
        if None in ages and Word.NO_UNDER_13 not in photo.attestations:
            return True
    return False


def row_9(photo: PhotoFacts) -> Outcome:
    remaining = [f for f in photo.faces if f.state not in (FaceState.NOT_A_FACE, FaceState.UNRECOGNISABLE)]
    return Outcome.CLEARED if remaining or Word.NO_ONE in photo.attestations else Outcome.REVIEW


def in_the_copy(face: FaceFacts) -> bool:
    """Whoever looks at the copy sees this face: no cover is over it, and no crop cuts it off."""
    return not (face.covered or face.left_out)


def shows_somebody(face: FaceFacts) -> bool:
    return face.state not in (FaceState.VISITOR, FaceState.NOT_A_FACE, FaceState.UNRECOGNISABLE)


def pinned_down(face: FaceFacts) -> bool:
    """One person, or one of several."""
    if face.one_of:
        return face.person is not None or len(face.candidates) > 0
    return face.state is FaceState.IDENTIFIED and face.person is not None


def maybe(face: FaceFacts, photo: PhotoFacts) -> list[Standing]:
    """Everyone the face may be; for an identified one, that person."""
    ids = [] if face.person is None else [face.person]
    if face.one_of or not pinned_down(face):
        ids += face.candidates
    return [look_up(id_, photo) for id_ in ids]


def look_up(id_: str, photo: PhotoFacts) -> Standing:
    if id_ in photo.people:
        return photo.people[id_]
    return Standing(id_, True, True, ConsentState.NOT_ANSWERED)


def row_8_holds(photo: PhotoFacts) -> bool:
    return photo.event is not None and photo.event.authorised and Word.IN_ARENA in photo.attestations


def row_4_to_7(face: FaceFacts, photo: PhotoFacts) -> Outcome:
    if face.one_of and (face.person is not None or face.candidates):
        return one_of_several(face, photo)
    if face.state is FaceState.IDENTIFIED and face.person is not None:
        who = look_up(face.person, photo)
        results = [rows_4_to_6(face, who, photo), row_7a(face, photo), row_7b_candidates(face, photo)]
        if who.state is ConsentState.GRANTED and not face.by_reviewer and not photo.may_clear:
            results.append(row_7b(face, photo))
        return max(results, key=ORDER.index)
    if not in_the_copy(face):
        return Outcome.CLEARED
    results = [row_7a(face, photo), row_7b_candidates(face, photo)]
    settled = face.state is FaceState.NOT_A_FACE or (
        face.by_reviewer and face.state in (FaceState.VISITOR, FaceState.UNRECOGNISABLE)
    )
    if not settled and results[0] is Outcome.CLEARED:
        results.append(row_7b(face, photo))
    return max(results, key=ORDER.index)


def rows_4_to_6(face: FaceFacts, who: Standing, photo: PhotoFacts) -> Outcome:
    if who.state is ConsentState.GRANTED:
        return Outcome.CLEARED
    if who.state is ConsentState.PROTECTED:
        if not in_the_copy(face):
            confirmed = Word.NOTHING_IDENTIFIES_PROTECTED in photo.attestations
            return Outcome.CLEARED if confirmed else Outcome.REVIEW
        return Outcome.BLOCKED
    staff = who.co_worker_rules or not who.student_rules
    if staff and in_the_copy(face):
        return Outcome.BLOCKED
    if not who.student_rules:
        return Outcome.CLEARED
    if row_8_holds(photo) and (photo.may_clear or face.by_reviewer):
        return Outcome.EXCEPTION
    if not in_the_copy(face):
        return Outcome.CLEARED if Word.NOTHING_IDENTIFIES in photo.attestations else Outcome.REVIEW
    return Outcome.BLOCKED


def may_not(who: Standing) -> bool:
    return who.state is not ConsentState.GRANTED


def dangerous(who: Standing) -> bool:
    """Whom row 7a speaks of."""
    return who.state is ConsentState.PROTECTED or (may_not(who) and (who.co_worker_rules or not who.student_rules))


def suspects(face: FaceFacts, photo: PhotoFacts) -> list[Standing]:
    ids = list(face.candidates)
    if not (face.state is FaceState.IDENTIFIED and not face.one_of) and face.person is not None:
        ids.append(face.person)
    return [look_up(id_, photo) for id_ in ids]


def row_7a(face: FaceFacts, photo: PhotoFacts) -> Outcome:
    if in_the_copy(face) and any(dangerous(who) for who in suspects(face, photo)):
        return Outcome.REVIEW
    return Outcome.CLEARED


def row_7b_candidates(face: FaceFacts, photo: PhotoFacts) -> Outcome:
    if any(may_not(who) and not dangerous(who) for who in suspects(face, photo)):
        return row_7b(face, photo)
    return Outcome.CLEARED


def row_7b(face: FaceFacts, photo: PhotoFacts) -> Outcome:
    if not in_the_copy(face) or Word.ALL_OTHERS_MAY in photo.attestations:
        return Outcome.CLEARED
    if row_8_holds(photo) and Word.NO_STAFF in photo.attestations:
        return Outcome.EXCEPTION
    return Outcome.REVIEW


def one_of_several(face: FaceFacts, photo: PhotoFacts) -> Outcome:
    people = maybe(face, photo)
    each = [rows_4_to_6(face, who, photo) for who in people]
    if all(may_not(who) for who in people):
        result = max(each, key=ORDER.index)
        attested = Word.NO_STAFF in photo.attestations
        if result is Outcome.EXCEPTION and len(people) > 1 and in_the_copy(face) and not attested:
            return Outcome.REVIEW
        return result
    if not any(may_not(who) for who in people):
        return Outcome.CLEARED if photo.may_clear or face.by_reviewer else row_7b(face, photo)
    if in_the_copy(face):
        return max(row_7a(face, photo), row_7b_candidates(face, photo), key=ORDER.index)
    return hidden_one_of_several(face, people, photo)


def hidden_one_of_several(face: FaceFacts, people: list[Standing], photo: PhotoFacts) -> Outcome:
    """Some may appear, some not: as strict as each of them, but never stricter than the face shown."""
    results = [Outcome.CLEARED]
    for who in people:
        result = rows_4_to_6(face, who, photo)
        if who.state is not ConsentState.PROTECTED:
            shown = row_7b(replace(face, covered=False, left_out=False), photo)
            result = min(result, shown, key=ORDER.index)
        results.append(result)
    return max(results, key=ORDER.index)
