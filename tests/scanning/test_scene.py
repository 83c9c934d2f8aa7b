"""Which frames of a camera are worth decoding, and which are no picture at all."""

import numpy as np
import pytest

from checkin_desktop.scanning.scene import Attention, Health
from checkin_desktop.services.ports.scanning import CameraState, Pixels

RATE = 30


def room(seed: int, light: float = 110.0) -> Pixels:
    """720p with a webcam's noise."""
    random = np.random.default_rng(seed)
    return np.asarray(np.clip(random.normal(light, 4, (720, 1280, 3)), 0, 255), np.uint8)


ROOMS = [room(n) for n in range(6)]


def with_hand(pixels: Pixels) -> Pixels:
    """A small thing at the edge: the tip of a badge that comes in."""
    changed = pixels.copy()
    changed[600:680, :60] = 190
    return changed


def calm(attention: Attention, seconds: float = 6.0, light: float = 0.0) -> list[bool]:
    """An empty room for so long; `light` is what it gains each second."""
    return [
        attention.worth(
            np.asarray(np.clip(ROOMS[n % 6] + light * n / RATE, 0, 255), np.uint8) if light else ROOMS[n % 6],
            n / RATE,
        )
        for n in range(round(seconds * RATE))
    ]


def test_an_empty_scene_is_sampled_a_few_times_a_second() -> None:
    looked = calm(Attention())
    assert all(looked[:RATE])
    assert sum(looked[-RATE:]) <= 5
    assert sum(looked[-RATE:]) >= 3


def test_daylight_that_changes_slowly_is_no_movement() -> None:
    assert sum(calm(Attention(), light=2.0)[-RATE:]) <= 5


@pytest.mark.parametrize("phase", range(8))
def test_the_very_first_frame_with_something_new_is_decoded(phase: int) -> None:
    attention = Attention()
    calm(attention)
    at = 6.0
    for n in range(phase):
        attention.worth(ROOMS[n % 6], at + n / RATE)
    assert attention.worth(with_hand(ROOMS[phase % 6]), at + phase / RATE)
    still = [attention.worth(with_hand(ROOMS[n % 6]), at + 0.5 + n / RATE) for n in range(RATE)]
    assert all(still)


def test_a_code_that_is_seen_and_not_read_gets_more_time_but_not_for_ever() -> None:
    attention = Attention()
    attention.worth(ROOMS[0], 0.0, True)
    straining = [attention.worth(ROOMS[n % 6], n / RATE, True) for n in range(1, 20 * RATE)]
    assert all(straining[: 9 * RATE])
    assert sum(straining[-RATE:]) <= 5


def test_noise_is_health_and_the_same_bytes_or_none_are_not() -> None:
    health = Health(black_s=2, frozen_s=3)
    assert {health.judge(ROOMS[n % 6], n / RATE) for n in range(200)} == {CameraState.LIVE}
    frozen = [health.judge(ROOMS[0], 10 + n / RATE) for n in range(5 * RATE)]
    assert frozen[0] is CameraState.LIVE
    assert frozen.index(CameraState.FROZEN) / RATE == pytest.approx(3, abs=0.1)
    assert health.judge(ROOMS[1], 20) is CameraState.LIVE
    dark = [health.judge(room(n, 1.0), 21 + n) for n in range(6)]
    assert dark[-1] is CameraState.BLACK
    assert health.judge(ROOMS[2], 40) is CameraState.LIVE


def test_a_dim_hall_with_a_lamp_is_not_black() -> None:
    health = Health(black_s=2, frozen_s=3)
    for n in range(10):
        dim = room(n, 6.0)
        dim[100:200, 100:300] = 120
        state = health.judge(dim, n)
    assert state is CameraState.LIVE
