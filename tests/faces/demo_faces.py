"""The demo's two people, found once with plain YuNet, and what photography can do to a portrait."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import cv2
import numpy as np

from consentry_faces import weights
from consentry_faces.face import Face, Rgb


def astronaut() -> Rgb:
    from skimage import data

    image: Rgb = np.ascontiguousarray(data.astronaut()[:300, 100:400])  # type: ignore[no-untyped-call]
    return image


def admiral() -> Rgb:
    spec = importlib.util.find_spec("matplotlib")
    assert spec is not None
    assert spec.origin is not None
    file = Path(spec.origin).parent / "mpl-data" / "sample_data" / "grace_hopper.jpg"
    image = cv2.imread(str(file))
    assert image is not None
    return np.ascontiguousarray(image[..., ::-1]).astype(np.uint8)


def found(rgb: Rgb) -> Face:
    """The best face of plain YuNet."""
    model = weights.load("yunet-2023mar-int8bq")
    height, width = rgb.shape[:2]
    detector = cv2.FaceDetectorYN.create(
        "onnx", np.frombuffer(model.bytes, np.uint8), np.empty(0, np.uint8), (width, height), 0.5
    )
    _, rows = detector.detect(np.ascontiguousarray(rgb[..., ::-1]))
    assert rows is not None
    x, y, w, h = (float(v) for v in rows[0][:4])
    return Face((x, y, w, h), rows[0][4:14].reshape(5, 2).astype(np.float32), float(rows[0][14]), 0.0, h, 30.0)


def mirrored(rgb: Rgb) -> Rgb:
    return np.ascontiguousarray(rgb[:, ::-1])


def dark(rgb: Rgb) -> Rgb:
    return (rgb * 0.35).astype(np.uint8)


def small(rgb: Rgb) -> Rgb:
    scale = 60 / found(rgb).height
    return cv2.resize(rgb, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA).astype(np.uint8)


def rolled(rgb: Rgb) -> Rgb:
    height, width = rgb.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), 25, 0.9)
    return cv2.warpAffine(rgb, turn, (width, height), borderMode=cv2.BORDER_REPLICATE).astype(np.uint8)
