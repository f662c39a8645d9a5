"""The district's list of channels (436 IV.B)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from consentry.services.operation import Changes
from consentry.services.recompute import Touched, announce
from consentry.services.session import Session
from consentry_policy.channels import Channel, ChannelKind, Condition
from consentry_policy.errors import MendableError
from consentry_policy.sentences import say

# Words in a channel's name that give its kind away, so that the command line need not ask.
_KIND_WORDS = {
    ChannelKind.YEARBOOK: ("yearbook", "annual"),
    ChannelKind.WEBSITE: ("website", "web site", "site", "homepage", "web"),
    ChannelKind.PRESS: ("press", "news", "paper", "gazette", "radio", "tv"),
    ChannelKind.PRINT: ("print", "brochure", "poster", "flyer", "banner"),
    ChannelKind.INTERNAL: ("internal", "intranet", "hallway", "classroom"),
}


class UnknownChannel(MendableError):  # noqa: N818 - reads as the sentence it carries
    """A name that is not on the district's list."""


def listed(session: Session) -> list[Channel]:
    """Every channel of the list, revoked ones too, by name."""
    with session.vault.read() as unit:
        return sorted(unit.channels.all(), key=lambda c: c.name.casefold())


def kind_of(name: str) -> ChannelKind:
    """The kind a channel's name suggests; a social network where nothing does (the strictest clause)."""
    words = name.casefold()
    for kind, hints in _KIND_WORDS.items():
        if any(hint in words for hint in hints):
            return kind
    return ChannelKind.SOCIAL


def add(
    session: Session,
    name: str,
    kind: ChannelKind,
    authorised_by: str,
    until: date | None = None,
    demands: frozenset[Condition] = frozenset(),
    *,
    logo_allowed: bool = False,
) -> Channel:
    """Put a channel on the list, from today, or back on it where its authorisation is over.

    ``demands``: what every photo there must keep to; ``logo_allowed``: the designee permits the district's logo
    there (row 3b). Raises MendableError for an empty or a taken name.
    """
    session.need()
    name, authorised_by = name.strip(), authorised_by.strip()
    if not name or not authorised_by:
        raise MendableError("A channel needs a name and who authorised it; fill in both.")
    if name.casefold() == "all":
        raise MendableError('"all" stands for every listed channel; choose another name.')
    if until is not None and until < session.today:
        raise MendableError("That authorisation is already over; choose a later last day.")
    with session.vault.write() as unit:
        known = unit.channels.get(name)
        if known is not None and known.authorised(session.today):
            raise MendableError(
                say("{name} is on the list already; revoke it first to authorise it anew.", name=name)
            )
        name = known.name if known else name
        channel = Channel(name, kind, authorised_by, session.today, until, None, demands, logo_allowed)
        if known:
            unit.channels.update(channel)
        else:
            unit.channels.add(channel)
        unit.audit.append("channel-added", {"channel": name, "until": until.isoformat() if until else None})
    announce(session, Changes(channels=True), Touched(channels=frozenset({name})))
    return channel


def revoke(session: Session, name: str) -> Channel:
    """End a channel's authorisation today: nothing may be released there from now on."""
    session.need()
    with session.vault.write() as unit:
        channel = _require(unit.channels.all(), name)
        ended = Channel(
            channel.name,
            channel.kind,
            channel.authorised_by,
            channel.authorised_on,
            channel.until,
            session.today,
            channel.demands,
            channel.logo_allowed,
        )
        unit.channels.update(ended)
        unit.audit.append("channel-revoked", {"channel": channel.name})
    announce(session, Changes(channels=True), Touched(channels=frozenset({ended.name})))
    return ended


def _require(channels: Iterable[Channel], name: str) -> Channel:
    known = {c.name.casefold(): c for c in channels}
    found = known.get(name.strip().casefold())
    if found is not None:
        return found
    if not known:
        raise UnknownChannel(
            "No channel is on the district's list yet; "
            "add one with `consentry channel add NAME --authorised-by NAME`."
        )
    names = ", ".join(sorted(c.name for c in known.values()))
    raise UnknownChannel(
        say("{name} is not on the district's list of channels; listed are: {names}.", name=name, names=names)
    )


def require(session: Session, names: Iterable[str]) -> list[Channel]:
    """The listed channels of these names, whatever their case. Raises UnknownChannel with those there are."""
    channels = listed(session)
    return [_require(channels, name) for name in names]
