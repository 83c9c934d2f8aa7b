"""Certificates sent to a printer: noted sheet by sheet, and gone on with after a jam in the order they were sent in."""

from collections.abc import Sequence
from itertools import groupby

from checkin_desktop.domain.certifying import PrintsLost
from checkin_desktop.domain.facts import CertificatesPrinted
from checkin_desktop.services.desk import Desk, local_time, zone_of
from checkin_desktop.services.handing_over import piles_of
from checkin_desktop.services.views import Pile, SentSheet

_NOTED_AT_ONCE = 50
"""In one unit of work, so that check-ins come in between."""


def record_sheets(desk: Desk, serials: Sequence[int], printer: str, operator: str = "") -> None:
    """The print system has taken these, in this order."""
    for part in _parts(serials):
        with desk.store.unit() as unit:
            unit.append(CertificatesPrinted(part, printer), operator=operator)


def record_sheets_lost(desk: Desk, serials: Sequence[int], operator: str = "") -> None:
    """After a jam: these never came out well, so printing them once more is no reprint."""
    for part in _parts(serials):
        with desk.store.unit() as unit:
            unit.append(PrintsLost(part), operator=operator)


def sent_sheets(desk: Desk) -> tuple[SentSheet, ...]:
    """What this desk sent to printers and nobody has taken yet, in the order in which it was sent."""
    with desk.store.read() as reads:
        zone = zone_of(reads.event.record().settings)
        lying = {h.serial: (p.name, h) for p in piles_of(reads, desk.store.now_ms()) for h in p.held}
        return tuple(
            SentSheet(*lying[s.serial], s.printer, local_time(s.at, zone))
            for s in reads.certificates.sent(desk.store.station.station_id)
            if s.serial in lying and lying[s.serial][1].prints and not lying[s.serial][1].handed_over
        )


def runs_of(sheets: Sequence[SentSheet]) -> tuple[Pile, ...]:
    """To be sent again in the same order; a new pile wherever another one begins."""
    return tuple(
        Pile(name, tuple(s.held for s in run)) for name, run in groupby(sheets, key=lambda s: s.pile)
    )


def _parts(serials: Sequence[int]) -> list[tuple[int, ...]]:
    return [tuple(serials[i : i + _NOTED_AT_ONCE]) for i in range(0, len(serials), _NOTED_AT_ONCE)]
