"""Which faces a word on a whole photo was said of: it must not lift what was not open then."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column; of what was said before nobody knows the faces, so it has to be said again."""
    op.add_column("decisions", sa.Column("said_of", sa.Text(), nullable=True))
