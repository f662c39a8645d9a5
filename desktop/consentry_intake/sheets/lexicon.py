"""The words that school systems use in headers and cells: data alone, spelled as `spelling.norm` does."""

from __future__ import annotations

import re

from consentry_intake.sheets.recipe import Meaning


def _any(patterns: str) -> re.Pattern[str]:
    return re.compile(r"(?:^|\b)(?:" + patterns + r")(?:\b|$)")


# Headers that mean one thing, most specific first. The text is `norm`ed and underscores are spaces by then.
HEADERS: tuple[tuple[Meaning, re.Pattern[str]], ...] = tuple(
    (meaning, re.compile(r"(?:" + pattern + r")\Z"))
    for meaning, pattern in (
        (
            Meaning.TIMESTAMP,
            r"timestamp|time ?stamp|submitted( at| on)?|submission (date|time)|date submitted"
            r"|completion time|entry date|start time",
        ),
        (Meaning.OWN_ID, r"consentry id"),
        (
            Meaning.NUMBER,
            r"(student|pupil|employee|staff|host|person|perm|permanent|local|local student"
            r"|sis|other)? ?(id|number|no|num|nr|id number|#)|sid ?no|sidno|sid|perm ?id"
            r"|student ?number|studentid|number|adm(ission)? ?(no|number)|upn|badge( number)?",
        ),
        (
            Meaning.FULL_NAME,
            r"(last ?first|lastfirst|(student|pupil|employee|staff|child|childs|full|display|legal)"
            r"( ?s)? ?(full )?name( last first)?|name|student|pupil|last name first name|name last first"
            r"|childs full name|students? full name|(full )?name of (student|child|pupil))",
        ),
        (
            Meaning.PREFERRED_NAME,
            r"(student )?(preferred|nick|known as|chosen|goes by|called)( (first )?name)?|nickname",
        ),
        (
            Meaning.LAST_NAME,
            r"((student|pupil|legal|employee|child|childs|staff)( ?s)? )?(legal )?(last|sur|family)"
            r" ?name|surname|last|lname|student last|legal surname",
        ),
        (
            Meaning.FIRST_NAME,
            r"((student|pupil|legal|employee|child|childs|staff)( ?s)? )?(legal )?(first|given|fore)"
            r" ?name|forename|first|fname|student first|legal forename",
        ),
        (
            Meaning.GRADE,
            r"(student |current )?(grade|gr|gd|grd|grade ?level|year group|year|yr|nc year|class year"
            r"|reg grade)( ?level)?",
        ),
        (
            Meaning.HOMEROOM,
            r"home ?room( ?(teacher|name))?|hr|teacher|(classroom|homeroom|hr) ?teacher|class|reg"
            r"|reg(istration)? group|form|tutor group|section|advisory|room",
        ),
        (Meaning.SCHOOL, r"school|school ?(id|name|number|code)|campus|building|site|entity"),
        (Meaning.BIRTH_DATE, r"birth ?(date|day)|date of birth|dob|d o b|bdate|student (birth ?date|dob)"),
        (Meaning.ROLE, r"(user|person|account|member) ?type|role"),
        (
            Meaning.STATUS,
            r"(enroll?(ment)?|student|enrolment|active|current) ?status|status|active|enrolled|withdrawn"
            r"|exit (date|code)|withdraw(al)? date|leaving date",
        ),
        (
            Meaning.SIGNER,
            r"signature|e ?signature|signed by|signature of (parent|guardian|parent ?/ ?guardian)|informed by"
            r"|signer|(parent ?/? ?(guardian)? ?)?(printed )?signature( name)?|consent given by|completed by",
        ),
        (Meaning.SIGNED_AS, r"signed as"),
        (Meaning.SIGNER_EMAIL, r"(parent |guardian |signer )?e ?mail( address)?|username"),
        (
            Meaning.SIGNED_ON,
            r"(date )?signed( on| date)?|date signed|signature date|form date|date of (consent|signature"
            r"|form)|consent date|date (received|returned)|signed date|start ?date|effective( date)?|begin ?date",
        ),
        (Meaning.FROM, r"(valid|holds|counts) from|first day"),
        (
            Meaning.UNTIL,
            r"until|valid (until|to|through|thru)|expir(es|y|ation)( (on|date))?|end ?date|consent expires"
            r"|good (until|through)",
        ),
        (
            Meaning.EVIDENCE,
            r"evidence|(original|form) (kept|filed|location)|location of (form|original)|binder|filed",
        ),
        (
            Meaning.GUARDIAN,
            r"((primary |legal |first |second )?(parent|guardian|parent ?/ ?guardian|mother|father|contact"
            r"|carer|parent or guardian|parent guardian)( ?s)?( ?[0-9])?( full)?( ?name)?( ?[0-9])?)",
        ),
        (
            Meaning.NOTES,
            r"(office |student |user |other |special )?(notes?|comments?|remarks?|warning|information"
            r"|instructions?)",
        ),
        (
            Meaning.ALERT,
            r"(legal|custody|safety|court|guardian(ship)?|parent|student|medical and legal|protection"
            r"|no contact|foster( care)?|court order|restraining order|no locate) ?(alert|flag|order|status"
            r"|note|warning|care)?|custody|foster|court order",
        ),
    )
)

# Words of consent columns.
PHOTO = _any(
    r"photo|photos|photograph|photographs|photographed|photography|picture|pictures|image|"
    r"images|media|video|videos|videotape|likeness|publicity|publication|publications|"
    r"publish|published|yearbook|social|website|websites|web|press|newspaper|news|"
    r"newsletter|promotional|promotion|marketing|facebook|instagram|twitter|film|filmed|"
    r"recording"
)
SHORT_PHOTO = _any(r"vid|pub|pubs|public|pic|pics|media|dnp")
PERMISSION = _any(
    r"permission|permissions|permit|permitted|consent|consents|allow|allowed|allows|release|"
    r"authori[sz]ation|authori[sz]e|authori[sz]ed|approve|approved|approval|agree|agreement|"
    r"ok|okay|grant|granted|may|can we|opt in"
)
OPT_OUT = _any(
    r"opt out|optout|opts out|opted out|opting out|no photos?|no pictures?|no media|no video|"
    r"no publicity|no publication|no release|do not|dont|dnp|deny|denied|denial|refuse|"
    r"refused|refusal|restrict|restricted|restriction|restrictions|remove|withhold|withheld|"
    r"exclude|excluded|exclusion|exempt|exemption|object|objection|decline|declined|"
    r"prohibit|prohibited|suppress|block|blocked|not permitted|not allowed|non consent|"
    r"without consent|withdraw|withdrawn"
)
PAPERWORK = _any(
    r"form|forms|returned|received|on file|turned in|submitted|sent|signed|collected|"
    r"completed|date"
)
DIRECTORY = _any(r"directory|name|names|address|phone")
OTHER_MATTERS = _any(
    r"bus|lunch|meal|meals|allerg(y|ies)|medication|medical|medicine|health|iep|504|ell|"
    r"esl|military|recruit(er|ers|ing|ment)?|higher ed(ucation)?|college|library|internet|"
    r"device|chromebook|survey|emergency|paid|fee|fees|field trips?|trips?|visits?|"
    r"technology|email|text|gifted|title i|homeless|race|ethnic(ity)?|gender|sex|language|"
    r"transport(ation)?|walk(er)?|handbook|laptop|google|sports?|swim(ming)?|biometrics?|"
    r"sunscreen|first aid|plasters?|calls?|sms|portal"
)
FLAGS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "court order",
        _any(
            r"court|custody|custodial|restraining|protective order|protection order|injunction|"
            r"legal alert|judge"
        ),
    ),
    ("foster care", _any(r"foster|cps|dcf|dcfs|dhs|ward of|looked after|lac|in care")),
    (
        "safety",
        _any(
            r"no locate|do not locate|safety|witness protection|protected|confidential|safe at home|"
            r"acp|domestic violence"
        ),
    ),
    (
        "see office",
        _any(
            r"see (the )?(office|principal|counsel(l)?or|file|note|notes|nurse|secretary|admin|me|"
            r"comment|form|card|registrar|vp|head)|ask (the )?(office|parent|parents|mom|dad|"
            r"first|me|before)|check (with|first|file)|call (parent|parents|home|mom|dad|office)|"
            r"contact (the )?(office|parent|parents)|case by case|depends|verify|pending court"
        ),
    ),
)

# Words for channels, by the kind's own name in `ChannelKind`.
CHANNELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("yearbook", _any(r"yearbooks?|year book|annual")),
    (
        "social network",
        _any(
            r"social|social media|social networks?|social networking|facebook|instagram|twitter|"
            r"tiktok|snapchat|youtube|fb|ig"
        ),
    ),
    ("website", _any(r"web|website|websites|web site|web page|webpage|online")),
    (
        "press",
        _any(
            r"press|news|news media|newspaper|newspapers|outside media|external media|tv|television|"
            r"reporters?|broadcast"
        ),
    ),
    (
        "print",
        _any(
            r"print|printed|prints|newsletter|newsletters|brochures?|publications|flyers?|"
            r"promotional|promotional material|prospectus|marketing|posters?"
        ),
    ),
    (
        "internal",
        _any(r"internal|in school|classroom|hallway|display|displays|in house|school use"),
    ),
)
