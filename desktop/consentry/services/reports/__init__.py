"""Reports for people: tables with names in them, as xlsx or PDF, where the user asks for them."""

from __future__ import annotations

from consentry.services.reports.report import NAMES, make, write
from consentry.services.reports.shape import Report

__all__ = ["NAMES", "Report", "make", "write"]
