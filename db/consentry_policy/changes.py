"""What a change of consents, events, channels, policy or day did to verdicts, in sentences for a screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from consentry_policy.sentences import Sentence
from consentry_policy.verdicts import Outcome, Verdict

K = TypeVar("K")

_WORDS = {
    Outcome.BLOCKED: Sentence("blocked"),
    Outcome.REVIEW: Sentence("to be reviewed"),
    Outcome.EXCEPTION: Sentence("excepted as public arena"),
    Outcome.CLEARED: Sentence("cleared"),
}
# By what happened, whether it is one photo, and whether the channel is told.
_SAYS = {
    ("new", True, False): Sentence("1 photo is now {after}"),
    ("new", False, False): Sentence("{count} photos are now {after}"),
    ("new", True, True): Sentence("1 photo is now {after} for {channel}"),
    ("new", False, True): Sentence("{count} photos are now {after} for {channel}"),
    ("gone", True, False): Sentence("1 photo that was {before} is not judged any more"),
    ("gone", False, False): Sentence("{count} photos that were {before} are not judged any more"),
    ("gone", True, True): Sentence("1 photo that was {before} is not judged any more for {channel}"),
    ("gone", False, True): Sentence("{count} photos that were {before} are not judged any more for {channel}"),
    ("changed", True, False): Sentence("1 photo that was {before} is now {after}"),
    ("changed", False, False): Sentence("{count} photos that were {before} are now {after}"),
    ("changed", True, True): Sentence("1 photo that was {before} is now {after} for {channel}"),
    ("changed", False, True): Sentence("{count} photos that were {before} are now {after} for {channel}"),
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
        return str(self.told())

    def told(self, channel: str | None = None) -> Sentence:
        """The same as words and values; with a channel where there are several."""
        first, last = self.before is None and self.after is not None, self.after is None
        words = _SAYS["new" if first else "gone" if last else "changed", self.photos == 1, channel is not None]
        before, after = _WORDS[self.before or Outcome.REVIEW], _WORDS[self.after or Outcome.REVIEW]
        return words.of(count=self.photos, before=before, after=after, channel=channel or "")


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
