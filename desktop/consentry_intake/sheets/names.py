"""Names, grades, roles and enrolment as sheets write them."""

from __future__ import annotations

import re
from functools import lru_cache

from consentry_intake.sheets.spelling import norm
from consentry_policy.people import Role
from consentry_policy.records import SignerRole

_SUFFIX = re.compile(r"(jr|sr|ii|iii|iv|v|2nd|3rd)\.?", re.IGNORECASE)
_PARTICLES = {
    "de",
    "del",
    "della",
    "der",
    "den",
    "van",
    "von",
    "la",
    "las",
    "los",
    "le",
    "du",
    "dos",
    "da",
    "di",
    "st",
    "st.",
    "al",
    "el",
    "bin",
    "ibn",
    "ben",
    "san",
    "santa",
    "ter",
    "ten",
    "mac",
    "mc",
    "y",
    "e",
}
_SEVERAL = re.compile(r"\w\s(?:&|and|\+|und|y)\s\w|\w\s?[/;&+]\s?\w", re.IGNORECASE)
_JOINED = re.compile(r"(?:^|\s)(?:&|and|\+)(?:\s|\Z)", re.IGNORECASE)
_GRADE = re.compile(
    r"(?:grade|gr|year|yr|g)? ?(pre ?k|tk|k|kg|kindergarten|1[0-3]|0?[1-9])(?:st|nd|rd|th)?"
    r"(?: ?(?:grade|graders?|year))?"
)
_LEFT = {
    "withdrawn",
    "inactive",
    "transferred",
    "transferred out",
    "graduated",
    "left",
    "leaver",
    "exited",
    "dropped",
    "former",
    "not enrolled",
    "unenrolled",
    "moved",
    "terminated",
    "resigned",
    "retired",
    "w",
}
_STAFF = {
    "staff",
    "faculty",
    "employee",
    "teacher",
    "coworker",
    "co worker",
    "administrator",
    "admin",
    "coach",
    "faculty / staff",
    "faculty/staff",
    "substitute",
}


def split_name(text: str, order: str) -> tuple[str, str] | None:
    """(last, first) of a full name; ``order`` ("first last", "last first") counts where there is no comma.

    Suffixes stay with the last name: "Smith, Jr., John" and "John Smith Jr." give ("Smith Jr.", "John"). None for
    a name that cannot be split.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[1]):
        return f"{parts[0]} {parts[1]}", parts[2]
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[2]):
        return f"{parts[0]} {parts[2]}", parts[1]
    if len(parts) == 2 and not _SUFFIX.fullmatch(parts[1]):
        return _suffix_to_last(parts[0], parts[1])
    if len(parts) == 2:
        split = _split_words(parts[0].split(), order)
        return (f"{split[0]} {parts[1]}", split[1]) if split else None
    return _split_words(text.split(), order) if len(parts) == 1 else None


def _suffix_to_last(last: str, first: str) -> tuple[str, str]:
    words = first.split()
    if len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        return f"{last} {words[-1]}", " ".join(words[:-1])
    return last, first


def _split_words(words: list[str], order: str) -> tuple[str, str] | None:
    suffix = ""
    if len(words) > 2 and _SUFFIX.fullmatch(words[-1]):
        suffix, words = f" {words[-1]}", words[:-1]
    if len(words) < 2:
        return None
    if order == "last first":
        cut = 1
        while cut < len(words) - 1 and words[cut - 1].lower() in _PARTICLES:
            cut += 1
        return " ".join(words[:cut]) + suffix, " ".join(words[cut:])
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].lower() in _PARTICLES:
        cut -= 1
    return " ".join(words[cut:]) + suffix, " ".join(words[:cut])


def several_people(last_name: str, first_name: str) -> bool:
    """True for "Ann & Ben" or "Ann / Ben": two children in one row. A last name may hold "y" or a slash."""
    return _several(first_name) or (" " in last_name and bool(_JOINED.search(last_name)))


@lru_cache(maxsize=65_536)
def _several(first_name: str) -> bool:
    return bool(_SEVERAL.search(first_name.strip()) or _JOINED.search(first_name))


@lru_cache(maxsize=4096)
def clean_grade(text: str) -> str:
    """A grade as this program writes it: "K", "PK", "3"; other words as they stand."""
    match = _GRADE.fullmatch(norm(text).removesuffix(" 0") if text.strip().endswith(".0") else norm(text))
    if match is None:
        return " ".join(text.split())
    found = match[1]
    if found.isdigit():
        return str(int(found))
    if found in {"kg", "kindergarten"}:
        return "K"
    return found.replace(" ", "").upper().replace("PREK", "PK")


def grade_of_sheet(name: str) -> str | None:
    """The grade that a sheet's name tells: "Grade 3", "3rd", "Kindergarten"; None for other names."""
    return clean_grade(name) if _GRADE.fullmatch(norm(name)) else None


@lru_cache(maxsize=4096)
def roles_of(text: str, default: Role) -> frozenset[Role] | None:
    """The roles a "User Type" tells, several parted by semicolons; None for parents, who are on no roster. Unknown
    words give the default.
    """
    found = {role for piece in text.split(";") if (role := _role_of(piece, default)) is not None}
    return frozenset(found) or None


@lru_cache(maxsize=4096)
def signer_role_of(text: str) -> SignerRole:
    """Who answered, as an export of ours writes it; any other word is nobody whose yes counts."""
    words = norm(text)
    if words in {"guardian", "parent"}:
        return SignerRole.GUARDIAN
    return SignerRole.SELF if words == "self" else SignerRole.OTHER


def _role_of(text: str, default: Role) -> Role | None:
    words = norm(text)
    if "parent" in words or "guardian" in words or words in {"family", "relative"}:
        return None
    if words in _STAFF or any(word in _STAFF for word in words.split()):
        return Role.CO_WORKER
    if "student" in words or "pupil" in words:
        return Role.STUDENT
    return Role.GUEST if "guest" in words else default


def has_left(text: str, header: str) -> bool:
    """True when an enrolment status, or a filled exit date, says that the person is no longer here."""
    words = norm(text)
    if not words:
        return False
    head = norm(header)
    if "date" in head or "exit code" in head:
        return True
    if head in {"active", "enrolled"}:
        return words in {"n", "no", "false", "0", "inactive"}
    if head == "withdrawn":
        return words in {"y", "yes", "true", "1", "x", "withdrawn"}
    if head.replace(" ", "").startswith("enroll") and words in {"1", "2", "3"}:
        return True  # PowerSchool's Enroll_Status: 0 active, 1 inactive, 2 transferred out, 3 graduated
    return words in _LEFT or any(word in _LEFT - {"w"} for word in words.split())


def person_key(last_name: str, first_name: str) -> str:
    """A name reduced for comparison: case, accents, hyphens and spaces do not count; suffixes do."""
    return f"{norm(last_name)}|{norm(first_name)}".replace(" ", "")
