"""One badge held before the lens is one scan; taken away and shown again it is another."""

from checkin_desktop.services.ports.scanning import Frame, Reading, Sighting

GONE_AFTER_S = 1.5


class Presentations:
    """Remembers which codes are before the lens. Times are the frames', so tests decide them."""

    def __init__(self, gone_after_s: float = GONE_AFTER_S) -> None:
        self._gone_after_s = gone_after_s
        self._last_seen: dict[str, float] = {}

    def see(self, frame: Frame, readings: tuple[Reading, ...]) -> tuple[Sighting, ...]:
        """The codes that were not there a moment ago."""
        now = frame.taken_at
        self._last_seen = {
            text: seen for text, seen in self._last_seen.items() if now - seen <= self._gone_after_s
        }
        fresh = []
        for reading in readings:
            if reading.text not in self._last_seen:
                fresh.append(Sighting(reading, now, frame.index))
            self._last_seen[reading.text] = now
        return tuple(fresh)
