"""`init`, `open` and `status`: the vault itself."""

from __future__ import annotations

import getpass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from consentry.cli.common import JsonOption, PassphraseOption, read_passphrase, refusing
from consentry.services import vaults
from consentry.services.matching import MATCHING_NOTES


class MatchingChoice(StrEnum):
    """The gallery modes by their words."""

    EVERYONE = "everyone"
    REFUSED_ONLY = "refused-only"
    OFF = "off"


def init(
    vault: Annotated[Path, typer.Argument(help="The folder to make.")],
    matching: Annotated[
        MatchingChoice, typer.Option(help="Whose portraits are enrolled; each choice has a note on the law.")
    ] = MatchingChoice.EVERYONE,
    user: Annotated[str | None, typer.Option(help="Your name; it goes with your decisions.")] = None,
    passphrase_file: PassphraseOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make a vault with one user, the Superintendent's designee."""
    with refusing(as_json=as_json) as output:
        passphrase = read_passphrase(passphrase_file, confirm=True)
        name = user or getpass.getuser()
        with vaults.create(vault, passphrase, name, matching.value):
            pass
        output.value({"vault": str(vault), "matching": matching.value, "user": name})
        output.say(
            f"Made the vault {vault}. Nobody can open it without the passphrase: keep it where you will find it."
        )
        title, note = MATCHING_NOTES[matching.value]
        output.say(f"Face matching: {title}. {note}")
