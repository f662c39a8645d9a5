"""What one value of a consent column says. What is not understood is None: a person is asked, nobody guesses."""

from __future__ import annotations

import re
import unicodedata

from consentry_intake.sheets.lexicon import PHOTO
from consentry_intake.sheets.recipe import Polarity, Said, Says
from consentry_intake.sheets.spelling import norm
from consentry_intake.sheets.words import channels_in, flag_in
from consentry_policy.channels import Condition

_YES = {"y", "yes", "true", "t", "1", "ok", "okay", "on", "si", "oui"}
_NO = {"n", "no", "false", "f", "0", "off", "non"}
_TICK = {"✓", "checked", "ticked", "tick", "check", "selected"}
_UNTICKED = {"☐", "unchecked", "unticked", "not checked", "not selected"}
_MARK = {"x", "xx", "✗", "*", "+", "**"}  # a mark: an opt-out in an opt-out column, doubtful in any other
_NOTHING = {
    "-",
    "n / a",
    "n/a",
    "na",
    "none",
    "null",
    "nil",
    "requested",
    "pending",
    "awaiting",
    "not returned",
    "not answered",
    "no answer",
    "no response",
    "not received",
    "unknown",
    "tbd",
    "tba",
    "not applicable",
    "not on file",
    "no form",
    "form not returned",
    "not yet",
    "waiting",
    "in progress",
    "blank",
    "empty",
    "not requested",
    "unanswered",
    "missing",
}
_WITHDRAWN = re.compile(r"\b(withdrawn|withdrew|revoked|rescinded|retracted|cancell?ed)\b")
_NEGATED = re.compile(r"\b(not|never|dont|doesnt|no)\b")
_AGAINST = re.compile(
    r"\b(opt(s|ed|ing)?( me| my child| him| her| them)? out|optout|object|objection|refus\w*|restrict\w*"
    r"|den(y|ied|ies)|declin\w*|withh\w+|exclu\w*|prohibit\w*|dnp|disagree\w*|reject\w*)\b"
)
_FOR = re.compile(
    r"\b(permission|permit(s|ted)?|consent(s|ed)?|allow(s|ed)?|grant(s|ed)?|approv\w*|agree(s|d)?"
    r"|authori[sz]\w*|opt(ed|s)? in|accept(s|ed)?|release(d)?|given|may be|may photograph)\b"
)
_BARE_NO = re.compile(
    r"(no|do not|dont|never) (any )?(photos?|pictures?|photographs?|photography|media|video|images?"
    r"|publish|publication|publicity|publishing|post|posting|use|release|consent|permission"
    r"|photo or video|pics?)( please| release| allowed| at all| or videos?| permission| consent)?\Z"
)
_QUALIFIED = re.compile(
    r"\b(only|but|except|excluding|unless|if|when|until|other than|apart|without|just|not on|not for"
    r"|not in|not with|however|as long|some|limited|partial|conditional|maybe|sometimes)\b"
)
_NO_NAMES = re.compile(
    r"\b(no|without|not|do not use|dont use|never|withhold|omit) (the |any |full |last |my childs |childs "
    r"|student |students )?(full |last )?names?( please| published| shown| used| attached)?\b"
)
_GROUP = re.compile(
    r"\b(groups?|crowd|team|class)( photos?| pictures?| shots?| images?)? only\b"
    r"|\bonly (in )?(groups?|crowd|team|class)( photos?| pictures?| shots?)?\b|\bno (close ups?|individual"
    r"( photos?| pictures?)?|solo( photos?)?)\b"
)
_NO_UNDER_13 = re.compile(r"\bno (children )?under (13|thirteen)s?\b")
_SUBJECT = re.compile(
    r"\b(consent|permission|release|pics?|vid|pub|signed?|mom|dad|mother|father|parents?|guardian)\b"
)
_PLAINLY = re.compile(r"\b(dnp|opt(ed|s)? out|optout|withdrew|withdrawn|revoked)\b")
_DATE = re.compile(
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?: .*)?\Z|\d{1,2}[- ][a-z]{3,9}[- ]\d{2,4}\Z"
    r"|[a-z]{3,9} \d{1,2},? \d{4}\Z",
    re.IGNORECASE,
)

GRANT, REFUSAL, NONE = Says(Said.GRANT), Says(Said.REFUSAL), Says(Said.NONE)
WITHDRAWAL, UNREADABLE = Says(Said.WITHDRAWAL), Says(Said.UNREADABLE)


def looks_like_date(text: str) -> bool:
    """True for the usual ways to write a day, and for Excel's serial numbers of the years 2000 to 2064."""
    text = text.strip()
    return bool(_DATE.match(text)) or (text.isdigit() and len(text) == 5 and 36_526 <= int(text) <= 60_000)


def leans(text: str) -> bool:
    """True for a value whose sense depends on what the column asks: Yes, 0, X, a tick."""
    return norm(text) in _YES | _NO | _TICK | _UNTICKED | _MARK


def is_answer(text: str) -> bool:
    """True for a value that belongs into a consent column: it leans, or it speaks for itself."""
    return leans(text) or norm(text) in _NOTHING or says(text, Polarity.UNKNOWN) is not None


def says(text: str, polarity: Polarity) -> Says | None:
    """What the value says in a column of this polarity; None when a person must say so. Blank text is NONE."""
    words = norm(text)
    if not words or words in _NOTHING:
        return NONE
    found = _lean(words, polarity) if leans(text) else _speak(words)
    if found == GRANT and leans(text) and words != "si" and _is_other(text):
        return None  # one letter is the whole answer there, so it must be the right one
    if found is not None and found.answer is Said.GRANT and polarity is Polarity.OPT_OUT:
        return None  # an opt-out column yields refusals only
    return found


def _is_other(text: str) -> bool:
    """True for letters with accents, and for those that only stand for plain ones: "ý", a footnote's "¹"."""
    return any(
        unicodedata.combining(letter) or (letter != " " and unicodedata.normalize("NFKD", letter) != letter)
        for letter in unicodedata.normalize("NFD", text.replace("\u00a0", " "))
    )


def _lean(words: str, polarity: Polarity) -> Says | None:
    if polarity is Polarity.UNKNOWN:
        return None
    if polarity is Polarity.PERMISSION:
        if words in _MARK:
            return None  # a cross may be a yes ticked by hand or a no
        return GRANT if words in _YES | _TICK else REFUSAL if words in _NO else NONE
    if words in _YES | _TICK | _MARK:
        return REFUSAL
    return GRANT if polarity is Polarity.OPT_OUT_SIGNED and words in _NO else NONE


def remark_in(text: str) -> str | None:
    """The flag of a value that nobody has mapped: what it warns of, or "a remark"; None for a bare answer, which a
    value map is for, and for what says plainly yes or nothing.
    """
    flag = flag_in(text)
    if flag is not None or leans(text):
        return flag
    found = says(text, Polarity.UNKNOWN)
    return None if found is not None and found.answer in {Said.GRANT, Said.NONE} else "a remark"


def casts_doubt(text: str) -> bool:
    """True for a remark that speaks against photos, limits them, or takes something back; too often is no harm."""
    words = norm(text)
    subject = PHOTO.search(words) or _SUBJECT.search(words)
    limits = (
        _AGAINST.search(words) or _WITHDRAWN.search(words) or _NEGATED.search(words) or _QUALIFIED.search(words)
    )
    return bool(limits and subject) or bool(_PLAINLY.search(words)) or bool(_conditions(words))


def _speak(words: str) -> Says | None:
    """Values that speak for themselves, whatever the column asks."""
    flag = flag_in(words)
    if flag is not None:
        return Says(Said.UNREADABLE, flag=flag)
    if _WITHDRAWN.search(words):
        return None if _NEGATED.search(words) else WITHDRAWAL
    conditions = _conditions(words)
    if conditions:
        return _conditional(words, conditions)
    if _BARE_NO.match(words):
        return REFUSAL
    part = _part(words)
    if part is not None or _QUALIFIED.search(words):
        return part
    return _sentence(words)


def _conditions(words: str) -> tuple[Condition, ...]:
    found = []
    if _NO_NAMES.search(words):
        found.append(Condition.NO_NAME)
    if _GROUP.search(words):
        found.append(Condition.GROUP_ONLY)
    if _NO_UNDER_13.search(words):
        found.append(Condition.NO_UNDER_13)
    return tuple(found)


def _conditional(words: str, conditions: tuple[Condition, ...]) -> Says | None:
    """Reads "no names", "group photos only": a grant under conditions; any other limit is asked."""
    rest = " ".join(_NO_UNDER_13.sub(" ", _GROUP.sub(" ", _NO_NAMES.sub(" ", words))).split())
    rest = re.sub(r"\b(yes|ok|okay|y|please|but|with|and|photos?|pictures?|allowed|only)\b", " ", rest).strip()
    rest = rest.replace("/", "").strip()
    if not rest:
        return Says(Said.GRANT, conditions=conditions)
    spoken = _sentence(rest) if not _QUALIFIED.search(rest) else None
    return Says(Said.GRANT, conditions=conditions) if spoken == GRANT else None


_FILLER = r"(please|use|yes|ok|okay|y|in|on|for|the|school|district|our|and|or|photos?|pictures?|allow(ed)?)"


def _part(words: str) -> Says | None:
    """Reads "Yearbook only", "no social media", "yes, but not on Facebook"."""
    named = channels_in(words)
    if not named:
        return None
    bare = words
    for kind_words in ("social media", "news media", "outside media", "external media"):
        bare = bare.replace(kind_words, kind_words.split()[0])
    channel = r"(" + _FILLER + r" )*\w+(( (and|or|&|/) ?| ?[/&+] ?|,? )(" + _FILLER + r" )*\w+)*?"
    if re.fullmatch(channel + r" only|only " + channel + r"|just " + channel, bare) and not _NEGATED.search(bare):
        return Says(Said.GRANT, named, Said.REFUSAL)
    if re.fullmatch(
        r"(no|not( on| in| for)?|never( on)?|do not (use|post|publish)( on| in| to)?) " + channel, bare
    ):
        return Says(Said.REFUSAL, named, Said.NONE)
    if re.fullmatch(
        r"(yes|ok|okay|y)( all)? (but )?(not?( on| in| for)?|except( for| on)?|excluding) " + channel, bare
    ):
        return Says(Said.REFUSAL, named, Said.GRANT)
    return None


def _sentence(words: str) -> Says | None:
    against, favour = _AGAINST.search(words), _FOR.search(words)
    negated = _NEGATED.search(re.sub(r"^(no|yes|n|y) ", "", words))
    start = words.split(maxsplit=1)[0]
    if against:
        if negated or (against.start() == len(start) + 1 and start in _NO):
            return None  # "I do not object": two noes are for a person
        return REFUSAL
    if favour:
        if negated:
            return REFUSAL if start not in _YES else None
        return None if start in _NO and len(words.split()) > 2 else REFUSAL if start in _NO else GRANT
    return None
