"""The verdict's fields in a released copy: XMP with IPTC and PLUS properties, under a pseudonymous id.

Sources: IPTC Photo Metadata Standard 2025.1 (Iptc4xmpExt:Event, DigitalSourceType), PLUS License Data Format 2.0.1
(plus:ModelReleaseStatus, plus:ModelReleaseID, plus:MinorModelAgeDisclosure), and XMP part 1 (the packet).
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from consentry_policy.verdicts import Outcome

_PLUS = "http://ns.useplus.org/ldf/vocab/"
_CAPTURE = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
_COMPOSITE = "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits"

# MR-UMR: unlimited model releases; MR-NON: none, as for an exception; MR-NAP: not applicable, nobody is shown.
_RELEASED, _NONE, _NOT_APPLICABLE = "MR-UMR", "MR-NON", "MR-NAP"
_AGE_UNKNOWN = "AG-UNK"


@dataclass(frozen=True, slots=True)
class CopyFields:
    """What a copy says of itself. ``edited``: faces were covered, or it was cropped; ``event`` is the register's
    id of a public-arena event, never its name.
    """

    release_id: str
    outcome: Outcome
    shows_people: bool
    edited: bool
    event: str | None


def packet(fields: CopyFields) -> bytes:
    """The XMP packet (UTF-8). It holds no name, no exact age and no number of a person."""
    status = _RELEASED if fields.outcome is Outcome.CLEARED else _NONE
    if not fields.shows_people:
        status = _NOT_APPLICABLE
    event = ""
    if fields.event is not None and fields.outcome is Outcome.EXCEPTION:
        text = escape(f"public arena, event {fields.event[:8]}")
        event = (
            '<Iptc4xmpExt:Event><rdf:Alt><rdf:li xml:lang="x-default">'
            f"{text}</rdf:li></rdf:Alt></Iptc4xmpExt:Event>"
        )
    source = _COMPOSITE if fields.edited else _CAPTURE
    body = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"'
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
        f"<dc:identifier>{escape(fields.release_id)}</dc:identifier>"
        f"<plus:ModelReleaseStatus>{_PLUS}{status}</plus:ModelReleaseStatus>"
        f"<plus:ModelReleaseID><rdf:Bag><rdf:li>{escape(fields.release_id)}</rdf:li></rdf:Bag></plus:ModelReleaseID>"
        f"<plus:MinorModelAgeDisclosure>{_PLUS}{_AGE_UNKNOWN}</plus:MinorModelAgeDisclosure>"
        f"<Iptc4xmpExt:DigitalSourceType>{source}</Iptc4xmpExt:DigitalSourceType>{event}"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    )
    return body.encode()
