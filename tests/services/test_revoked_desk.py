"""A desk that was revoked says so, and writes nothing that would be lost."""

import pytest

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import StationRevoked
from checkin_desktop.services.register_walk_in import register
from support.desks import Station, person


def test_a_revoked_desk_registers_nobody(one: Station) -> None:
    with one.file.unit() as unit:
        unit.append(StationRevoked(one.file.station.station_id, 1_000))
    register(one.desk, person("Elsa Ríos"))
    with one.file.unit() as unit:
        unit.append(StationRevoked(one.file.station.station_id, 1))
    before = one.entries()
    with pytest.raises(PersonFacingError) as told:
        register(one.desk, person("Fabio Luna"))
    assert told.value.sentence == "walk-in-desk-revoked"
    assert one.entries() == before
