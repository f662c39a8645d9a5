"""The one place that builds everything: settings, services, command line, window."""

from __future__ import annotations


def main() -> None:
    """Start Consentry."""
