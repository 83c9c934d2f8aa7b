"""Makes resources/sounds: one for each outcome and a cue, which differ in pitch, rhythm and length, not in loudness."""

import math
import struct
import wave
from pathlib import Path

RATE = 22_050
SOUNDS = {
    "admitted": ((880, 0.09), (1318.5, 0.16)),
    "attention": ((660, 0.13), (0, 0.07), (660, 0.13)),
    "refused": ((196, 0.24), (0, 0.06), (156, 0.42)),
    "welcome_back": ((1318.5, 0.08), (0, 0.04), (1318.5, 0.08), (1760, 0.14)),
    "left": ((1046.5, 0.1), (784, 0.1), (587.3, 0.2)),
    "ambiguous": (
        (523.3, 0.12),
        (0, 0.05),
        (698.5, 0.12),
        (0, 0.05),
        (523.3, 0.12),
        (0, 0.05),
        (698.5, 0.12),
    ),
    "unreadable": ((1046.5, 0.03), (0, 0.05), (1046.5, 0.03), (0, 0.05), (1046.5, 0.03)),
}


def tone(hertz: float, seconds: float) -> list[float]:
    """A sine with two overtones, faded at both ends so that it does not click."""
    count = round(RATE * seconds)
    fade = RATE * 0.012
    made = []
    for i in range(count):
        phase = 2 * math.pi * hertz * i / RATE
        wave_ = math.sin(phase) + 0.35 * math.sin(2 * phase) + 0.15 * math.sin(3 * phase) if hertz else 0.0
        made.append(0.5 * wave_ * min(1.0, i / fade, (count - i) / fade))
    return made


def main() -> None:
    folder = Path(__file__).resolve().parents[1] / "resources" / "sounds"
    folder.mkdir(exist_ok=True)
    for name, parts in SOUNDS.items():
        samples = [s for hertz, seconds in parts for s in tone(hertz, seconds)]
        with wave.open(str(folder / f"{name}.wav"), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(b"".join(struct.pack("<h", round(s * 20_000)) for s in samples))


if __name__ == "__main__":
    main()
