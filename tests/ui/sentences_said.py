"""Every sentence that a window is handed ready-made by the layers below it, found where it is written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from consentry.services import deciding, log, portrait_owners, takedown
from consentry.services.child import Ended
from consentry.services.jobs import Subject
from consentry.services.operation import Cancelled
from consentry_faces.portrait import Problem
from consentry_intake.images import kinds
from consentry_intake.sheets import workbook
from consentry_intake.sheets.recipe import Blank, Meaning
from consentry_policy.clauses import ROWS
from consentry_policy.consents import Flag
from consentry_policy.people import Role
from consentry_policy.records import Answer, SignerRole
from consentry_policy.retention import Why, load_profiles
from consentry_policy.texts import PLACEHOLDERS, load_policy
from consentry_vault.errors import VaultError

_PARTS = {"PhotoError", "UnreadableError", "damaged", "unsupported", "too_large"}
_MAIN = Path(log.__file__).parents[3]
_BELOW = (
    "db/consentry_policy",
    "db/consentry_vault",
    "desktop/consentry_intake",
    "desktop/consentry_faces",
    "desktop/consentry/services",
    "desktop/consentry/worker",
)

# Words that every English sentence of ours has one of and no Spanish one has.
ENGLISH = re.compile(
    r"\b(the|and|of|is|are|was|be|been|that|this|it|its|not|may|must|from|with|has|have|had|who|whose|for|to|at"
    r"|there|what|which|where|nobody|nothing|choose|check|look|says?)\b",
    re.IGNORECASE,
)
NOT_WORDS = re.compile(r"`[^`]*`|\{\w+\}")


def english_in(text: str) -> list[str]:
    """The English words of a text, commands to type and places for values left out."""
    return [word[0] for word in ENGLISH.finditer(NOT_WORDS.sub("", text))]


def of_the_policy() -> Iterator[str]:
    """Reasons, next steps, clauses, states, and what stands where a value is not known."""
    policy = load_policy()
    for code in ROWS:
        yield from (policy.reasons[code].text, policy.reasons[code].next)
        yield from (policy.clauses[code].social, policy.clauses[code].other)
    yield from policy.states.values()
    yield from PLACEHOLDERS.values()


def reason_names() -> Iterator[str]:
    """The reasons by which photos can be filtered."""
    yield from (code.replace("-", " ").capitalize() for code in ROWS)


def modules() -> Iterator[ast.Module]:
    """The code of every module below the window, but for the one that makes sentences."""
    yield from (module for _, module in named_modules())


def named_modules() -> Iterator[tuple[str, ast.Module]]:
    """The same with the names of their files."""
    for folder in _BELOW:
        for file in sorted((_MAIN / folder).rglob("*.py")):
            if file.name == "sentences.py":
                continue
            yield file.name, ast.parse(file.read_text(encoding="utf-8"))


def called(node: ast.AST) -> str:
    """The name of what is called, "" where nothing is."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def literals(node: ast.AST) -> Iterator[str]:
    """The words that an expression can be, one of two where there is a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from literals(value)


def of_the_code() -> Iterator[str]:
    """The words of every `Sentence` and `say`, what work says it does, and how questions can be answered."""
    yield from (blank.value for blank in Blank)
    yield from (role.value for role in Role)
    yield from (meaning.value for meaning in Meaning)
    yield from (*(answer.value for answer in Answer), *(signer.value for signer in SignerRole))
    yield from (flag.value for flag in Flag)
    yield takedown.NO_PLACE
    yield from deciding.WORDS.values()
    yield from (workbook.NO_VALUE, workbook.FAILED)
    for module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and called(node) in {"Sentence", "say"} and node.args:
                yield from literals(node.args[0])
            elif isinstance(node, ast.Call) and called(node) == "progress" and len(node.args) > 2:
                yield from literals(node.args[2])
            elif isinstance(node, ast.Call) and called(node) == "Option" and len(node.args) > 1:
                yield from literals(node.args[1])


def error_calls() -> Iterator[tuple[str, ast.Call]]:
    """Every making of an error that a user can mend, with the module it is in. A photo's and a file's are made of
    parts, which `consentry.ui.said` puts together.
    """
    wanted = _kinds_of_error() - {"PhotoError", "UnreadableError"}
    for name, module in named_modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and called(node) in wanted and node.args:
                yield name, node


def of_the_errors() -> Iterator[str]:
    """The words of every error that a user can mend, where they are written into it or stand in a constant."""
    constants: dict[str, str] = {}
    for module in modules():
        for node in module.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
                constants.update((name, words) for words in literals(node.value))
    for _, call in error_calls():
        words = call.args[0]
        for part in (words.body, words.orelse) if isinstance(words, ast.IfExp) else (words,):
            yield from (
                [constants[part.id]] if isinstance(part, ast.Name) and part.id in constants else literals(part)
            )
    yield from (kind.sentence for kind in VaultError.__subclasses__())
    yield str(Cancelled())


def of_the_files() -> Iterator[str]:
    """The parts of what is wrong with a photo or a file, and what is said of portraits."""
    for subject in Subject:
        yield from subject.value
    yield from (ended.value for ended in Ended)
    yield from ("The file could not be read", "the program failed on it", "the file has more than {count} MB")
    yield from ("the file is damaged", "it is not a photo this program can check", "it is too large")
    for more in ("MB", "million pixels", "frames", "faces"):
        yield f"more than {{count}} {more}"
    yield from (name for _, name in kinds._KNOWN_STARTS)
    yield from (problem.value for problem in Problem)
    yield "Row {count} of the index names no picture or nobody."
    for module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and called(node) in _PARTS:
                for part in node.args:
                    yield from literals(part)
            elif isinstance(node, ast.Call) and called(node) == "_refuse" and len(node.args) == 2:
                yield from literals(node.args[1])
    # A file's own words: constants that begin with a small letter, and what an unreadable index is told by.
    yield from (words for name, words in vars(portrait_owners).items() if name[0] == "_" and _is_told(words))
    yield "The index of the portraits cannot be read; choose the one that came with them."


def of_the_retention() -> Iterator[str]:
    """The profiles that come with the program, and why something is due or must come down."""
    yield from (why.value for why in Why)
    yield from (*takedown.WHY.values(), takedown.OTHERWISE, takedown.REVOKED)
    for rules in load_profiles().values():
        yield from (rules.title, rules.source, rules.advice)


def _is_told(words: object) -> bool:
    return isinstance(words, str) and words.endswith(".") and "; " in words


def _kinds_of_error() -> set[str]:
    """The names of all errors that a user can mend."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for module in modules()
        for node in module.body
        if isinstance(node, ast.ClassDef)
    }
    found = {"MendableError"}
    while more := {name for name, those in bases.items() if those & found} - found:
        found |= more
    return found
