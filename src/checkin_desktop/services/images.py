"""Logos: pictures that travel in the journal, and the settings that say which of them documents show."""

import hashlib
from dataclasses import replace

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.facts import EventConfigured, ImageAdded
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.documents import MAX_IMAGE_BYTES
from checkin_desktop.services.ports.store import Reads

MAX_LOGOS = 4
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"%PDF-")


def add_logo(desk: Desk, data: bytes, operator: str = "") -> str:
    """A prepared picture (see `prepare_logo`: PNG, JPEG or PDF) becomes the event's last logo; answers its name.

    Adding one again changes nothing. Raises PersonFacingError: no picture, too large, or one logo too many.
    """
    if not data.startswith(_BEGINNINGS):
        raise PersonFacingError("logos-not-an-image")
    if len(data) > MAX_IMAGE_BYTES:
        raise PersonFacingError("logos-too-large", most=MAX_IMAGE_BYTES // 1000)
    name = hashlib.sha256(data).hexdigest()
    with desk.store.unit() as unit:
        settings = unit.event.record().settings
        if name in settings.logos:
            return name
        if len(settings.logos) >= MAX_LOGOS:
            raise PersonFacingError("logos-too-many", most=MAX_LOGOS)
        if name not in unit.event.images([name]):
            unit.append(ImageAdded(data), operator=operator)
        unit.append(EventConfigured(replace(settings, logos=(*settings.logos, name))), operator=operator)
    return name


def remove_logo(desk: Desk, name: str, operator: str = "") -> None:
    """New documents don't show it any more; certificates issued with it keep it."""
    with desk.store.unit() as unit:
        settings = unit.event.record().settings
        if name in settings.logos:
            kept = tuple(logo for logo in settings.logos if logo != name)
            unit.append(EventConfigured(replace(settings, logos=kept)), operator=operator)


def logos(desk: Desk) -> tuple[tuple[str, bytes], ...]:
    """The event's logos now: (name, picture)."""
    with desk.store.read() as reads:
        names = reads.event.record().settings.logos
        found = reads.event.images(names)
    return tuple((name, found[name]) for name in names if name in found)


def logo_images(reads: Reads, names: tuple[str, ...]) -> tuple[bytes, ...]:
    """The pictures of these names; one that has not reached this desk yet is left out."""
    found = reads.event.images(names)
    return tuple(found[name] for name in names if name in found)
