"""The tables of a vault. Migrations lead here; a test keeps the two equal. Portable SQL only."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.sql.schema import SchemaItem

from consentry_policy.channels import ChannelKind, Condition
from consentry_policy.events import EventKind
from consentry_policy.people import Role as PersonRole
from consentry_policy.records import Answer, SignerRole
from consentry_policy.verdicts import Outcome
from consentry_vault.columns import EvidenceColumn, Instant, Tuple, Word, Words
from consentry_vault.users import Role

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *items: SchemaItem) -> Table:
    return Table(name, metadata, *items)


def _id(name: str = "id") -> Column[str]:
    return Column(name, Text, primary_key=True)


def _ref(name: str, target: str, *, key: bool = False, nullable: bool = False, index: bool = True) -> Column[str]:
    return Column(
        name,
        Text,
        ForeignKey(target, ondelete="CASCADE"),
        primary_key=key,
        nullable=nullable and not key,
        index=index and not key,
    )


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _maybe(name: str) -> Column[str]:
    return Column(name, Text, nullable=True)


settings = _table("settings", _id("key"), Column("value", JSON, nullable=False))

users = _table(
    "users",
    _id(),
    _text("name"),
    Column("role", Word(Role), nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("removed_at", Instant),
    Column("recovery", Boolean, nullable=False),
)

# ── the roster ────────────────────────────────────────────────────────────────────────────────────────────────
people = _table(
    "people",
    _id(),
    _text("last_name"),
    _text("first_name"),
    Column("roles", Words(PersonRole), nullable=False),
    Column("number", Text, index=True),
    _maybe("grade"),
    _maybe("homeroom"),
    _maybe("school"),
    Column("birth_date", Date),
    Column("left_on", Date),
    _text("search_key"),
)

look_alikes = _table(
    "look_alikes",
    _ref("a", "people.id", key=True),
    _ref("b", "people.id", key=True),
)

imports = _table(
    "imports",
    _id(),
    Column("at", Instant, nullable=False),
    _text("by"),
    _text("sha256"),
    _text("fingerprint"),
    _text("recipe"),
    Column("first", Integer),
    Column("last", Integer),
    Column("added", Tuple, nullable=False),
    _text("added_digest"),
    Column("changed", Tuple, nullable=False),
    Column("problems", Tuple, nullable=False),
    Column("undone_at", Instant),
    _maybe("undone_by"),
)

protections = _table(
    "protections",
    _id(),
    _ref("person", "people.id"),
    _text("why"),
    _text("set_by"),
    Column("set_at", Instant, nullable=False),
    Column("lifted_at", Instant),
    _maybe("lifted_by"),
)

consents = _table(
    "consents",
    _id(),
    _ref("person", "people.id"),
    Column("answer", Word(Answer), nullable=False),
    Column("channels", Words()),
    Column("signed_on", Date, nullable=False),
    Column("effective", Date, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    _text("recorded_by"),
    Column("sequence", Integer, nullable=False, unique=True),
    Column("listed", Words(), nullable=False),
    Column("until", Date),
    _maybe("signer"),
    Column("signer_role", Word(SignerRole), nullable=False),
    Column("evidence", EvidenceColumn),
    Column("conditions", Words(Condition), nullable=False),
    _maybe("supersedes"),
    _maybe("note"),
)

scans = _table(
    "scans",
    _id(),
    _text("sha256"),
    _text("media_type"),
    Column("added_at", Instant, nullable=False),
    _text("added_by"),
    Column("content", LargeBinary, nullable=False),
)

channels = _table(
    "channels",
    _id("name_key"),
    _text("name"),
    Column("kind", Word(ChannelKind), nullable=False),
    _text("authorised_by"),
    Column("authorised_on", Date, nullable=False),
    Column("until", Date),
    Column("revoked_on", Date),
    Column("demands", Words(Condition), nullable=False),
    Column("logo_allowed", Boolean, nullable=False),
)

events = _table(
    "events",
    _id(),
    _text("name"),
    Column("kind", Word(EventKind), nullable=False),
    Column("day", Date, nullable=False),
    _maybe("place"),
    _maybe("starts"),
    _maybe("ends"),
    Column("revoked_at", Instant),
)

authorisations = _table(
    "authorisations",
    _ref("event", "events.id", key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    _text("channel"),
    _text("by"),
    Column("at", Instant, nullable=False),
    Column("revoked_at", Instant),
)

portraits = _table(
    "portraits",
    _id(),
    _ref("person", "people.id"),
    Column("template", LargeBinary),
    Column("engine_id", Text, index=True),
    _maybe("weights_sha256"),
    _text("sha256"),
    Column("taken_on", Date),
    Column("added_at", Instant, nullable=False),
    _text("kind"),
    _maybe("note"),
    Column("face", Text, index=True),
)

portrait_crops = _table(
    "portrait_crops",
    _ref("portrait", "portraits.id", key=True),
    Column("content", LargeBinary, nullable=False),
)

# ── candidate photos ──────────────────────────────────────────────────────────────────────────────────────────
batches = _table(
    "batches",
    _id(),
    _text("name"),
    Column("channels", Tuple, nullable=False),
    Column("created_at", Instant, nullable=False),
    _text("created_by"),
    _maybe("event"),
)

photos = _table(
    "photos",
    _id(),
    Column("sha256", Text, nullable=False, unique=True),
    _text("file_name"),
    _text("source_path"),
    Column("width", Integer),
    Column("height", Integer),
    Column("frames", Integer, nullable=False),
    _maybe("taken_at"),
    _maybe("format"),
    _maybe("perceptual_hash"),
    _maybe("error"),
    _maybe("engine_id"),
    _maybe("weights_sha256"),
    Column("checked_at", Instant),
    Column("must_recheck", Boolean, nullable=False),
)

batch_photos = _table(
    "batch_photos",
    _ref("batch", "batches.id", key=True),
    _ref("photo", "photos.id", key=True),
    Column("ordinal", Integer, nullable=False),
    Index(None, "photo"),
)

thumbnails = _table(
    "thumbnails",
    _ref("photo", "photos.id", key=True),
    Column("content", LargeBinary, nullable=False),
)

faces = _table(
    "faces",
    _id(),
    _ref("photo", "photos.id"),
    Column("ordinal", Integer, nullable=False),
    Column("box", Tuple, nullable=False),
    Column("landmarks", Tuple),
    Column("score", Float, nullable=False),
    Column("roll", Float, nullable=False),
    Column("height", Float, nullable=False),
    Column("sharpness", Float, nullable=False),
    Column("must_settle", Boolean, nullable=False),
    Column("drawn", Boolean, nullable=False),
    Column("template", LargeBinary),
    Column("engine_id", Text, index=True),
)

face_crops = _table(
    "face_crops",
    _ref("face", "faces.id", key=True),
    Column("content", LargeBinary, nullable=False),
)

decisions = _table(
    "decisions",
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    _ref("photo", "photos.id"),
    Column("face", Text, index=True),
    _text("kind"),
    Column("value", Text, index=True),
    _maybe("channel"),
    _text("by"),
    Column("by_role", Word(Role), nullable=False),
    Column("at", Instant, nullable=False),
    _text("why"),
    _maybe("undoes"),
    _maybe("said_of"),
)

seen = _table(
    "seen",
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    _ref("photo", "photos.id"),
    _maybe("channel"),
    _text("by"),
    Column("at", Instant, nullable=False),
)

verdicts = _table(
    "verdicts",
    _ref("photo", "photos.id", key=True),
    Column("channel", Text, primary_key=True),
    Column("day", Date, nullable=False),
    Column("outcome", Word(Outcome), nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("inputs_version", Text, nullable=False, index=True),
    Index(None, "channel"),
    Index(None, "day"),
)

# Derived, like the verdicts: whose consent each kept verdict hangs on. Written with them, never the truth.
photo_people = _table(
    "photo_people",
    _ref("photo", "photos.id", key=True),
    Column("person", Text, primary_key=True, index=True),
)

# ── what was let out ──────────────────────────────────────────────────────────────────────────────────────────
releases = _table(
    "releases",
    _id(),
    _text("channel"),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    _text("by"),
    _text("folder_name"),
    Column("count", Integer, nullable=False),
    _text("manifest_sha256"),
)

copies = _table(
    "copies",
    _id(),
    _ref("release", "releases.id"),
    Column("photo", Text, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False, index=True),
    Column("source_sha256", Text, nullable=False, index=True),
    Column("perceptual_hash", Text, index=True),
    Column("outcome", Word(Outcome), nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("seen", Boolean, nullable=False),
    Column("covered", Tuple, nullable=False),
    Column("people", Tuple, nullable=False),
    Column("suspected", Tuple, nullable=False),
    _maybe("event"),
    Column("withdrawn_at", Instant),
    _maybe("withdrawn_why"),
    Column("crop", Tuple),
)

copy_people = _table(
    "copy_people",
    _ref("copy", "copies.id", key=True),
    Column("person", Text, primary_key=True),
    Column("suspected", Boolean, primary_key=True),
    Index(None, "person"),
)

placements = _table(
    "placements",
    _id(),
    _ref("release", "releases.id"),
    _ref("copy", "copies.id", nullable=True),
    _text("place"),
    Column("recallable", Boolean, nullable=False),
    Column("noted_at", Instant, nullable=False),
    _text("noted_by"),
)

takedowns = _table(
    "takedowns",
    _id(),
    _ref("copy", "copies.id"),
    _text("place"),
    _text("reason"),
    Column("recallable", Boolean, nullable=False),
    Column("opened_at", Instant, nullable=False),
    _text("opened_by"),
    Column("done_at", Instant),
    _maybe("done_by"),
    _maybe("proof"),
)

# ── the register of 436 IV.D ──────────────────────────────────────────────────────────────────────────────────
disclosures = _table(
    "disclosures",
    _id(),
    _text("who"),
    _text("network"),
    Column("disclosed_on", Date, nullable=False),
    Column("ended_on", Date),
    _text("by"),
    Column("at", Instant, nullable=False),
    _maybe("note"),
)

audit = _table(
    "audit",
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("entry", LargeBinary, nullable=False),
    Column("mac", LargeBinary, nullable=False),
)
