"""The district's list of channels."""

from __future__ import annotations

import unicodedata

from sqlalchemy import Connection

from consentry_policy.channels import Channel
from consentry_vault import schema
from consentry_vault.store import Store


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


class Channels:
    """Where photos may go. Names are unique whatever their case and spacing."""

    def __init__(self, connection: Connection) -> None:
        self._store = Store(connection, schema.channels, Channel)

    def add(self, channel: Channel) -> None:
        """Lists a channel. Raises ValueError where the name is taken."""
        if self.get(channel.name) is not None:
            raise ValueError("there is a channel of that name")
        self._store.insert([channel], name_key=_key(channel.name))

    def update(self, channel: Channel) -> None:
        """Writes the channel of that name anew. Raises KeyError where there is none."""
        if not self._store.change(_key(channel.name), key="name_key", **self._store.values(channel)):
            raise KeyError(channel.name)

    def get(self, name: str) -> Channel | None:
        """The channel of that name, whatever its case."""
        return self._store.one(schema.channels.c.name_key == _key(name))

    def all(self) -> list[Channel]:
        """All channels by name, those whose authorisation is over too."""
        return self._store.rows(order=(schema.channels.c.name_key,))
