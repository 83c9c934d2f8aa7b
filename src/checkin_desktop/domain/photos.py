"""Portraits: they tell two people of one name apart, and are erased with the person."""

from dataclasses import dataclass

MAX_PHOTO_BYTES = 40_000


@dataclass(frozen=True, slots=True)
class PhotoAdded:
    """A portrait (JPEG) of somebody, which stands beside the entry; `Person.photo` is the SHA-256 of its bytes."""

    attendee_id: str
    commitment: bytes
