"""Verdicts one hears, each outcome its own: rising, bright, falling, two short ones, to and fro, a low buzz; and ticks
where a code can't be read.

Ours, made by packaging/make_sounds.py.
"""

import io
import logging
import wave
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from checkin_desktop.places import resource
from checkin_desktop.words.verdicts import Cue, Tone

if TYPE_CHECKING:
    import miniaudio

_log = logging.getLogger(__name__)


class Sounds:
    """Plays on a thread of its own; on a computer without sound it stays silent."""

    def __init__(self) -> None:
        self._samples: dict[Tone | Cue, bytes] = {}
        self._rate = 44_100
        self._device: miniaudio.PlaybackDevice | None = None
        self._silent = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sound")

    def load(self) -> None:
        """Beforehand, so that the first verdict is heard at once; else the first one loads them."""
        self._thread.submit(self._load)

    def play(self, tone: Tone | Cue) -> None:
        """Cuts off what is still sounding: the newest verdict counts."""
        self._thread.submit(self._play, tone)

    def close(self) -> None:
        self._thread.submit(self._stop)
        self._thread.shutdown(wait=True)

    def _play(self, tone: Tone | Cue) -> None:
        import miniaudio

        if self._silent:
            return
        self._load()
        try:
            if self._device is None:
                self._device = miniaudio.PlaybackDevice(
                    nchannels=1, sample_rate=self._rate, app_name="checkin-desktop"
                )
            self._device.stop()
            stream = _stream(self._samples[tone])
            next(stream)
            self._device.start(stream)
        except miniaudio.MiniaudioError as error:
            self._silent = True
            _log.warning("no sound: %s", error)

    def _load(self) -> None:
        import miniaudio  # noqa: F401 - it brings numpy with it, which a desk does without until then

        for tone in (*Tone, *Cue) if not self._samples else ():
            with wave.open(io.BytesIO(resource("sounds", f"{tone.value}.wav").read_bytes())) as sound:
                self._rate = sound.getframerate()
                self._samples[tone] = sound.readframes(sound.getnframes())

    def _stop(self) -> None:
        if self._device is not None:
            self._device.close()
            self._device = None


def _stream(samples: bytes) -> Generator[bytes, int, None]:
    """16-bit mono, as many frames as the device asks for, then silence."""
    wanted = yield b""
    at = 0
    while True:
        part = samples[at : at + wanted * 2]
        at += len(part)
        wanted = yield part.ljust(wanted * 2, b"\0")
