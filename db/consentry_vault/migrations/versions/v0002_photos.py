"""Candidate photos, their faces, and what was decided about them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    _batches()
    _photos()
    _batch_photos()
    _thumbnails()
    _faces()
    _face_crops()
    _decisions()
    _seen()
    _verdicts()


def _batches() -> None:
    op.create_table(
        "batches",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("channels", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_batches"),
    )


def _photos() -> None:
    op.create_table(
        "photos",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("source_path", sa.Text(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("frames", sa.Integer(), nullable=False),
        sa.Column("taken_at", sa.Text(), nullable=True),
        sa.Column("format", sa.Text(), nullable=True),
        sa.Column("perceptual_hash", sa.Text(), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("engine_id", sa.Text(), nullable=True),
        sa.Column("weights_sha256", sa.Text(), nullable=True),
        sa.Column("checked_at", sa.DateTime(), nullable=True),
        sa.Column("must_recheck", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_photos"),
        sa.UniqueConstraint("sha256", name="uq_photos_sha256"),
    )


def _batch_photos() -> None:
    op.create_table(
        "batch_photos",
        sa.Column("batch", sa.Text(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["batch"], ["batches.id"], name="fk_batch_photos_batch", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["photo"], ["photos.id"], name="fk_batch_photos_photo", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("batch", "photo", name="pk_batch_photos"),
    )
    op.create_index("ix_batch_photos_photo", "batch_photos", ["photo"], unique=False)


def _thumbnails() -> None:
    op.create_table(
        "thumbnails",
        sa.Column("photo", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["photo"], ["photos.id"], name="fk_thumbnails_photo", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("photo", name="pk_thumbnails"),
    )


def _faces() -> None:
    op.create_table(
        "faces",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("box", sa.JSON(), nullable=False),
        sa.Column("landmarks", sa.JSON(), nullable=True),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("roll", sa.Float(), nullable=False),
        sa.Column("height", sa.Float(), nullable=False),
        sa.Column("sharpness", sa.Float(), nullable=False),
        sa.Column("must_settle", sa.Boolean(), nullable=False),
        sa.Column("drawn", sa.Boolean(), nullable=False),
        sa.Column("template", sa.LargeBinary(), nullable=True),
        sa.Column("engine_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["photo"], ["photos.id"], name="fk_faces_photo", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_faces"),
    )
    op.create_index("ix_faces_engine_id", "faces", ["engine_id"], unique=False)
    op.create_index("ix_faces_photo", "faces", ["photo"], unique=False)


def _face_crops() -> None:
    op.create_table(
        "face_crops",
        sa.Column("face", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["face"], ["faces.id"], name="fk_face_crops_face", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("face", name="pk_face_crops"),
    )


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("sequence", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=False),
        sa.Column("face", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("by_role", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["photo"], ["photos.id"], name="fk_decisions_photo", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sequence", name="pk_decisions"),
        sa.UniqueConstraint("id", name="uq_decisions_id"),
    )
    op.create_index("ix_decisions_face", "decisions", ["face"], unique=False)
    op.create_index("ix_decisions_photo", "decisions", ["photo"], unique=False)


def _seen() -> None:
    op.create_table(
        "seen",
        sa.Column("sequence", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("photo", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["photo"], ["photos.id"], name="fk_seen_photo", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("sequence", name="pk_seen"),
    )
    op.create_index("ix_seen_photo", "seen", ["photo"], unique=False)


def _verdicts() -> None:
    op.create_table(
        "verdicts",
        sa.Column("photo", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("inputs_version", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["photo"], ["photos.id"], name="fk_verdicts_photo", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("photo", "channel", name="pk_verdicts"),
    )
    op.create_index("ix_verdicts_channel", "verdicts", ["channel"], unique=False)
