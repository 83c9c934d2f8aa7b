"""A phone as a camera, over real HTTP: read, and said in words when it stalls, leaves or never was."""

import time
from functools import partial

import numpy as np

from checkin_desktop.scanning.decoder import DoorDecoder
from checkin_desktop.scanning.live import LiveCamera, Patience
from checkin_desktop.scanning.sources import follow_source, locate, open_source
from checkin_desktop.scanning.watch import Watch
from checkin_desktop.services.ports.scanning import (
    CameraSettings,
    CameraState,
    Frame,
    Pixels,
    Reading,
    Sighting,
    Unread,
)
from support.cameras import Statuses
from support.codes import badge_codes, in_frame, qr
from support.mjpeg import phone

CODE = badge_codes(1)[0]
BADGE = in_frame(qr(CODE))


def hall(number: int) -> Pixels:
    """The badge, with a spot that changes so that no two frames are alike."""
    pixels = np.ascontiguousarray(np.atleast_3d(BADGE).repeat(3, axis=2) if BADGE.ndim == 2 else BADGE.copy())
    pixels[:40, :40] = number * 37 % 200
    return pixels


def ignore(frame: Frame, readings: tuple[Reading, ...], unread: Unread | None) -> None:
    """Only what is told of the camera counts."""


def test_a_phones_picture_is_read() -> None:
    with phone(hall) as there:
        source = open_source(there.address)
        frame = source.read()
        source.close()
    assert frame is not None
    assert [r.text for r in DoorDecoder().decode(frame.pixels)] == [CODE]


def test_one_that_stalls_is_said_and_used_again_when_it_goes_on() -> None:
    told, seen = Statuses(), list[Sighting]()
    with phone(hall) as there:
        camera = LiveCamera(
            there.address,
            partial(locate, there.address, tuple),
            told,
            patience=Patience(silent=0.5, hung=60),
        )
        watch = Watch(camera, DoorDecoder(), ignore, seen.append, lambda _: None)
        told.until(CameraState.LIVE)
        there.stalled.set()
        told.until(CameraState.CUT)
        before = len(told.all)
        there.stalled.clear()
        told.until(CameraState.LIVE, before)
        there.stalled.set()
        started = time.monotonic()
        watch.stop()
        assert time.monotonic() - started < 1.6
    assert [s.reading.text for s in seen][:1] == [CODE]


def test_one_that_leaves_and_comes_back() -> None:
    told = Statuses()
    with phone(hall) as there:
        camera = LiveCamera(
            there.address, partial(locate, there.address, tuple), told, patience=Patience(again=0.05)
        )
        watch = Watch(camera, DoorDecoder(), ignore, lambda _: None, lambda _: None)
        told.until(CameraState.LIVE)
        there.gone.set()
        told.until(CameraState.CUT)
        before = len(told.all)
        there.gone.clear()
        told.until(CameraState.LIVE, before)
        watch.stop()


def test_a_dead_address_blocks_nothing() -> None:
    for address in ("http://127.0.0.1:9/video", "rtsp://127.0.0.1:9/live"):
        told = Statuses()
        started = time.monotonic()
        watch = Watch(
            follow_source(address, told, CameraSettings()),
            DoorDecoder(),
            ignore,
            lambda _: None,
            lambda _: None,
        )
        assert time.monotonic() - started < 0.5
        status = told.until(CameraState.UNREACHABLE)
        watch.stop()
        assert status.trouble is not None
        assert status.trouble.arguments == {"source": address}
