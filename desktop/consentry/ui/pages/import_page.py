"""The guided import: the sheet and what stands behind it, its columns, a preview, one commit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QWidget

from consentry.services import channels, import_undo, roster_import
from consentry.services.roster_import import ImportChoices, ImportPlan, ImportResult
from consentry.ui import style
from consentry.ui.context import UiContext
from consentry.ui.pages.import_columns import ColumnsStep
from consentry.ui.pages.import_done import DoneStep
from consentry.ui.pages.import_preview import PreviewStep
from consentry.ui.pages.import_source import SourceStep
from consentry.ui.widgets.page import Page, on_keys
from consentry_intake.sheets import Proposal
from consentry_policy.channels import Channel


class ImportPage(Page):
    """Four steps, one at a time. Emits ``left`` for the roster, ``portraits_wanted`` for what comes next."""

    left = Signal()
    portraits_wanted = Signal()

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, QCoreApplication.translate("ImportPage", "Import a sheet"), parent)
        self.back_button = QPushButton(self.tr("Back to the roster"))
        self.back_button.clicked.connect(self.left)
        self.where = QLabel()
        self.where.setProperty("role", "muted")
        self.where.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        widest = max(self.where.fontMetrics().horizontalAdvance(title) for title in self._step_titles())
        self.where.setMinimumWidth(widest + style.SPACE)
        self.tools.addWidget(self.where)
        self.tools.addWidget(self.back_button)
        self.source = SourceStep(context)
        self.columns = ColumnsStep()
        self.preview = PreviewStep()
        self.done = DoneStep()
        self.steps = QStackedWidget()
        for step in (self.source, self.columns, self.preview, self.done):
            self.steps.addWidget(step)
        self.body.addWidget(self.steps, 1)
        self.source.ready.connect(self._read)
        self.columns.back.connect(lambda: self._turn_to(self.source))
        self.columns.ready.connect(self._apply)
        self.columns.ask_again.connect(self._ask_again)
        self.preview.back.connect(self._before_preview)
        self.preview.commit.connect(self._commit)
        self.preview.matched.connect(self._match)
        self.done.undo_wanted.connect(self._undo)
        self.done.roster_wanted.connect(self.left)
        self.done.portraits_wanted.connect(self.portraits_wanted)
        on_keys(self, self.left.emit, None)
        self._path: Path | None = None
        self._choices: ImportChoices | None = None
        self._planned: ImportChoices | None = None  # what the latest plan was asked for
        self._proposal: Proposal | None = None
        self._plan: ImportPlan | None = None

    def begin(self) -> None:
        """Start over with the first step."""
        self._path = self._choices = self._planned = self._proposal = self._plan = None
        self.message.clear()
        self._turn_to(self.source)
        session = self.context.session
        self.fetch(lambda: channels.listed(session), self._show_channels)
        self.source.begin()

    def ended(self) -> None:
        self.steps.setEnabled(True)

    def _show_channels(self, listed: list[Channel]) -> None:
        today = self.context.session.today
        self.source.show_channels([channel for channel in listed if channel.authorised(today)])

    def _read(self, path: Path, choices: ImportChoices) -> None:
        self._path, self._choices = path, choices
        self._make_plan(choices, self._first_plan)

    def _first_plan(self, plan: ImportPlan) -> None:
        self._proposal = plan.proposal
        if plan.proposal is not None:
            self.columns.show_proposal(plan.proposal, plan.notes if plan.reused else None)
            self._turn_to(self.columns)
        else:
            self._show_plan(plan)

    def _ask_again(self) -> None:
        """The recipe of an earlier import is not to be followed: propose one as if there were none."""
        if self._choices is not None:
            self._choices = replace(self._choices, ask_again=True)
            self._make_plan(self._choices, self._first_plan)

    def _apply(self, proposal: Proposal) -> None:
        """The columns step is complete: read the sheet again, by the recipe as it stands now."""
        self._proposal = proposal
        if self._choices is not None:
            self._make_plan(replace(self._choices, recipe=proposal.recipe), self._show_plan)

    def _match(self, said: dict[str, str]) -> None:
        """Rows in doubt were told: plan again, with all that was said of this sheet so far."""
        if self._planned is not None:
            choices = replace(self._planned, match={**self._planned.match, **said})
            self._make_plan(choices, self._show_plan)

    def _make_plan(self, choices: ImportChoices, then: Callable[[ImportPlan], object]) -> None:
        if self._path is None:
            return
        self._planned = choices
        self.steps.setEnabled(False)
        operation = roster_import.plan(self.context.session, self._path, choices)
        self.run(operation, then, self.tr("Reading the sheet"))

    def _show_plan(self, plan: ImportPlan) -> None:
        self._plan = plan
        self.preview.show_plan(plan)
        self._turn_to(self.preview)

    def _before_preview(self) -> None:
        self._turn_to(self.columns if self._proposal is not None else self.source)

    def _commit(self) -> None:
        plan, session = self._plan, self.context.session
        if plan is None:
            return
        self.steps.setEnabled(False)
        self.run(lambda: roster_import.commit(session, plan), self._committed, self.tr("Writing the roster"))

    def _committed(self, result: ImportResult) -> None:
        self._plan = None
        self.done.show_result(result)
        self._turn_to(self.done)

    def _undo(self, key: str) -> None:
        session = self.context.session
        self.steps.setEnabled(False)
        self.run(
            lambda: import_undo.undo(session, key),
            lambda _: self.done.show_undone(),
            self.tr("Taking the import back"),
        )

    def _turn_to(self, step: QWidget) -> None:
        self.message.clear()
        self.steps.setCurrentWidget(step)
        self.where.setText(self._step_titles()[self.steps.indexOf(step)])
        step.setFocus()

    def _step_titles(self) -> list[str]:
        names = (self.tr("Sheet"), self.tr("Columns"), self.tr("Preview"), self.tr("Done"))
        form = self.tr("Step {number} of 4 · {name}")
        return [form.format(number=number, name=name) for number, name in enumerate(names, 1)]
