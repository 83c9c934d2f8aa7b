"""Sets of serials in few bytes."""

import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_desktop.domain.revocation import pack_serials, unpack_serials


@given(st.frozensets(st.integers(1, 640_000), max_size=300))
def test_what_is_packed_comes_out_again(serials: frozenset[int]) -> None:
    assert unpack_serials(pack_serials(serials)) == serials


@given(st.binary(max_size=60))
def test_damaged_bytes_are_refused_or_a_set(packed: bytes) -> None:
    with contextlib.suppress(ValueError):
        assert all(serial > 0 for serial in unpack_serials(packed))


def test_a_list_is_as_small_as_a_compressed_bitmap() -> None:
    chance = random.Random(3)
    assert len(pack_serials(chance.sample(range(1, 1_001), 20))) <= 53
    assert len(pack_serials(chance.sample(range(1, 131_073), 2_000))) <= 2_600
    assert len(pack_serials(range(1, 20_001))) <= 2_510


@pytest.mark.parametrize("damaged", [b"", b"\2abc", b"\0\x80", b"\0\0", b"\1\xff\xff\xff\xff\xff\1"])
def test_what_was_not_packed_here_is_refused(damaged: bytes) -> None:
    with pytest.raises(ValueError):
        unpack_serials(damaged)
