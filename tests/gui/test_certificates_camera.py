"""Certificates before the camera: a film of real pages through the real decoder, answered at once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.support.papers import certificate

from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.gui.camera import FeedState
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.gui.pages.certificates.presenter import Verified
from checkin_desktop.scanning.stills import decode_file
from checkin_desktop.services.certificates import certificate_faces, issue, revoke
from checkin_desktop.services.ports.scanning import Pixels
from support.codes import in_frame, qr

from .certificates_page import id_of, page
from .conftest import Settled

__all__ = ["page"]
_SHOWN, _AWAY = 10, 25
"""Frames that a code is before the lens, and that it is away."""
Film = Callable[..., Path]


@pytest.fixture
def film(tmp_path: Path) -> Film:
    """Writes frames as a video file: each for a moment, nothing in between."""

    def write(*frames: Pixels, name: str = "film.avi") -> Path:
        path = tmp_path / name
        out = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 25, (1280, 720))
        empty = np.full((720, 1280, 3), 120, np.uint8)
        for frame in frames:
            for shown, times in ((frame, _SHOWN), (empty, _AWAY)):
                for number in range(times):
                    shot = np.ascontiguousarray(shown if shown.ndim == 3 else shown[..., None].repeat(3, 2))
                    shot[:40, :40] = number * 37 % 200
                    out.write(shot)
        out.release()
        return path

    return write


def before_the_lens(context: Context, surname: str, folder: Path) -> Pixels:
    """The printed page of somebody's certificate as a webcam sees it: its code near, tilted, a little out of focus."""
    faces = list(certificate_faces(context.desk, [id_of(context, surname)]))
    pdf = context.tools.draw_certificates(faces, context.language.words)
    shown = context.tools.render_page(pdf, 0, 2400)
    pixels = np.frombuffer(shown.rgb, np.uint8).reshape(shown.height, shown.width, 3)[..., ::-1]
    (folder / f"{surname}.png").write_bytes(cv2.imencode(".png", pixels)[1].tobytes())
    (found,) = [r for r in decode_file(folder / f"{surname}.png").readings if len(r.text) > 100]
    x, y = np.mean(found.corners, axis=0)
    turned = cv2.getRotationMatrix2D((float(x), float(y)), 7, 1.1)
    turned[:, 2] += (640 - x, 360 - y)
    seen = cv2.warpAffine(pixels, turned, (1280, 720), borderValue=(120, 120, 120))
    return np.asarray(cv2.GaussianBlur(seen, (0, 0), 0.8), np.uint8)


def watch(page: CertificatesPage, source: Path) -> list[CertificateVerdict]:
    """Opens the tab with this as the desk's camera; the verdicts as they come."""
    context, said = page.context, list[CertificateVerdict]()
    page.presenter.verified.connect(lambda v: said.append(verdict_of(v)))
    context.change_preferences(replace(context.preferences(), camera=str(source)))
    page.tabs.setCurrentWidget(page.verify)
    return said


def verdict_of(said: Verified) -> CertificateVerdict:
    (found,) = said.found
    return found.verdict


def test_each_answer_comes_at_once(
    page: CertificatesPage, context: Context, film: Film, tmp_path: Path, qtbot: QtBot, settled: Settled
) -> None:
    ids = [id_of(context, "Zárate"), id_of(context, "Ñahui")]
    issue(context.desk, ids)
    pages = [before_the_lens(context, name, tmp_path) for name in ("Zárate", "Ñahui")]
    revoke(context.desk, ids[1], "Nombre mal escrito")
    token = certificate_faces(context.desk, ids[:1])[0].token
    forged = token[:-6] + ("AAA" if token[-6:-3] != "AAA" else "BBB") + token[-3:]
    others = [in_frame(qr(text, 5)) for text in (forged, certificate().token, "hola")]
    said = watch(page, film(*pages, *others))
    qtbot.waitUntil(lambda: len(said) == 5, timeout=60_000)
    assert said == [
        CertificateVerdict.VALID,
        CertificateVerdict.REVOKED,
        CertificateVerdict.BAD_SIGNATURE,
        CertificateVerdict.UNKNOWN_KEY,
        CertificateVerdict.CANNOT_CHECK,
    ]
    settled()
    assert page.verify.card.title.text() == "NO SE PUEDE COMPROBAR AQUÍ"


def test_paused_it_answers_nothing_and_goes_on(
    page: CertificatesPage, context: Context, film: Film, qtbot: QtBot, settled: Settled
) -> None:
    feed, camera = context.camera, page.verify.camera
    said = watch(page, film(in_frame(qr("hola", 5))))
    qtbot.waitUntil(lambda: len(said) == 1, timeout=30_000)
    qtbot.mouseClick(camera.pause, Qt.MouseButton.LeftButton)
    assert (feed.current.state, camera.pause.text()) == (FeedState.OFF, "Seguir")
    page.tabs.setCurrentWidget(page.review)
    page.tabs.setCurrentWidget(page.verify)
    assert feed.current.state is FeedState.OFF, "it stays paused"
    qtbot.mouseClick(camera.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(said) == 2, timeout=30_000)
    settled()


def test_leaving_the_tab_stops_only_what_was_opened_for_it(
    page: CertificatesPage, context: Context, film: Film, qtbot: QtBot, settled: Settled
) -> None:
    feed, codes = context.camera, []
    feed.seen.connect(codes.append)
    long = film(*[in_frame(qr(f"hola {n}", 5)) for n in range(12)])
    said = watch(page, long)
    qtbot.waitUntil(lambda: len(said) == 1, timeout=30_000)
    page.tabs.setCurrentWidget(page.review)
    assert feed.current.state is FeedState.OFF
    feed.start(str(long))
    page.tabs.setCurrentWidget(page.verify)
    qtbot.waitUntil(lambda: len(said) == 2, timeout=30_000)
    page.tabs.setCurrentWidget(page.review)
    assert feed.running, "the desk's goes on"
    before = len(codes)
    qtbot.waitUntil(lambda: len(codes) > before, timeout=30_000)
    assert len(said) == 2, "nobody looks at this tab"
    page.tabs.setCurrentWidget(page.verify)
    page.verify.camera.pause.click()
    assert not feed.running
    page.hide()
    assert feed.running, "paused here, not at the desk"
    feed.stop()
    settled()
