"""The language of the window: English is in the code, the rest is in resources/translations.

The translation files are read as they are (Qt Linguist's .ts, plain XML) and compiled in memory, so that no built
file can be stale.
``consentry_en.ts`` holds the English plurals alone.
"""

from __future__ import annotations

from functools import cache

from defusedxml.ElementTree import fromstring
from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from consentry.ui.qm import Forms, compiled
from consentry_policy import resources

LANGUAGES = {"en": "English", "es": "Español"}


def read_messages(text: str) -> dict[tuple[str, str], Forms]:
    """The finished messages of a .ts file by context and source; two forms (one, many) where a number decides."""
    found: dict[tuple[str, str], Forms] = {}
    for context in fromstring(text).iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform")) or (translation.text or "",)
            if all(forms):
                found[name, message.findtext("source") or ""] = forms
    return found


@cache
def _compiled(code: str) -> bytes:
    """Kept for good: Qt reads the bytes in place for as long as a translator has them."""
    return compiled(read_messages(resources.read_text(f"translations/consentry_{code}.ts")))


def install(app: QApplication, wanted: str = "system") -> str:
    """Speak ``wanted`` ("en", "es" or "system") in whatever is made from now on; gives the language in use."""
    code = wanted if wanted in LANGUAGES else QLocale.system().name()[:2]
    code = code if code in LANGUAGES else "en"
    if code != "en":
        QLocale.setDefault(QLocale(code))
        dialogs = QTranslator(app)  # Qt's own words: Cancel, Open, the calendar
        if dialogs.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(dialogs)
    ours = QTranslator(app)
    if not ours.load(_compiled(code)):
        raise ValueError("Qt cannot read the messages that were made for it")
    app.installTranslator(ours)
    return code
