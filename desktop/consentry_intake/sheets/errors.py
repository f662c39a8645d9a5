"""What goes wrong with a spreadsheet and the user can mend."""

from __future__ import annotations

from consentry_policy.errors import MendableError


class SheetError(MendableError):
    """The file cannot be read as a spreadsheet, or a recipe does not fit it; one sentence with the next step."""
