"""Settings: this vault and how it is kept, reports, this computer, and the faults of the program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from consentry.services.operation import Changes
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.language import LANGUAGES
from consentry.ui.pages.reports import ReportsCard
from consentry.ui.pages.settings_access import AccessCard
from consentry.ui.pages.settings_backups import BackupsCard
from consentry.ui.pages.settings_engine import EngineCard
from consentry.ui.pages.settings_matching import MatchingCard
from consentry.ui.pages.settings_retention import RetentionCard
from consentry.ui.pages.settings_users import UsersCard, role_word
from consentry.ui.preferences import IDLE_MINUTES
from consentry.ui.widgets.page import Page, card, labelled, words

_WIDE = 680  # px, of a card


class SettingsPage(Page):
    """What can be set on this computer, and how this vault is set."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, QCoreApplication.translate("SettingsPage", "Settings"), parent)
        kept = context.preferences
        self.idle = QSpinBox()
        self.idle.setRange(*IDLE_MINUTES)
        self.idle.setSuffix(self.tr(" minutes"))
        self.idle.lineEdit().setTextMargins(7, 0, 0, 0)  # a style sheet's padding does not reach the inner line
        self.idle.setValue(kept.idle_minutes())
        self.idle.valueChanged.connect(self._idle_changed)
        self.appearance = QComboBox()
        for key, text in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.appearance.addItem(text, key)
        self.appearance.setCurrentIndex(self.appearance.findData(kept.appearance()))
        self.appearance.currentIndexChanged.connect(self._appearance_changed)
        self.language = QComboBox()
        self.language.addItem(self.tr("As the system"), "system")
        for key, text in LANGUAGES.items():
            self.language.addItem(text, key)
        self.language.setCurrentIndex(self.language.findData(kept.language()))
        self.language.currentIndexChanged.connect(self._language_changed)
        self.forget_button = QPushButton(self.tr("Forget the recent vaults"))
        self.forget_button.clicked.connect(self._forget)
        self.report_button = QPushButton(self.tr("Copy the reports"))
        self.report_button.clicked.connect(self._copy_reports)
        self.matching, self.engine = MatchingCard(self), EngineCard(self)
        self.retention = RetentionCard(self)
        self.backups, self.access = BackupsCard(self), AccessCard(self)
        self.users = UsersCard(self)
        self.people_reports = ReportsCard(self)
        self._lay_out()

    def concerns(self, changes: Changes) -> bool:
        return changes.settings

    def load(self) -> None:
        for part in (self.matching, self.engine, self.retention, self.backups):
            part.load()
        if self.context.session.is_designee:
            self.users.load()
        count = len(self.context.reports)
        self.report_button.setEnabled(count > 0)
        self.reports.setText(
            self.tr("%n report(s) since the program started. A report names no person and no file.", "", count)
            if count
            else self.tr("Nothing has gone wrong since the program started.")
        )

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.load()

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]
        self.access.forget()
        self.users.forget()

    def _idle_changed(self, minutes: int) -> None:
        self.context.preferences.set_idle_minutes(minutes)
        self.context.bridge.idle_changed.emit(minutes)

    def _appearance_changed(self, _index: int) -> None:
        chosen = str(self.appearance.currentData())
        self.context.preferences.set_appearance(chosen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            style.apply(app, chosen)

    def _language_changed(self, _index: int) -> None:
        self.context.preferences.set_language(str(self.language.currentData()))
        self.message.say(self.tr("The language changes when Consentry starts next."), "info")

    def _forget(self) -> None:
        self.context.preferences.forget_vaults()
        self.message.say(self.tr("The list of recent vaults is empty; the vaults themselves stay."), "done")

    def _copy_reports(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(self.context.reports))
        self.message.say(self.tr("The reports are on the clipboard; they hold no name."), "done")

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        # The whole column is so wide, not each card: a layout asks how high a card of the column's width would be.
        inside.setMaximumWidth(style.wide(_WIDE) + style.SPACE)
        column.setContentsMargins(0, 0, style.SPACE, 0)
        column.setSpacing(style.SPACE * 2)
        column.addWidget(self._vault_card())
        self.users.setVisible(self.context.session.is_designee)
        of_faces = (self.matching, self.engine, self.retention)
        for part in (*of_faces, self.backups, self.access, self.users, self.people_reports):
            column.addWidget(part)
        column.addWidget(self._computer_card())
        column.addWidget(self._reports_card())
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        self.body.addWidget(scroll, 1)

    def _vault_card(self) -> QWidget:
        session = self.context.session
        frame, column = card()
        column.addWidget(words(self.tr("This vault"), "heading"))
        column.addWidget(
            words(
                self.tr("{vault}, opened by {user} ({role})").format(
                    vault=session.vault_name, user=session.user_name, role=role_word(session.vault.user.role)
                )
            )
        )
        return frame

    def _computer_card(self) -> QWidget:
        frame, column = card()
        column.addWidget(words(self.tr("On this computer"), "heading"))
        for name, field in (
            (self.tr("Lock after"), self.idle),
            (self.tr("Appearance"), self.appearance),
            (self.tr("Language"), self.language),
        ):
            field.setMaximumWidth(style.wide(260))
            labelled(column, name, field)
        column.addSpacing(style.SPACE)
        column.addWidget(self.forget_button, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _reports_card(self) -> QWidget:
        frame, column = card()
        column.addWidget(words(self.tr("Faults of the program"), "heading"))
        self.reports = words("", "muted")
        column.addWidget(self.reports)
        column.addWidget(self.report_button, 0, Qt.AlignmentFlag.AlignLeft)
        return frame
