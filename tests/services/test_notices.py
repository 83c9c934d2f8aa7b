"""What the organiser is told without asking: a room that is too full, a timezone that there is not."""

from dataclasses import replace

import pytest

from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, EventSettings
from checkin_desktop.domain.facts import EventConfigured
from checkin_desktop.domain.journal import hlc_wall
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.desk import day_counts, event_info, over_capacity, settings, stations
from checkin_desktop.services.find_attendee import roster
from checkin_desktop.services.found_event import define_checkpoint, found_event, update_settings
from checkin_desktop.services.reports import report
from checkin_desktop.words import load_words
from support.desks import DAYS, Station, exchange_all

ROOM = Checkpoint("room", "Mesa de trabajo", CheckpointKind.SESSION, DAYS[0], capacity=1)


def test_desks_that_filled_a_room_apart_are_told_of_it(one: Station, other: Station) -> None:
    define_checkpoint(one.desk, ROOM)
    exchange_all([one, other])
    check_in(one.desk, "40000001", "room", source=Source.SEARCH)
    check_in(other.desk, "40000002", "room", source=Source.SEARCH)
    assert over_capacity(one.desk) == ()
    exchange_all([one, other])
    for station in (one, other):
        (over,) = over_capacity(station.desk)
        assert (over.checkpoint.name, over.inside) == ("Mesa de trabajo", 2)
    define_checkpoint(one.desk, replace(ROOM, capacity=2))
    assert over_capacity(one.desk) == ()


@pytest.mark.parametrize("name", ["Marte/Olimpo", "", "../etc/passwd", "America"])
def test_a_timezone_that_there_is_not_is_refused(one: Station, name: str) -> None:
    with pytest.raises(PersonFacingError) as refused:
        update_settings(one.desk, replace(settings(one.desk), timezone=name))
    assert refused.value.sentence == "event-no-such-timezone"
    with pytest.raises(PersonFacingError):
        found_event(one.file, one.secrets, EventSettings("Otro", DAYS, timezone=name), (), "Mesa 1")


@pytest.mark.parametrize("name", ["Marte/Olimpo", "", "America"])
def test_an_old_file_with_one_still_works(one: Station, name: str) -> None:
    with one.file.unit() as unit:
        unit.append(EventConfigured(replace(settings(one.desk), timezone=name)))
    assert check_in(one.desk, "40000001", "day-2025-10-09", source=Source.SEARCH).entry
    assert event_info(one.desk).settings.timezone == name
    assert roster(one.desk)
    assert stations(one.desk)
    assert day_counts(one.desk, "day-2025-10-09").admitted == 1
    assert report(one.desk, "attendance", load_words("es"))[1]
    update_settings(one.desk, replace(settings(one.desk), city="Puno"))
    update_settings(one.desk, replace(settings(one.desk), timezone="America/Lima"))
    assert settings(one.desk).timezone == "America/Lima"


def test_a_laptop_that_woke_up_in_another_year_is_noticed_and_not_followed(
    one: Station, other: Station
) -> None:
    assert [s.hours_ahead for s in stations(one.desk)] == [None, None]
    other.clock.turn(48 * 3600)
    check_in(other.desk, "40000001", "day-2025-10-09", source=Source.SEARCH, day_confirmed=True)
    exchange_all([one, other])
    found = {s.id: s.hours_ahead for s in stations(one.desk)}
    assert found == {
        one.file.station.station_id.hex(): None,
        other.file.station.station_id.hex(): 48,
    }
    check_in(one.desk, "40000002", "day-2025-10-09", source=Source.SEARCH)
    mine = max(e.hlc for e in one.entries() if e.station_id == one.file.station.station_id)
    assert hlc_wall(mine) == one.clock.now
    other.clock.turn(-48 * 3600)
    check_in(other.desk, "40000003", "day-2025-10-09", source=Source.SEARCH, day_confirmed=True)
    exchange_all([one, other])
    assert [s.hours_ahead for s in stations(one.desk)] == [None, None], "put right"
