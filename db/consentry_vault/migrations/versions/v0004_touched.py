"""What lets a change of one person, event or day find the verdicts that hang on it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table and the indexes."""
    op.create_table(
        "photo_people",
        sa.Column("photo", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["photo"], ["photos.id"], name="fk_photo_people_photo", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("photo", "person", name="pk_photo_people"),
    )
    op.create_index("ix_photo_people_person", "photo_people", ["person"], unique=False)
    op.create_index("ix_verdicts_inputs_version", "verdicts", ["inputs_version"], unique=False)
    op.create_index("ix_verdicts_day", "verdicts", ["day"], unique=False)
    op.create_index("ix_decisions_value", "decisions", ["value"], unique=False)
