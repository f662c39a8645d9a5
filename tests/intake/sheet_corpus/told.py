"""Says what came out of a sheet in short lines that tests compare."""

from __future__ import annotations

from consentry_intake import sheets
from consentry_intake.sheets import Interpretation, Recipe, RosterRow, RowAnswer
from consentry_policy.channels import ChannelKind

CHANNELS = {
    "Facebook": ChannelKind.SOCIAL,
    "Instagram": ChannelKind.SOCIAL,
    "School website": ChannelKind.WEBSITE,
    "Local paper": ChannelKind.PRESS,
    "Yearbook": ChannelKind.YEARBOOK,
    "Newsletter": ChannelKind.PRINT,
    "Hallway screen": ChannelKind.INTERNAL,
}


def answer_line(answer: RowAnswer) -> str:
    """ "grant Yearbook", "refusal all", "unreadable all !court order", "- all"."""
    line = answer.answer.value if answer.answer is not None else "-"
    line += " " + ("all" if answer.channels is None else "+".join(sorted(answer.channels)))
    for condition in sorted(answer.conditions):
        line += f" [{condition.value}]"
    if answer.signed_on is not None:
        line += f" signed {answer.signed_on}"
    if answer.until is not None:
        line += f" until {answer.until}"
    if answer.signer is not None:
        line += f" by {answer.signer}"
    return line + (f" !{answer.flag}" if answer.flag else "")


def person_line(row: RosterRow) -> str:
    """ "1007 Baker, Ann (3)"; people without a number have "?"."""
    return f"{row.number or '?'} {row.last_name}, {row.first_name} ({row.grade or ''})"


def told(found: Interpretation) -> dict[str, list[str]]:
    """Each person's answers."""
    return {person_line(row): [answer_line(answer) for answer in row.answers] for row in found.rows}


def problems(found: Interpretation) -> list[tuple[int, str | None, bool]]:
    """(row, cell, taken) of each problem."""
    return [(problem.row, problem.cell, problem.taken) for problem in found.problems]


def imported(data: bytes, name: str, answers: dict[str, str] | None = None) -> tuple[Interpretation, Recipe]:
    """The whole way: read, propose, answer, and over the recipe's TOML and the pipe's JSON to the people."""
    book = sheets.read(data, name)
    proposal = sheets.answer(sheets.propose(book), answers or {})
    assert not sheets.open_questions(proposal), [question.id for question in sheets.open_questions(proposal)]
    recipe = sheets.load_recipe(sheets.dump_recipe(proposal.recipe))
    assert recipe == proposal.recipe
    found = sheets.interpret(book, recipe, CHANNELS)
    assert sheets.from_json(Interpretation, sheets.to_json(found)) == found
    return found, recipe


def required(data: bytes, name: str) -> list[str]:
    """The ids of the questions that must be answered."""
    return [question.id for question in sheets.open_questions(sheets.propose(sheets.read(data, name)))]
