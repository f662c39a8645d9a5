"""What a released copy was cut to: who lies outside is not shown by it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column; copies let out before show the whole photo."""
    op.add_column("copies", sa.Column("crop", sa.JSON(), nullable=True))
