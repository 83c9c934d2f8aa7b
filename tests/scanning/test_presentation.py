"""One badge held before the lens is one scan."""

import numpy as np
import pytest

from checkin_desktop.scanning.presentation import GONE_AFTER_S, Presentations
from checkin_desktop.services.ports.scanning import Frame, Reading, Symbology

NOWHERE = ((0, 0), (1, 0), (1, 1), (0, 1))


def seen(watcher: Presentations, at: float, *texts: str) -> list[str]:
    frame = Frame(np.zeros((1, 1), np.uint8), at, round(at * 30))
    readings = tuple(Reading(t, t.encode(), Symbology.QR, NOWHERE) for t in texts)
    told = watcher.see(frame, readings)
    assert all(s.taken_at == at and s.frame_index == frame.index for s in told)
    return [s.reading.text for s in told]


def test_held_for_a_minute_is_told_once() -> None:
    watcher = Presentations()
    told = [text for n in range(1800) for text in seen(watcher, n / 30, "A")]
    assert told == ["A"]


def test_a_frame_that_was_not_read_does_not_tell_it_again() -> None:
    watcher = Presentations()
    told = [text for n in range(300) for text in seen(watcher, n / 30, *(["A"] if n % 30 == 0 else []))]
    assert told == ["A"]


@pytest.mark.parametrize(("away", "told"), [(GONE_AFTER_S - 0.1, []), (GONE_AFTER_S + 0.1, ["A"])])
def test_taken_away_and_shown_again_is_another_scan(away: float, told: list[str]) -> None:
    watcher = Presentations()
    assert seen(watcher, 0, "A") == ["A"]
    assert seen(watcher, away, "A") == told


def test_badges_in_one_frame_and_after_each_other() -> None:
    watcher = Presentations()
    assert seen(watcher, 0.0, "A", "B") == ["A", "B"]
    assert seen(watcher, 0.1, "B", "C") == ["C"]
    assert seen(watcher, 0.2, "A", "B", "C", "C") == []
    assert seen(watcher, 0.3, "D", "D") == ["D"]
