"""Which pages there are, in which group, and what somebody must be allowed to do to see one: one line each."""

from dataclasses import dataclass

from checkin_desktop.domain.operators import Action
from checkin_desktop.gui.page import Page
from checkin_desktop.gui.pages.badges import BadgesPage
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.gui.pages.conflicts import ConflictsPage
from checkin_desktop.gui.pages.dashboard import DashboardPage
from checkin_desktop.gui.pages.delegations import DelegationsPage
from checkin_desktop.gui.pages.designer import DesignerPage
from checkin_desktop.gui.pages.desk import DeskPage
from checkin_desktop.gui.pages.event import EventPage
from checkin_desktop.gui.pages.exchange import ExchangePage
from checkin_desktop.gui.pages.help import HelpPage
from checkin_desktop.gui.pages.importing import ImportPage
from checkin_desktop.gui.pages.meetings import MeetingsPage
from checkin_desktop.gui.pages.operators import OperatorsPage
from checkin_desktop.gui.pages.outbox import OutboxPage
from checkin_desktop.gui.pages.paper import PaperPage
from checkin_desktop.gui.pages.people import PeoplePage
from checkin_desktop.gui.pages.questions import QuestionsPage
from checkin_desktop.gui.pages.settings import SettingsPage


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the sidebar, shown to whoever may do `needs`; None: to everybody."""

    page: type[Page]
    needs: Action | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """`heading` is its sentence's id; one without any page that may be seen is not shown."""

    heading: str
    places: tuple[Place, ...]


VOLUNTEERS = (Place(DeskPage, Action.SCAN), Place(CertificatesPage, Action.HAND_OVER), Place(HelpPage))

ORGANISATION = (
    Group(
        "nav-group-before",
        (
            Place(EventPage, Action.CONFIGURE),
            Place(ImportPage, Action.CONFIGURE),
            Place(DesignerPage, Action.CONFIGURE),
            Place(BadgesPage, Action.REPRINT_BADGE),
            Place(QuestionsPage, Action.CONFIGURE),
        ),
    ),
    Group(
        "nav-group-during",
        (
            Place(DashboardPage, Action.SEE_REPORTS),
            Place(PeoplePage, Action.SEARCH),
            Place(ConflictsPage, Action.SETTLE),
            Place(DelegationsPage, Action.SEARCH),
            Place(MeetingsPage, Action.SCAN),
            Place(PaperPage, Action.SEARCH),
            Place(ExchangePage, Action.EXCHANGE),
        ),
    ),
    Group("nav-group-after", (Place(OutboxPage, Action.CERTIFY),)),
    Group("nav-group-team", (Place(OperatorsPage, Action.MANAGE_OPERATORS), Place(SettingsPage))),
)

PLACES: dict[str, Place] = {
    place.page.name: place for place in (*VOLUNTEERS, *(p for group in ORGANISATION for p in group.places))
}
"""By the page's name, in the order of the sidebar."""
