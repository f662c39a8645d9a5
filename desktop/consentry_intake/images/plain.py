"""Two old formats without checksums whose decoders take whatever is there: PCX and TGA, by their headers."""

from __future__ import annotations

from consentry_intake.images.errors import damaged


def looks_like_tga(untrusted: bytes) -> bool:
    """TGA begins without a signature: either its footer is there (TGA 2.0), or every field of the header is
    sane.
    """
    if untrusted[-18:] == b"TRUEVISION-XFILE.\0":
        return True
    if len(untrusted) < 18:
        return False
    mapped, kind, depth, flags = untrusted[1], untrusted[2], untrusted[16], untrusted[17]
    width, height = int.from_bytes(untrusted[12:14], "little"), int.from_bytes(untrusted[14:16], "little")
    fits = {1: {8}, 9: {8}, 2: {16, 24, 32}, 10: {16, 24, 32}, 3: {8, 16}, 11: {8, 16}}.get(kind, set())
    map_fits = (
        mapped in {0, 1} and untrusted[7] in {0, 15, 16, 24, 32} and (mapped == 1 or untrusted[3:8] == b"\0" * 5)
    )
    return bool(width and height and depth in fits and map_fits and not flags & 0xC0)


def end_of_tga(untrusted: bytes) -> int:
    """The file's length. Raises PhotoError where uncompressed pixels are missing."""
    if len(untrusted) < 18:
        raise damaged("it is cut short")
    kind, depth = untrusted[2], untrusted[16]
    width, height = int.from_bytes(untrusted[12:14], "little"), int.from_bytes(untrusted[14:16], "little")
    entries = int.from_bytes(untrusted[5:7], "little") * ((untrusted[7] + 7) // 8) if untrusted[1] else 0
    if kind in {1, 2, 3} and 18 + untrusted[0] + entries + width * height * ((depth + 7) // 8) > len(untrusted):
        raise damaged("it is cut short")
    return len(untrusted)
