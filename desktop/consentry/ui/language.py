"""The language of the window: English is in the code, others are in resources/translations."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from consentry_policy import resources

LANGUAGES = {"en": "English", "es": "Español"}


def install(app: QApplication, wanted: str = "system") -> str:
    """Speak ``wanted`` ("en", "es" or "system") from now on in what is made next; gives the language in use."""
    code = wanted if wanted in LANGUAGES else QLocale.system().name()[:2]
    if code == "en" or code not in LANGUAGES:
        return "en"
    QLocale.setDefault(QLocale(code))
    ours, qts = QTranslator(app), QTranslator(app)
    if qts.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qts)
    if ours.load(str(resources.path(f"translations/consentry_{code}.qm"))):
        app.installTranslator(ours)
    return code
