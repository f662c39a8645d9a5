"""One unit of work: a transaction and the repositories that share it."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection

from consentry_vault.audit import Audit
from consentry_vault.channels import Channels
from consentry_vault.consents import Consents, Protections
from consentry_vault.decisions import Decisions, Seen
from consentry_vault.disclosures import Disclosures
from consentry_vault.events import Events
from consentry_vault.faces import Faces
from consentry_vault.imports import Imports
from consentry_vault.people import People
from consentry_vault.photos import Batches, Photos
from consentry_vault.portraits import Portraits
from consentry_vault.releases import Releases
from consentry_vault.scans import Scans
from consentry_vault.settings import Settings, Users
from consentry_vault.takedowns import Takedowns
from consentry_vault.users import User
from consentry_vault.verdicts import PhotoPeople, Verdicts


class RosterPart:
    """The half of a unit that says who may appear where."""

    def __init__(self, connection: Connection, user: User, audit_key: bytes) -> None:
        self.connection = connection
        self.user = user
        self._audit_key = audit_key

    @cached_property
    def people(self) -> People:
        """The roster."""
        return People(self.connection)

    @cached_property
    def consents(self) -> Consents:
        """Answers."""
        return Consents(self.connection)

    @cached_property
    def protections(self) -> Protections:
        """Protected people."""
        return Protections(self.connection)

    @cached_property
    def channels(self) -> Channels:
        """The district's list."""
        return Channels(self.connection)

    @cached_property
    def events(self) -> Events:
        """Public-arena events."""
        return Events(self.connection)

    @cached_property
    def portraits(self) -> Portraits:
        """Reference photos."""
        return Portraits(self.connection)

    @cached_property
    def imports(self) -> Imports:
        """What each import wrote."""
        return Imports(self.connection)

    @cached_property
    def scans(self) -> Scans:
        """Kept documents."""
        return Scans(self.connection)


class PhotoPart:
    """The half of a unit that says what is in the photos and what became of them."""

    connection: Connection

    @cached_property
    def batches(self) -> Batches:
        """Photos vetted together."""
        return Batches(self.connection)

    @cached_property
    def photos(self) -> Photos:
        """Candidate photos."""
        return Photos(self.connection)

    @cached_property
    def faces(self) -> Faces:
        """Faces in them."""
        return Faces(self.connection)

    @cached_property
    def decisions(self) -> Decisions:
        """What people decided."""
        return Decisions(self.connection)

    @cached_property
    def seen(self) -> Seen:
        """What people saw."""
        return Seen(self.connection)

    @cached_property
    def verdicts(self) -> Verdicts:
        """The cache of verdicts."""
        return Verdicts(self.connection)

    @cached_property
    def photo_people(self) -> PhotoPeople:
        """Whose consent the kept verdicts hang on."""
        return PhotoPeople(self.connection)

    @cached_property
    def releases(self) -> Releases:
        """What was let out."""
        return Releases(self.connection)

    @cached_property
    def takedowns(self) -> Takedowns:
        """What must come back."""
        return Takedowns(self.connection)


class Unit(RosterPart, PhotoPart):
    """One transaction. From `Vault.write` it may change things; from `Vault.read` the database refuses to."""

    @cached_property
    def settings(self) -> Settings:
        """Values by key."""
        return Settings(self.connection)

    @cached_property
    def users(self) -> Users:
        """Everyone who has or had a key slot."""
        return Users(self.connection)

    @cached_property
    def disclosures(self) -> Disclosures:
        """The register of 436 IV.D."""
        return Disclosures(self.connection)

    @cached_property
    def audit(self) -> Audit:
        """The hash chain."""
        return Audit(self.connection, self.user, self._audit_key)
