"""A set of serials in few bytes: what a list of revoked certificates consists of."""

from collections.abc import Iterable

_GAPS, _BITMAP = 0, 1
_MOST = 1_000_000
"""Above the last serial that any slot has; what claims more is damaged."""


def pack_serials(serials: Iterable[int]) -> bytes:
    """The shorter of two: the gaps between serials (seven bits a byte), or a bitmap from the first one on."""
    wanted = sorted(set(serials))
    if not wanted:
        return bytes([_GAPS])
    gaps = bytearray([_GAPS])
    for before, serial in zip([0, *wanted], wanted, strict=False):
        gaps += _varint(serial - before)
    first = wanted[0]
    bits = bytearray((wanted[-1] - first) // 8 + 1)
    for serial in wanted:
        bits[(serial - first) // 8] |= 1 << (serial - first) % 8
    return min(bytes(gaps), bytes([_BITMAP]) + _varint(first) + bytes(bits), key=len)


def unpack_serials(packed: bytes) -> frozenset[int]:
    """Raises ValueError for what `pack_serials` did not make."""
    if not packed:
        raise ValueError("empty")
    form, at = packed[0], 1
    if form == _GAPS:
        serials, serial = set[int](), 0
        while at < len(packed):
            gap, at = _read_varint(packed, at)
            serial += gap
            if not gap or serial > _MOST:
                raise ValueError("gap")
            serials.add(serial)
        return frozenset(serials)
    if form != _BITMAP or len(packed) > _MOST // 8:
        raise ValueError("form")
    first, at = _read_varint(packed, at)
    if not 0 < first <= _MOST:
        raise ValueError("first")
    bits = enumerate(packed[at:])
    return frozenset(first + 8 * i + place for i, byte in bits for place in range(8) if byte >> place & 1)


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def _read_varint(packed: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        if at >= len(packed) or shift > 28:
            raise ValueError("varint")
        byte = packed[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at
