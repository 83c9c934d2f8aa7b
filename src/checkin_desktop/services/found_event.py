"""An event's first entries, and its programme."""

from datetime import date

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.event import Checkpoint, CheckpointKind, EventSettings
from checkin_desktop.domain.facts import CheckpointDefined, EventConfigured, EventCreated
from checkin_desktop.keys.event_keys import SealedSecrets, slots_of
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.services.desk import Desk, known_zone
from checkin_desktop.services.exchange import enrolment
from checkin_desktop.services.ports.store import Store


def found_event(
    store: Store,
    secrets: SealedSecrets,
    settings: EventSettings,
    checkpoints: tuple[Checkpoint, ...],
    station_name: str,
) -> None:
    """Writes who founds the event, its keys and slots, its settings, and its checkpoints.

    Raises PersonFacingError for a timezone that there is not.
    """
    check_zone(settings)
    with store.unit() as unit:
        unit.append(enrolment(secrets.event.event_id, store.station, station_name))
        key = SigningKey(secrets.event_key).public
        unit.append(EventCreated(secrets.event.event_id, settings.name, key, slots_of(secrets)))
        unit.append(EventConfigured(settings))
        for checkpoint in checkpoints:
            unit.append(CheckpointDefined(checkpoint))


def entrances(days: tuple[date, ...], names: tuple[str, ...]) -> tuple[Checkpoint, ...]:
    """One required checkpoint a day, the event's entrance."""
    return tuple(
        Checkpoint(f"day-{day.isoformat()}", name, CheckpointKind.DAY, day, required=True)
        for day, name in zip(days, names, strict=True)
    )


def update_settings(desk: Desk, settings: EventSettings, operator: str = "") -> None:
    """Raises PersonFacingError for a name left empty, and for a new timezone that there is not."""
    if not settings.name.strip():
        raise PersonFacingError("event-no-name")
    with desk.store.unit() as unit:
        if settings.timezone != unit.event.record().settings.timezone:
            check_zone(settings)
        unit.append(EventConfigured(settings), operator=operator)


def define_checkpoint(desk: Desk, checkpoint: Checkpoint, removed: bool = False, operator: str = "") -> None:
    with desk.store.unit() as unit:
        unit.append(CheckpointDefined(checkpoint, removed), operator=operator)


def check_zone(settings: EventSettings) -> None:
    """Raises PersonFacingError for a timezone that there is not."""
    if known_zone(settings.timezone) is None:
        raise PersonFacingError("event-no-such-timezone", timezone=settings.timezone)
