"""A person's records, an import's columns, a missing model file: what the window says of them in Spanish."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from office import USER, Office
from PySide6.QtWidgets import QLabel
from sentences_said import english_in

from consentry.services import deciding, roster
from consentry.services.child import WorkerStartError
from consentry.services.photo_jobs import Analyse
from consentry.services.pool import WorkerPool
from consentry.services.takedown import NO_PLACE, TaskView
from consentry.services.untrusted import BadReplyError, told
from consentry.ui import said
from consentry.ui.pages.import_page import ImportPage
from consentry.ui.pages.releases_tasks import TaskList
from consentry.ui.pages.roster import RosterPage
from consentry.ui.trouble import trouble_of
from consentry_policy.channels import Channel, ChannelKind, Condition
from consentry_policy.decisions import DecisionKind
from consentry_policy.people import Role
from consentry_policy.records import Answer
from consentry_policy.retention import RetentionError, parse_profiles
from consentry_policy.sentences import Sentence, say
from consentry_policy.texts import PolicyError, parse_policy


@pytest.fixture
def ana(office: Office) -> str:
    """A student of grade 12 without a birth date: a yes with a condition until today, then a protection."""
    session, since = office.session, office.session.today - timedelta(days=30)
    with session.vault.write() as unit:
        unit.channels.add(Channel("Instagram", ChannelKind.SOCIAL, USER, since))
    person = roster.add_person(session, "1001", "Sol", "Ana", frozenset({Role.STUDENT}), "12")
    only_groups = frozenset({Condition.GROUP_ONLY})
    roster.set_consent(
        session, person, Answer.GRANT, None, "armario 3", until=session.today, conditions=only_groups
    )
    return person


def test_the_history_of_a_person_is_spanish(office: Office, ana: str, spanish: None) -> None:
    page = office.show(RosterPage(office.context))
    panel = page.list.person
    today = office.session.today.isoformat()
    office.click(panel.on_a_day.show_button)
    on_the_day = " ".join(label.text() for label in panel.on_a_day.findChildren(QLabel))
    assert f"autorización del {today}, tutor" in on_the_day
    moment = panel.history.moments[0]
    assert moment.accessibleName().startswith(
        f"{today} · autorización hasta el {today}. todos los canales · tutor"
    )
    assert moment.accessibleName().endswith("armario 3 · solo fotos de grupo")
    assert "sin fecha de nacimiento: puede tener 18" in panel.flags.text
    office.click(moment.correct_button)
    told_by_the_form = panel.correction_form.what.text()
    assert "autorización hasta el" in told_by_the_form
    assert english_in(" ".join((on_the_day, moment.accessibleName(), panel.flags.text, told_by_the_form))) == []
    roster.protect(office.session, ana, "orden judicial")
    office.settle()
    assert f"{today} · con protección. en todas partes" in panel.history.moments[0].accessibleName()


def test_a_name_in_the_history_stays_as_it_was_written(office: Office, ana: str, spanish: None) -> None:
    roster.set_consent(office.session, ana, Answer.REFUSAL, frozenset({"Instagram"}), "other", signer="other")
    page = office.show(RosterPage(office.context))
    office.settle()
    newest = page.list.person.history.moments[0].accessibleName()
    assert newest.endswith("negativa. Instagram · other · other")


def test_why_a_column_is_read_so_is_told_in_spanish(office: Office, spanish: None) -> None:
    office.list_channel()
    page = office.show(ImportPage(office.context))
    office.type(page.source.file.line, str(office.sheet()))
    office.type(page.source.evidence, "armario 3")
    office.click(page.source.next_button)
    tips = [box.toolTip() for box in page.columns.meanings.values()]
    assert "El encabezado dice: apellido." in tips
    assert "El encabezado pide permiso para fotos." in tips
    assert [(tip, found) for tip in tips if (found := english_in(tip))] == []


def test_a_copy_that_nobody_noted_a_place_of_is_told_in_spanish(office: Office, spanish: None) -> None:
    tasks = TaskList()
    office.show(tasks)
    task = TaskView("t", "c", "a.jpg", NO_PLACE, "consent is refused", True, False, None)
    tasks.show_tasks([task, TaskView("u", "c", "a.jpg", "consent is refused", "x", True, False, None)])
    shown = [str(tasks.model.data(tasks.model.index(row, 1))) for row in range(2)]
    assert shown == ["no consta dónde se publicó", "consent is refused"], "a place that somebody typed stays"


def test_a_damaged_model_file_is_told_in_spanish_from_the_child_on(
    office: Office, spanish: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "face_detection_yunet_2023mar_int8bq.onnx"
    (tmp_path / name).write_bytes(b"altered")
    monkeypatch.setenv("CONSENTRY_MODELS", str(tmp_path))
    with WorkerPool(1) as one, pytest.raises(WorkerStartError) as error:
        one.submit(Analyse(b"\xff\xd8\xff")).result()
    text = trouble_of(error.value).sentence
    assert text == (
        f"El archivo de modelo {name} está alterado o dañado; instale Consentry de nuevo o ponga el archivo "
        "original en su carpeta de modelos."
    )


@pytest.mark.parametrize(
    "lie",
    [
        "text",
        {"template": 5, "values": [], "fixed": []},
        {"template": "{a}", "values": [["a"]], "fixed": []},
        {"template": "{a}", "values": [["a", 3]], "fixed": []},
        {"template": "{a}", "values": [], "fixed": None},
        {"template": "x" * 500, "values": [], "fixed": []},
        {"template": "\x1b[2J", "values": [], "fixed": []},
    ],
)
def test_a_sentence_of_the_child_that_is_none_is_refused(lie: object) -> None:
    with pytest.raises(BadReplyError):
        told({"fatal": lie}, "fatal")


def test_a_place_in_a_childs_sentence_reaches_nothing() -> None:
    made = told({"fatal": {"template": "{a.__class__} {b}", "values": [["b", "x"]], "fixed": ["b", "c"]}}, "fatal")
    assert made == Sentence("{a.__class__} {b}", (("b", "x"),), ("b",))
    assert str(made) == "{a.__class__} x"


def test_errors_in_a_districts_own_files_are_told_in_spanish(spanish: None) -> None:
    with pytest.raises(PolicyError) as policy:
        parse_policy('format = 1\ntitle = ""\n[reasons]\n')
    with pytest.raises(RetentionError) as retention:
        parse_profiles('[profiles.own]\ntitle = "x"\n')
    texts = [trouble_of(error.value).sentence for error in (policy, retention)]
    assert texts[0].startswith("En el archivo de la norma, title debe ser un texto de 1 a 400 caracteres")
    assert texts[1].startswith("Al perfil de conservación own le falta")
    assert said.sentence(Sentence("the policy file")) in texts[0]


def test_what_was_undone_is_told_in_spanish(spanish: None) -> None:
    one = said.sentence(Sentence(deciding.WORDS[DecisionKind.COVER]))
    many = say("{what} ({count} at once)", what=Sentence(deciding.WORDS[DecisionKind.PERSON]), count=14)
    assert one == "cubierta"
    assert said.sentence(many) == "quién es (14 a la vez)"
