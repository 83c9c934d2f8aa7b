"""A page as it stands beside a certificate's entry: its content, its size in mm, and the pictures that it shows."""

import msgspec

from checkin_desktop.wire.bodies import deterministic, parsed


class KeptPage(msgspec.Struct, frozen=True, array_like=True):
    """`images` by the SHA-256 of their bytes, as hex, in their order."""

    content: bytes
    width: float
    height: float
    images: tuple[str, ...] = ()


def pack_page(page: KeptPage) -> bytes:
    return deterministic(msgspec.to_builtins(page, builtin_types=(bytes,)))


def unpack_page(packed: bytes) -> KeptPage:
    """Raises MalformedBody."""
    return parsed(packed, KeptPage)
