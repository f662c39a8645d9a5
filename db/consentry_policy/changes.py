"""What a change of consents, events, channels, policy or day did to verdicts, in sentences for a screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from consentry_policy.verdicts import Outcome, Verdict

K = TypeVar("K")

_WORDS = {
    Outcome.BLOCKED: "blocked",
    Outcome.REVIEW: "to be reviewed",
    Outcome.EXCEPTION: "excepted as public arena",
    Outcome.CLEARED: "cleared",
}


@dataclass(frozen=True, slots=True)
class Change:
    """So many photos went from one verdict to another; ``before`` None: they are judged for the first time,
    ``after`` None: they are judged no more.
    """

    before: Outcome | None
    after: Outcome | None
    photos: int

    @property
    def stricter(self) -> bool:
        """Whether the photos may do less now."""
        return (
            self.before is not None and self.after is not None and self.after.strictness > self.before.strictness
        )

    @property
    def sentence(self) -> str:
        """For a screen: "12 photos that were cleared are now blocked"."""
        one = self.photos == 1
        photos = "1 photo" if one else f"{self.photos} photos"
        if self.before is None and self.after is not None:
            return f"{photos} {'is' if one else 'are'} now {_WORDS[self.after]}"
        were = f"{photos} that {'was' if one else 'were'} {_WORDS[self.before or Outcome.REVIEW]}"
        if self.after is None:
            return f"{were} {'is' if one else 'are'} not judged any more"
        return f"{were} {'is' if one else 'are'} now {_WORDS[self.after]}"


def changes(before: Mapping[K, Verdict], after: Mapping[K, Verdict]) -> list[Change]:
    """What changed, what became stricter first, then the larger number. Keys: a photo, or a photo and channel."""
    counts: Counter[tuple[Outcome | None, Outcome | None]] = Counter()
    for key in before.keys() | after.keys():
        old = before[key].outcome if key in before else None
        new = after[key].outcome if key in after else None
        if old is not new:
            counts[old, new] += 1
    found = [Change(old, new, number) for (old, new), number in counts.items()]
    return sorted(found, key=lambda c: (not c.stricter, -c.photos, str(c.before), str(c.after)))
