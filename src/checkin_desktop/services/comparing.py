"""What a desk holds, small enough for one QR on screen: another desk reads it and says who lacks what.

It carries no entries (one entry needs all that its station wrote before it): only how far each station's chain
goes. `CHKHEADS1`, then hexadecimal: event 8 bytes · station 4 · number of stations 1 · each: id 4, seq 4, hash 4 ·
check 3.
"""

import hashlib
from dataclasses import dataclass

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.desk import Desk

PREFIX = "CHKHEADS1"
_EVENT, _STATION, _HEAD, _CHECK, _MOST = 8, 4, 12, 3, 60


@dataclass(frozen=True, slots=True)
class Lacking:
    """Entries of one station that one of two desks lacks; `count` 0: their chains differ, by how much is not known."""

    station: str
    count: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """`here` and `there`: what this desk and the other one (`other`) lack."""

    other: str
    here: tuple[Lacking, ...]
    there: tuple[Lacking, ...]


def heads_text(desk: Desk) -> str:
    """The first sixty stations, where an event has more."""
    own = desk.store.station.station_id
    packed = desk.store.secrets.event_id[:_EVENT] + own[:_STATION]
    tips = list(_tips(desk).items())[:_MOST]
    packed += bytes([len(tips)])
    packed += b"".join(station + seq.to_bytes(4, "big") + digest for station, (seq, digest) in tips)
    return PREFIX + (packed + _check(packed)).hex().upper()


def is_heads_text(text: str) -> bool:
    return text.strip().upper().startswith(PREFIX)


def compare(desk: Desk, text: str) -> Comparison:
    """Raises PersonFacingError for anything else, or another event's."""
    try:
        data = bytes.fromhex(text.strip().upper().removeprefix(PREFIX))
    except ValueError as error:
        raise PersonFacingError("compare-not-heads") from error
    packed, check = data[:-_CHECK], data[-_CHECK:]
    start = _EVENT + _STATION + 1
    if check != _check(packed) or len(packed) < start or len(packed) != start + _HEAD * packed[start - 1]:
        raise PersonFacingError("compare-not-heads")
    if packed[:_EVENT] != desk.store.secrets.event_id[:_EVENT]:
        raise PersonFacingError("hub-pairing-other-event")
    theirs = {
        packed[i : i + 4]: (int.from_bytes(packed[i + 4 : i + 8], "big"), packed[i + 8 : i + 12])
        for i in range(start, len(packed), _HEAD)
    }
    with desk.store.read() as reads:
        names = {s.id[:_STATION]: s.name for s in reads.event.stations()}
    mine, other = _tips(desk), packed[_EVENT : _EVENT + _STATION]
    here, there = [], []
    for station in sorted(mine.keys() | theirs.keys()):
        ours, said = mine.get(station, (0, b"")), theirs.get(station, (0, b""))
        name = names.get(station, station.hex())
        if ours == said:
            continue
        if said[0] >= ours[0]:
            here.append(Lacking(name, said[0] - ours[0]))
        if said[0] <= ours[0]:
            there.append(Lacking(name, ours[0] - said[0]))
    return Comparison(names.get(other, other.hex()), tuple(here), tuple(there))


def _tips(desk: Desk) -> dict[bytes, tuple[int, bytes]]:
    """By the beginning of each station's id: the end of its chain; of one that forked, both ends in one hash."""
    with desk.store.read() as reads:
        heads = reads.journal.heads()
    return {
        station[:_STATION]: (
            max(seq for seq, _ in tips),
            hashlib.sha256(b"".join(sorted(digest for _, digest in tips))).digest()[:4],
        )
        for station, tips in sorted(heads.items())
    }


def _check(packed: bytes) -> bytes:
    return hashlib.sha256(b"checkin-desktop heads" + packed).digest()[:_CHECK]
