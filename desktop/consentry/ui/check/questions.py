"""The questions of a review by group: which is asked, and how a group is taken apart. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from consentry.services.views import FaceQuestion


class Questions:
    """A queue that can be walked both ways; answered faces leave it."""

    def __init__(self, questions: Sequence[FaceQuestion] = ()) -> None:
        self._all = list(questions)
        self.place = 0

    def __len__(self) -> int:
        return len(self._all)

    @property
    def current(self) -> FaceQuestion | None:
        """The question that is asked, or None where all are answered."""
        return self._all[self.place] if self._all else None

    @property
    def faces(self) -> int:
        """Faces that wait for an answer."""
        return sum(len(question.faces) for question in self._all)

    def at(self, place: int) -> FaceQuestion:
        """The question at a place, from 0."""
        return self._all[place]

    def step(self, by: int) -> None:
        """Ask the next or the previous one; round the end."""
        if self._all:
            self.place = (self.place + by) % len(self._all)

    def answered(self, places: Sequence[int]) -> None:
        """These faces of the current question have their answer; the others are asked about next."""
        question = self.current
        if question is None:
            return
        rest = part(question, [n for n in range(len(question.faces)) if n not in set(places)])
        self._all[self.place : self.place + 1] = [rest] if rest.faces else []
        self.place = min(self.place, max(0, len(self._all) - 1))

    def split(self, places: Sequence[int]) -> None:
        """Make two questions of the current one: these faces and the others; one each where nothing parts."""
        question = self.current
        if question is None or len(question.faces) < 2:
            return
        inside = part(question, places)
        outside = part(question, [n for n in range(len(question.faces)) if n not in set(places)])
        pieces = [inside, outside]
        if not inside.faces or not outside.faces:
            pieces = [part(question, [n]) for n in range(len(question.faces))]
        self._all[self.place : self.place + 1] = pieces

    def keep_place_of(self, face: str) -> None:
        """After the questions were fetched anew: go on where this face is asked about."""
        for place, question in enumerate(self._all):
            if face in question.faces:
                self.place = place
                return


def part(question: FaceQuestion, places: Sequence[int]) -> FaceQuestion:
    """Some of a question's faces as a question of their own."""
    return replace(
        question,
        faces=tuple(question.faces[n] for n in places),
        photos=tuple(question.photos[n] for n in places),
    )
