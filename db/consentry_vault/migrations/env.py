"""Alembic's entry: runs the steps on the connection that `consentry_vault.migrate` hands over."""

from __future__ import annotations

from alembic import context

from consentry_vault import schema

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
context.run_migrations()
