"""The card on retention: which rule says when face templates are destroyed, what is due, and destroying it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from consentry.services import retention_job, settings
from consentry.services.retention_job import RetentionReport
from consentry.services.settings import SettingsView
from consentry.ui import said, style
from consentry.ui.widgets.page import Page, as_card, labelled, words


class RetentionCard(QWidget):
    """Nothing is destroyed that was not shown as due before."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._set = ""
        self._profiles = {profile.id: profile for profile in settings.profiles()}
        self.profile = QComboBox()
        for profile in self._profiles.values():
            self.profile.addItem(said.sentence(profile.title), profile.id)
        self.profile.currentIndexChanged.connect(lambda _: self._profile_chosen())
        self.source, self.advice, self.due = words("", "small"), words("", "small"), words("", "muted")
        self.profile_button = QPushButton(self.tr("Use this profile"))
        self.profile_button.clicked.connect(self._use)
        self.preview_button = QPushButton(self.tr("Show what is due"))
        self.preview_button.clicked.connect(self._preview)
        self.destroy_button = QPushButton(self.tr("Destroy what is due"))
        self.destroy_button.clicked.connect(self._ask)
        self._lay_out()
        self._forget_preview()

    def load(self) -> None:
        """Show what is set."""
        session = self._page.context.session
        self._page.fetch(lambda: settings.view(session), self._show_profile)

    def _show_profile(self, view: SettingsView) -> None:
        self._set = view.profile
        self.profile.setCurrentIndex(self.profile.findData(view.profile))
        self._profile_chosen()

    def _profile_chosen(self) -> None:
        chosen = self._profiles.get(str(self.profile.currentData()))
        source, advice = (said.sentence(chosen.source), said.sentence(chosen.advice)) if chosen else ("", "")
        self.source.setText(self.tr("Source: {source}").format(source=source) if source else "")
        self.advice.setText(advice)
        self.profile_button.setEnabled(chosen is not None and chosen.id != self._set)
        self._forget_preview()

    def _forget_preview(self) -> None:
        """What was shown as due may hold no longer."""
        self.destroy_button.setEnabled(False)
        self.due.hide()

    def _use(self) -> None:
        session, wanted = self._page.context.session, str(self.profile.currentData())
        self._page.run(
            lambda: settings.set_profile(session, wanted),
            lambda _: self._page.message.say(self.tr("The retention profile is set."), "done"),
            self.tr("Setting the profile"),
        )

    def _preview(self) -> None:
        job = retention_job.run(self._page.context.session, dry_run=True)
        self._page.run(job, self._show_due, self.tr("Looking for what is due"))

    def _show_due(self, report: RetentionReport) -> None:
        count = report.portraits + report.faces
        profile = self._profiles.get(report.profile)
        lines = [
            self.tr("By the profile {profile}: %n face template(s) due.", "", count).format(
                profile=said.sentence(profile.title) if profile else report.profile
            )
        ]
        lines += [f"{said.sentence(reason)}: {number}" for reason, number in report.reasons.items()]
        if report.next_due is not None:
            lines.append(self.tr("The next is due on {day}.").format(day=report.next_due.isoformat()))
        self.due.setText("\n".join(lines))
        self.due.show()
        self.destroy_button.setEnabled(count > 0)

    def _ask(self) -> None:
        self._page.message.say(
            self.tr("Templates and crops that are due are destroyed for good, in the backups too."),
            "care",
            self.tr("Destroy them"),
            self._destroy,
        )
        self._page.message.action.setFocus()

    def _destroy(self) -> None:
        job = retention_job.run(self._page.context.session)
        self._page.run(job, self._destroyed, self.tr("Destroying what is due"))

    def _destroyed(self, report: RetentionReport) -> None:
        self._forget_preview()
        count = report.portraits + report.faces
        self._page.message.say(self.tr("%n face template(s) destroyed, in the backups too.", "", count), "done")

    def _lay_out(self) -> None:
        column = as_card(self, self.tr("Retention"))
        self.profile.setMaximumWidth(style.wide(340))
        labelled(column, self.tr("When face templates are destroyed, by the rules of"), self.profile)
        column.addWidget(self.source)
        column.addWidget(self.advice)
        column.addWidget(self.due)
        row = QHBoxLayout()
        row.setSpacing(style.SPACE)
        for button in (self.profile_button, self.preview_button, self.destroy_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
