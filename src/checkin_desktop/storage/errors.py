"""What can go wrong with an event file, in words for people."""

from checkin_desktop.domain.errors import PersonFacingError


class EventFileError(PersonFacingError):
    """The event file can't be used as it is."""


class InUse(EventFileError):
    """Another program on this computer is writing to the event file."""


class DiskFull(EventFileError):
    """Nothing was written: the disk is full. What was shown green before is on disk."""


class TooLarge(EventFileError):
    """Nothing was written: no other desk would take an entry of that size."""
