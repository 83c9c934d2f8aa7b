"""Which desk issues certificates: one by default, so that numbers run without gaps and nobody gets two."""

from dataclasses import replace

from checkin_desktop.domain.certificate import good_pattern
from checkin_desktop.domain.certifying import CertificationConfigured, CertificationSettings
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.store import Reads, StationRecord


def certification(desk: Desk) -> CertificationSettings:
    with desk.store.read() as reads:
        return reads.certificates.settings()


def configure_certification(
    desk: Desk, settings: CertificationSettings, operator: str = "", reason: str = ""
) -> None:
    """Raises PersonFacingError where numbers shown so could not be told apart."""
    if not good_pattern(settings.number_pattern):
        raise PersonFacingError("certificates-bad-pattern", pattern=settings.number_pattern)
    with desk.store.unit() as unit:
        if settings != unit.certificates.settings():
            unit.append(CertificationConfigured(settings, reason[:200]), operator=operator)


def take_over(desk: Desk, reason: str, operator: str = "") -> None:
    """From here on this desk issues. Raises PersonFacingError without a reason."""
    if not reason.strip():
        raise PersonFacingError("certificates-reason-needed")
    own = desk.store.station.station_id
    configure_certification(desk, replace(certification(desk), issuing_station=own), operator, reason.strip())


def issuing_desk(desk: Desk) -> StationRecord | None:
    """The other desk that issues; None if this one may."""
    with desk.store.read() as reads:
        return other_issuer(desk, reads)


def refuse_other(other: StationRecord | None, alone_reason: str) -> None:
    """Raises PersonFacingError where another desk issues and there is no reason to do without it."""
    if other is not None and not alone_reason.strip():
        raise PersonFacingError("certificates-other-desk-issues", desk=other.name)


def other_issuer(desk: Desk, reads: Reads) -> StationRecord | None:
    """As `issuing_desk`, inside a reading."""
    settings, stations = reads.certificates.settings(), {s.id: s for s in reads.event.stations()}
    if settings.any_desk:
        return None
    wanted = settings.issuing_station or reads.event.record().founder
    station: bytes | None = desk.store.station.station_id
    seen: set[bytes] = set()
    while station and station not in seen:  # a desk goes on as a new station when its file was copied
        if station == wanted:
            return None
        seen.add(station)
        station = stations[station].succeeds if station in stations else None
    return stations.get(wanted)
