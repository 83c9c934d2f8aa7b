"""One consistent picture of an event file, by topic (services/ports/store.py says what each answers)."""

from functools import cached_property

from sqlalchemy import Connection

from checkin_desktop.storage.queries.certificates import CertificateQueries
from checkin_desktop.storage.queries.conflicts import ConflictQueries
from checkin_desktop.storage.queries.door import DoorQueries
from checkin_desktop.storage.queries.event import EventQueries
from checkin_desktop.storage.queries.figures import FigureQueries
from checkin_desktop.storage.queries.journal import JournalQueries
from checkin_desktop.storage.queries.mails import MailQueries
from checkin_desktop.storage.queries.meetings import MeetingQueries
from checkin_desktop.storage.queries.operators import OperatorQueries
from checkin_desktop.storage.queries.passages import BadgeQueries, PassageQueries
from checkin_desktop.storage.queries.people import PeopleQueries
from checkin_desktop.storage.queries.templates import TemplateQueries


class ConnectionReads:
    """The queries of one connection."""

    def __init__(self, conn: Connection, event_id: bytes) -> None:
        self._conn = conn
        self._event_id = event_id

    @property
    def connection(self) -> Connection:
        """For the rest of storage: nothing outside ever holds it."""
        return self._conn

    @cached_property
    def people(self) -> PeopleQueries:
        return PeopleQueries(self._conn)

    @cached_property
    def badges(self) -> BadgeQueries:
        return BadgeQueries(self._conn)

    @cached_property
    def passages(self) -> PassageQueries:
        return PassageQueries(self._conn)

    @cached_property
    def certificates(self) -> CertificateQueries:
        return CertificateQueries(self._conn)

    @cached_property
    def conflicts(self) -> ConflictQueries:
        return ConflictQueries(self._conn)

    @cached_property
    def door(self) -> DoorQueries:
        return DoorQueries(self._conn)

    @cached_property
    def event(self) -> EventQueries:
        return EventQueries(self._conn)

    @cached_property
    def templates(self) -> TemplateQueries:
        return TemplateQueries(self._conn)

    @cached_property
    def operators(self) -> OperatorQueries:
        return OperatorQueries(self._conn)

    @cached_property
    def meetings(self) -> MeetingQueries:
        return MeetingQueries(self._conn)

    @cached_property
    def mails(self) -> MailQueries:
        return MailQueries(self._conn)

    @cached_property
    def figures(self) -> FigureQueries:
        return FigureQueries(self._conn)

    @cached_property
    def journal(self) -> JournalQueries:
        return JournalQueries(self._conn, self._event_id)
