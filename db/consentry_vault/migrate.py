"""Brings the tables to this program's version. Silent: nothing is printed or logged."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from consentry_vault.errors import NewerVault

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0009"  # the last step; a test holds it against the scripts, so that opening need not load Alembic
_FOLDER = Path(__file__).resolve().parent / "migrations"


def current(connection: Connection) -> str | None:
    """The version of the tables; None in an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def needed(connection: Connection) -> bool:
    """Whether the tables are older than this program. Raises NewerVault where they are newer."""
    found = current(connection)
    if found == HEAD:
        return False
    if found is not None and found not in steps():
        raise NewerVault
    return True


def steps() -> list[str]:
    """The versions there were, oldest first."""
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(_config())
    return [step.revision for step in scripts.walk_revisions()][::-1]


def upgrade(connection: Connection, to: str = "head") -> None:
    """Runs the missing steps inside the connection's transaction: all of them hold, or none does."""
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _config() -> Config:
    from alembic.config import Config

    config = Config(stdout=io.StringIO(), output_buffer=io.StringIO())
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config
