"""The plain note on the law beside each gallery mode (product.md)."""

from __future__ import annotations

from consentry_policy.recognise import Matching

MATCHING_NOTES: dict[str, tuple[str, str]] = {
    Matching.EVERYONE.value: (
        "Everyone's portraits",
        "Can clear photos by itself. Face templates are biometric data: some places ask for the consent of every "
        "person enrolled, some forbid face matching in schools. Ask counsel before you choose this.",
    ),
    Matching.REFUSED_ONLY.value: (
        "Only people without consent",
        "Can block photos by itself; a reviewer says of the rest that everyone else may appear. It keeps face "
        "templates of the very families who said no: ask counsel whether they must agree to that.",
    ),
    Matching.OFF.value: (
        "No face matching",
        "No face template is ever computed. Faces are still found, and a reviewer says who they are. "
        "The right choice where face matching in schools is forbidden, as in New York State.",
    ),
}
