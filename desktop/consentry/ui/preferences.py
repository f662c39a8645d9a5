"""What the window remembers between runs: geometry, recent vaults, appearance. No name, nothing of a roster."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

_RECENT = 5
IDLE_MINUTES = (1, 30)  # lower and upper bound; trust.md


def default_file() -> Path:
    """The settings file of this user."""
    return Path(platformdirs.user_config_dir("consentry", appauthor=False)) / "window.ini"


class Preferences:
    """Settings of the window in an INI file of ours."""

    def __init__(self, file: Path | None = None) -> None:
        self._settings = QSettings(str(file or default_file()), QSettings.Format.IniFormat)

    def geometry(self) -> QByteArray | None:
        """Where the window was, or None on the first run."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else None

    def remember_geometry(self, geometry: QByteArray) -> None:
        """Keep where the window is."""
        self._settings.setValue("window/geometry", geometry)

    def recent_vaults(self) -> list[Path]:
        """Vaults opened on this machine, latest first; those that are gone are left out."""
        value = self._settings.value("vaults/recent") or []
        names = [value] if isinstance(value, str) else list(value) if isinstance(value, (list, tuple)) else []
        return [path for path in map(Path, map(str, names)) if path.is_dir()]

    def remember_vault(self, folder: Path) -> None:
        """Put a vault at the head of the list."""
        kept = [folder, *(known for known in self.recent_vaults() if known != folder)][:_RECENT]
        self._settings.setValue("vaults/recent", [str(path) for path in kept])

    def forget_vaults(self) -> None:
        """Empty the list of recent vaults."""
        self._settings.remove("vaults/recent")

    def idle_minutes(self) -> int:
        """Minutes without a key or a click after which the vault locks (1 to 30, default 5)."""
        low, high = IDLE_MINUTES
        try:
            return min(high, max(low, int(str(self._settings.value("lock/idle_minutes", 5)))))
        except ValueError:
            return 5

    def set_idle_minutes(self, minutes: int) -> None:
        """Change the idle time."""
        self._settings.setValue("lock/idle_minutes", minutes)

    def appearance(self) -> str:
        """Light, dark or as the system has it: "light", "dark", "system"."""
        value = str(self._settings.value("window/appearance", "system"))
        return value if value in {"light", "dark"} else "system"

    def set_appearance(self, appearance: str) -> None:
        """Change the appearance."""
        self._settings.setValue("window/appearance", appearance)

    def language(self) -> str:
        """The language of the window: "en", "es" or "system"."""
        value = str(self._settings.value("window/language", "system"))
        return value if value in {"en", "es"} else "system"

    def set_language(self, language: str) -> None:
        """Change the language; it applies when the program starts next."""
        self._settings.setValue("window/language", language)
