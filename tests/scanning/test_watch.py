"""A source watched on its own threads: real videos of badges, filmed by the simulated camera."""

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from checkin_desktop.scanning.decoder import DoorDecoder
from checkin_desktop.scanning.files import VideoFile
from checkin_desktop.scanning.simulated_camera import HEIGHT, WIDTH, SimulatedCamera, film
from checkin_desktop.scanning.watch import Watch, sightings
from checkin_desktop.services.ports.scanning import Frame, Pixels, Reading, Sighting, Unread
from support.codes import PX_PER_MM, badge_codes, in_frame, qr

Badges = tuple[Sequence[str], Sequence[Pixels]]


@pytest.fixture(scope="module")
def video(badges: Badges, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """Twelve badges held one after the other, and how many frames that took."""
    path = tmp_path_factory.mktemp("videos") / "door.mp4"
    return path, film(SimulatedCamera(badges[1], PX_PER_MM, seed=11), path)


class Told:
    """What a Watch tells, from its own thread."""

    def __init__(self) -> None:
        self.seen: list[Sighting] = []
        self.frames: list[int] = []
        self.ends: list[BaseException | None] = []
        self.ended = threading.Event()

    def frame(self, frame: Frame, readings: tuple[Reading, ...], unread: Unread | None) -> None:
        self.frames.append(frame.index)

    def end(self, failure: BaseException | None) -> None:
        self.ends.append(failure)
        self.ended.set()


def test_each_badge_of_a_video_is_one_sighting(badges: Badges, video: tuple[Path, int]) -> None:
    seen: list[Sighting] = []
    assert sightings(VideoFile(video[0]), DoorDecoder(), seen.append) == video[1]
    assert [s.reading.text for s in seen] == list(badges[0])
    assert [s.taken_at for s in seen] == sorted(s.taken_at for s in seen)


def test_watched_on_threads_no_frame_of_a_file_is_left_out(badges: Badges, video: tuple[Path, int]) -> None:
    told = Told()
    watch = Watch(VideoFile(video[0]), DoorDecoder(), told.frame, told.seen.append, told.end)
    assert told.ended.wait(60)
    watch.stop()
    assert [s.reading.text for s in told.seen] == list(badges[0])
    assert told.frames == list(range(video[1]))
    assert told.ends == [None]


class Live:
    """A camera that shows one badge as long as anybody reads."""

    name, live = "live", True

    def __init__(self) -> None:
        self.pixels = in_frame(qr(badge_codes(1)[0]))
        self.closed = False
        self.index = 0

    def read(self) -> Frame | None:
        self.index += 1
        return None if self.closed else Frame(self.pixels, self.index / 30, self.index)

    def close(self) -> None:
        self.closed = True


def test_stopped_it_releases_the_source_and_says_nothing_more() -> None:
    source, told = Live(), Told()
    first = threading.Event()

    def on_frame(frame: Frame, readings: tuple[Reading, ...], unread: Unread | None) -> None:
        told.frame(frame, readings, unread)
        first.set()

    watch = Watch(source, DoorDecoder(), on_frame, told.seen.append, told.end)
    assert first.wait(30)
    watch.stop()
    count = len(told.frames)
    assert source.closed
    assert told.ends == []
    watch.stop()
    assert len(told.frames) == count


def test_a_decoder_that_fails_is_told_and_not_swallowed() -> None:
    class Broken:
        unread = None

        def decode(self, pixels: Pixels) -> tuple[Reading, ...]:
            raise ZeroDivisionError

    source, told = Live(), Told()
    watch = Watch(source, Broken(), told.frame, told.seen.append, told.end)
    assert told.ended.wait(30)
    watch.stop()
    assert isinstance(told.ends[0], ZeroDivisionError)
    assert source.closed


def test_the_same_seed_films_the_same_frames(badges: Badges) -> None:
    def first_frames(seed: int) -> list[Pixels]:
        camera = SimulatedCamera(badges[1][:2], PX_PER_MM, seed)
        return [frame.pixels for _ in range(12) if (frame := camera.read()) is not None]

    one, again, other = first_frames(5), first_frames(5), first_frames(6)
    assert all(np.array_equal(a, b) for a, b in zip(one, again, strict=True))
    assert not any(np.array_equal(a, b) for a, b in zip(one, other, strict=True))
    assert all(pixels.shape == (HEIGHT, WIDTH, 3) for pixels in one)


def test_the_simulated_camera_is_no_scanner(badges: Badges) -> None:
    """Badges come and go, so some frames are not readable: what it films is not a row of clean codes."""
    camera, decoder, read, frames = SimulatedCamera(badges[1], PX_PER_MM, seed=2), DoorDecoder(), 0, 0
    while (frame := camera.read()) is not None:
        frames += 1
        read += bool(decoder.decode(frame.pixels))
    assert len(badges[0]) * 3 <= read <= frames * 0.75
