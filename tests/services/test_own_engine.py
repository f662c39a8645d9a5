"""A model of one's own: chosen by name, never compared with another, naming nobody before it is measured."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from consentry.services import checking, photos, portraits, settings
from consentry.services.pool import WorkerPool
from consentry.services.session import Session
from consentry_policy.errors import MendableError
from consentry_policy.facts import FaceState
from school_ground import CHANNEL, School

ROW = 'name = "mine"\nfile = "mine.onnx"\nkind = "arcface-112"\nlicence = "MIT"\norigin = "me"\nsha256 = "{}"\n'


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Random patches, averaged: a network that runs and tells nobody apart."""
    kernel = np.random.default_rng(0).normal(size=(16, 3, 8, 8)).astype(np.float32)
    nodes = [
        helper.make_node("Conv", ["face", "kernel"], ["maps"], kernel_shape=[8, 8], strides=[8, 8]),
        helper.make_node("GlobalAveragePool", ["maps"], ["pooled"]),
        helper.make_node("Flatten", ["pooled"], ["template"]),
    ]
    ends = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
        for name, shape in (("face", [1, 3, 112, 112]), ("template", [1, 16]))
    ]
    graph = helper.make_graph(nodes, "tiny", ends[:1], ends[1:], [numpy_helper.from_array(kernel, "kernel")])
    network = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    network.ir_version = 8
    content = network.SerializeToString()
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / "mine.onnx").write_bytes(content)
    (folder / "manifest.toml").write_text("[[weights]]\n" + ROW.format(hashlib.sha256(content).hexdigest()))
    monkeypatch.setenv("CONSENTRY_MODELS", str(folder))
    assert onnx.load_from_string(content).graph.name == "tiny"
    return "mine"


def people_and_states(session: Session) -> tuple[set[str | None], set[FaceState]]:
    batch = photos.batches(session)[0]
    faces = [f for v in photos.views(session, batch.id, CHANNEL) for f in v.faces]
    return {f.person.number for f in faces if f.person is not None}, {f.state for f in faces}


def test_another_engine_starts_from_nothing_and_names_nobody(session: Session, school: School, model: str) -> None:
    assert people_and_states(session)[0] >= {"1001", "1002"}
    settings.set_engine(session, model)
    assert settings.view(session).engine == "mine"
    assert people_and_states(session) == (set(), {FaceState.UNKNOWN, FaceState.TOO_SMALL, FaceState.NOT_A_FACE})
    report = portraits.enrol(session, school.portraits).run()
    assert report.enrolled > 0
    assert report.known == 0
    checking.check(session, [school.photos], [CHANNEL]).run()
    with session.vault.read() as unit:
        gallery = session.recognition.gallery(unit)
        rows = [
            f
            for some in unit.faces.of_photos(unit.batches.photos(photos.batches(session)[0].id)).values()
            for f in some
        ]
    assert gallery.matcher is not None
    assert {f.engine_id for f in rows} == {gallery.engine}
    assert str(gallery.engine).startswith("mine:")
    assert {len(f.template or b"") for f in rows} == {4 * 16}
    assert FaceState.IDENTIFIED not in people_and_states(session)[1]


def test_an_engine_that_is_not_there_is_refused(session: Session, model: str) -> None:
    with pytest.raises(MendableError, match="choose one of: standard, mine"):
        settings.set_engine(session, "other")
    assert session.engine_name == "standard"


def test_a_child_without_its_model_says_so(model: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from consentry.services.photo_jobs import Analyse

    monkeypatch.delenv("CONSENTRY_MODELS")
    with WorkerPool(1, engine=model) as pool, pytest.raises(MendableError, match="no engine 'mine'"):
        pool.submit(Analyse(b"x")).result()
