"""What was let out, where it was posted, and what must come back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables."""
    _releases()
    _copies()
    _copy_people()
    _placements()
    _takedowns()


def _releases() -> None:
    op.create_table(
        "releases",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("folder_name", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("manifest_sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_releases"),
    )


def _copies() -> None:
    op.create_table(
        "copies",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("release", sa.Text(), nullable=False),
        sa.Column("photo", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("source_sha256", sa.Text(), nullable=False),
        sa.Column("perceptual_hash", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.Column("covered", sa.JSON(), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("suspected", sa.JSON(), nullable=False),
        sa.Column("event", sa.Text(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.Column("withdrawn_why", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["release"], ["releases.id"], name="fk_copies_release", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_copies"),
    )
    op.create_index("ix_copies_photo", "copies", ["photo"], unique=False)
    op.create_index("ix_copies_release", "copies", ["release"], unique=False)
    op.create_index("ix_copies_sha256", "copies", ["sha256"], unique=False)
    op.create_index("ix_copies_source_sha256", "copies", ["source_sha256"], unique=False)


def _copy_people() -> None:
    op.create_table(
        "copy_people",
        sa.Column("copy", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("suspected", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["copy"], ["copies.id"], name="fk_copy_people_copy", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("copy", "person", "suspected", name="pk_copy_people"),
    )
    op.create_index("ix_copy_people_person", "copy_people", ["person"], unique=False)


def _placements() -> None:
    op.create_table(
        "placements",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("release", sa.Text(), nullable=False),
        sa.Column("copy", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("recallable", sa.Boolean(), nullable=False),
        sa.Column("noted_at", sa.DateTime(), nullable=False),
        sa.Column("noted_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["copy"], ["copies.id"], name="fk_placements_copy", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["release"], ["releases.id"], name="fk_placements_release", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_placements"),
    )
    op.create_index("ix_placements_copy", "placements", ["copy"], unique=False)
    op.create_index("ix_placements_release", "placements", ["release"], unique=False)


def _takedowns() -> None:
    op.create_table(
        "takedowns",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("copy", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recallable", sa.Boolean(), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("done_by", sa.Text(), nullable=True),
        sa.Column("proof", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["copy"], ["copies.id"], name="fk_takedowns_copy", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_takedowns"),
    )
    op.create_index("ix_takedowns_copy", "takedowns", ["copy"], unique=False)
