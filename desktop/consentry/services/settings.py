"""What the designee may set: the gallery mode, the alarm rates, the retention profile."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass

from consentry.services import retention_job
from consentry.services.operation import Changes
from consentry.services.recognition import (
    ENGINE,
    FACE_RECOGNITION,
    STANDARD,
    STRICT_ALARMS,
    TEMPLATE_ENGINE,
    WIDE_ALARMS,
)
from consentry.services.recompute import announce
from consentry.services.retention_job import DEFAULT_PROFILE, OFF_SINCE, PROFILE, RetentionReport
from consentry.services.session import Session
from consentry_faces import own_embedders, weights
from consentry_faces.matching import NEVER, Origin
from consentry_policy.errors import MendableError
from consentry_policy.recognise import Matching
from consentry_policy.retention import RetentionRules, load_profiles
from consentry_policy.sentences import say
from consentry_vault import MATCHING

WIDE_DEFAULT, STRICT_DEFAULT = 0.1, 0.001
_WIDEST, _STRICTEST = 0.5, 1e-6


@dataclass(frozen=True, slots=True)
class SettingsView:
    """``wide``: of strangers' faces, the share that may raise an alarm; ``strict``: the same for an identification
    by the program alone; ``profile``: the id of the retention profile; ``engine``: what finds and tells faces.
    """

    matching: Matching
    wide: float
    strict: float
    profile: str
    engine: str = STANDARD


def view(session: Session) -> SettingsView:
    """What is set."""
    with session.vault.read() as unit:
        return SettingsView(
            session.matching,
            float(unit.settings.get(WIDE_ALARMS, WIDE_DEFAULT)),
            float(unit.settings.get(STRICT_ALARMS, STRICT_DEFAULT)),
            str(unit.settings.get(PROFILE, DEFAULT_PROFILE)),
            session.engine_name,
        )


@dataclass(frozen=True, slots=True)
class ThresholdsView:
    """What the alarm rates come to with the people enrolled now. ``suspected``, ``identified``: the likeness (at
    most 1) from which a face is so; None: nobody is identified without a person, because the embedder was never
    measured. ``source``: where they were measured, on so many ``faces``; ``kind``: the normaliser of scores, its
    ``normaliser`` id names its very numbers; ``engine``: embedder and weights of all these templates.
    """

    suspected: float
    identified: float | None
    source: Origin
    faces: int
    kind: str
    normaliser: str
    engine: str


def thresholds(session: Session) -> ThresholdsView | None:
    """The thresholds in use; None where nobody is enrolled, or nobody is matched. Takes as long as a fit."""
    with session.vault.read() as unit:
        gallery = session.recognition.gallery(unit)
    if gallery.matcher is None or gallery.bands is None:
        return None
    bands, source, normaliser = gallery.bands, gallery.matcher.source, gallery.matcher.normaliser
    identified = bands.strict if bands.strict < NEVER else None
    return ThresholdsView(
        bands.wide, identified, source.origin, source.faces, source.kind, normaliser.id, gallery.matcher.engine
    )


def profiles() -> list[RetentionRules]:
    """The retention profiles to choose from, each with its source and advice."""
    return list(load_profiles().values())


def set_rates(session: Session, wide: float | None = None, strict: float | None = None) -> None:
    """Set the alarm rates; every photo is judged anew. Raises MendableError."""
    session.need()
    now = view(session)
    new_wide = now.wide if wide is None else wide
    new_strict = now.strict if strict is None else strict
    if not _STRICTEST <= new_strict <= new_wide <= _WIDEST:
        raise MendableError(
            say(
                "The strict rate must not be above the wide one; choose both between {least} and {most}.",
                least=format(_STRICTEST, "f"),
                most=_WIDEST,
            )
        )
    with session.vault.write() as unit:
        unit.settings.set(WIDE_ALARMS, new_wide)
        unit.settings.set(STRICT_ALARMS, new_strict)
        unit.audit.append("rates-set", {"wide": new_wide, "strict": new_strict})
    announce(session, Changes(settings=True))


def set_profile(session: Session, profile: str) -> None:
    """Choose a retention profile by its id. Raises MendableError."""
    session.need()
    known = load_profiles()
    if profile not in known:
        raise MendableError(
            say("There is no retention profile of that name; choose one of: {names}.", names=", ".join(known))
        )
    with session.vault.write() as unit:
        unit.settings.set(PROFILE, profile)
        unit.audit.append("profile-set", {"profile": profile})
    session.emit(Changes(settings=True))


@dataclass(frozen=True, slots=True)
class EngineView:
    """An engine to choose. ``licence`` and ``origin`` are those of a model of the user's ``own``, else empty."""

    name: str
    own: bool = False
    licence: str = ""
    origin: str = ""


def engines() -> list[EngineView]:
    """The engines there are here: the standard one; dlib's where that is installed, for comparison; the standard
    finder with an embedder of the user's own. Raises MendableError where their manifest cannot be understood.
    """
    found = [EngineView(STANDARD)]
    if importlib.util.find_spec("dlib") is not None:  # there is none for Macs with Intel's processors
        found.append(EngineView(FACE_RECOGNITION))
    mine = [weights.entry_of(name) for name in own_embedders()]
    return found + [EngineView(entry.name, True, entry.licence, entry.origin) for entry in mine]


def set_engine(session: Session, name: str) -> None:
    """Look with another engine. Templates of two engines are never compared, so nobody is recognised until the
    portraits are enrolled and the photos checked once more. Raises MendableError.
    """
    session.need()
    names = [engine.name for engine in engines()]
    if name not in names:
        raise MendableError(
            say("There is no engine of that name here; choose one of: {names}.", names=", ".join(names))
        )
    if name == session.engine_name:
        raise MendableError("That is the engine of this vault already; there is nothing to change.")
    with session.looking.at_rest():
        with session.vault.write() as unit:
            unit.settings.set(ENGINE, name)
            unit.settings.set(TEMPLATE_ENGINE, None)
            unit.audit.append("engine-set", {"engine": name})
        session.look_with(name)
    announce(session, Changes(settings=True, gallery=True))


def set_matching(session: Session, matching: Matching) -> RetentionReport | None:
    """Change whose faces are matched. "Off" destroys every template at once, in the backups too, and says so.

    Raises MendableError.
    """
    session.need()
    if matching is session.matching:
        raise MendableError("That is how this vault matches already; there is nothing to change.")
    with session.looking.at_rest():
        with session.vault.write() as unit:
            unit.settings.set(MATCHING, matching.value)
            unit.settings.set(OFF_SINCE, session.today.isoformat() if matching is Matching.OFF else None)
            unit.audit.append("matching-set", {"matching": matching.value})
        session.match(matching)
    report = retention_job.destroy_all(session) if matching is Matching.OFF else None
    announce(session, Changes(settings=True, gallery=True))
    return report
