"""The register from end to end: issued, stopped, voided, revoked, replaced, every number has exactly one fate.

Judged by the entries themselves, beside what the audit and the register's lines say.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_desktop.domain.certificate import register_number, serial_range
from checkin_desktop.domain.certifying import NumbersVoided, VoidReason
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import CertificateIssued, CertificateRevoked
from checkin_desktop.domain.template import Template
from checkin_desktop.services.certificate_register import (
    register_audit,
    register_lines,
    skip_numbers,
    void,
)
from checkin_desktop.services.certificates import issue, review, revoke
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.exchange import continue_as_new_station
from checkin_desktop.services.handing_over import left_over, void_left_over
from checkin_desktop.services.issuing import Terms
from checkin_desktop.services.ports.documents import CertificateFace, FrozenPage
from checkin_desktop.services.reissuing import correct, reissue_spoiled
from checkin_desktop.wire.bodies import decode_body
from support.desks import ROSTER, Station, differences, exchange_all, found, joined, person

PEOPLE = (*ROSTER, *(person(f"Persona {n:02d}", f"{60_000_000 + n}") for n in range(19)))
TERMS = Terms("vino", alone_reason="sola")
DOES = (
    "batch",
    "batch",
    "stopped",
    "interrupted",
    "one",
    "void",
    "revoke",
    "again",
    "correct",
    "spoiled",
    "skip",
    "close",
    "not ours",
    "new slot",
    "exchange",
)


class Stopped(PersonFacingError):
    """As when a page can't be drawn: the batch ends there."""


def drawing(station: Station, parts: int, event: str, somebody: str) -> Desk:
    """A desk at which something happens once so many parts of a batch are drawn."""
    left = [parts]

    def draw(
        template: Template, faces: Sequence[CertificateFace], images: Mapping[str, bytes]
    ) -> list[FrozenPage]:
        left[0] -= 1
        if left[0] < 0 and event == "stopped":
            raise Stopped("certificates-busy")
        if left[0] == -1 and event == "interrupted":
            issue(station.desk, [somebody], terms=TERMS)
        return [FrozenPage(face.number.encode(), 297, 210) for face in faces]

    return replace(station.desk, draw=draw)


def act(station: Station, does: str, who: int, many: int) -> None:
    people = station.people()
    somebody = people[who % len(people)]
    ids = [a.id for a in people[who : who + many]]
    lines = review(station.desk, [somebody.id])
    held = [line for line in lines if line.serial and line.state.value == "issued"]
    match does:
        case "batch" | "stopped" | "interrupted":
            desk = drawing(station, many % 2, does, somebody.id)
            try:
                issue(desk, ids, terms=TERMS)
            except Stopped:
                assert does == "stopped"
        case "one" | "again":
            issue(station.desk, [somebody.id], terms=TERMS)
        case "void":
            void(station.desk, [line.serial for line in held if line.serial], VoidReason.SPOILED, "malogrado")
        case "revoke" if held:
            revoke(station.desk, held[0].wanted, "no vino")
        case "correct" if held:
            other = replace(somebody.person, surnames=f"Ttito {many}")
            correct(station.desk, held[0].wanted, other, "apellido", alone_reason="sola")
        case "spoiled" if held:
            reissue_spoiled(station.desk, held[0].wanted, "se atascó", alone_reason="sola")
        case "skip":
            skip_numbers(station.desk, 1 + many % 3, "hojas malogradas")
        case "close":
            undelivered, _ = left_over(station.desk)
            void_left_over(station.desk, [h.serial for h in undelivered[:many]], [], "no lo recogió")
        case "not ours":
            with pytest.raises(PersonFacingError):
                void(station.desk, [serial_range(30)[0] + many], VoidReason.SPOILED, "de nadie")
        case "new slot" if station.file.open_secrets:  # else it shares its slot, and issuing is refused
            with station.file.unit() as unit:
                continue_as_new_station(unit, station.file)


def account(station: Station) -> None:
    """Every number of each range, from its first to its last used one, has exactly one fate; so say all three."""
    issued: Counter[int] = Counter()
    revoked: set[int] = set()
    voided: set[int] = set()
    for entry in station.entries():
        match decode_body(entry.kind, entry.version, entry.body):
            case CertificateIssued(serial=serial):
                issued[serial] += 1
            case CertificateRevoked(serial=serial):
                revoked.add(serial)
            case NumbersVoided(serials=serials):
                voided |= set(serials)
    assert set(issued.values()) <= {1}
    used = set(issued) | voided
    told = 0
    for r in register_audit(station.desk):
        mine = {n for n in used if r.first <= n <= r.last}
        assert mine == set(range(r.first, r.unused))
        assert r.void == len(mine & voided)
        assert r.revoked == len((mine & revoked) - voided)
        assert r.issued == len(mine - revoked - voided)
        assert r.sound
        told += r.used
    assert told == len(used)
    lines = [line.number for line in register_lines(station.desk)]
    assert lines == [register_number(n, 2025) for n in sorted(used)]
    with station.file.read() as reads:
        for c in reads.certificates.all():
            assert c.number == register_number(c.serial, 2025)


@settings(max_examples=8, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 1), st.sampled_from(DOES), st.integers(0, 22), st.integers(1, 25)),
        min_size=1,
        max_size=10,
    )
)
def test_every_number_has_exactly_one_fate(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, str, int, int]]
) -> None:
    folder: Path = tmp_path_factory.mktemp("register")
    one = found(folder / "one.checkin", people=PEOPLE)
    other = joined(folder / "two.checkin", one)
    try:
        for place, does, who, many in steps:
            station = (one, other)[place]
            station.clock.turn(1)
            if does in (
                "exchange",
                "new slot",
            ):  # a slot taken twice unknown to each other is a conflict, told as one
                exchange_all([one, other])
            if does != "exchange":
                act(station, does, who, many)
        account(one)
        account(other)
        exchange_all([one, other])
        account(one)
        assert not differences(one, other)
        assert other.digest() == other.rebuilt_digest()
    finally:
        one.close()
        other.close()


def test_numbers_voided_far_ahead_by_another_desk_make_no_hole(tmp_path: Path) -> None:
    one = found(tmp_path / "one.checkin", people=PEOPLE)
    other = joined(tmp_path / "two.checkin", one)
    try:
        issue(one.desk, [one.people()[0].id], terms=TERMS)
        with other.file.unit() as unit:
            unit.append(NumbersVoided((1, 2, 500), VoidReason.SPOILED, "no es suyo"))
        exchange_all([one, other])
        assert skip_numbers(one.desk, 1, "hojas malogradas") == (2,)
        for station in (one, other):
            (mine, *_) = register_audit(station.desk)
            assert (mine.void, mine.issued, mine.unused, mine.sound) == (2, 0, 3, True)
            assert [line.number for line in register_lines(station.desk)] == ["0001-2025", "0002-2025"]
            exchange_all([one, other])
    finally:
        one.close()
        other.close()


def test_many_numbers_are_left_out_a_few_at_a_time(one: Station) -> None:
    before = len(one.entries())
    assert skip_numbers(one.desk, 120, "talonario malogrado") == tuple(range(1, 121))
    written = [decode_body(e.kind, e.version, e.body) for e in one.entries()[before:]]
    assert [len(body.serials) for body in written if isinstance(body, NumbersVoided)] == [50, 50, 20]
    assert register_audit(one.desk)[0].sound
