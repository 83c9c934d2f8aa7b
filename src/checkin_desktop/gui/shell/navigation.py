"""Which pages there are, in which group, and what somebody must be allowed to do to see one: one line each."""

from dataclasses import dataclass
from importlib import import_module
from typing import cast

from checkin_desktop.domain.operators import Action
from checkin_desktop.gui.page import Page


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the sidebar, shown to whoever may do `needs`; None: to everybody. `name` is also its sentences' key,
    `page` its class under `gui/pages`, loaded when it is first needed."""

    name: str
    icon: str
    page: str
    needs: Action | None = None

    def load(self) -> type[Page]:
        folder, _, kind = self.page.partition(".")
        return cast(type[Page], getattr(import_module(f"checkin_desktop.gui.pages.{folder}"), kind))


@dataclass(frozen=True, slots=True)
class Group:
    """`heading` is its sentence's id; one without any page that may be seen is not shown."""

    heading: str
    places: tuple[Place, ...]


VOLUNTEERS = (
    Place("desk", "scan-line", "desk.DeskPage", Action.SCAN),
    Place("certificates", "award", "certificates.CertificatesPage", Action.HAND_OVER),
    Place("help", "circle-help", "help.HelpPage"),
)

ORGANISATION = (
    Group(
        "nav-group-before",
        (
            Place("event", "calendar-days", "event.EventPage", Action.CONFIGURE),
            Place("import", "file-up", "importing.ImportPage", Action.CONFIGURE),
            Place("designer", "palette", "designer.DesignerPage", Action.CONFIGURE),
            Place("badges", "id-card", "badges.BadgesPage", Action.REPRINT_BADGE),
            Place("questions", "message-circle-question", "questions.QuestionsPage", Action.CONFIGURE),
        ),
    ),
    Group(
        "nav-group-during",
        (
            Place("dashboard", "chart-column", "dashboard.DashboardPage", Action.SEE_REPORTS),
            Place("people", "users", "people.PeoplePage", Action.SEARCH),
            Place("conflicts", "split", "conflicts.ConflictsPage", Action.SETTLE),
            Place("delegations", "flag", "delegations.DelegationsPage", Action.SEARCH),
            Place("meetings", "handshake", "meetings.MeetingsPage", Action.SCAN),
            Place("paper", "clipboard-list", "paper.PaperPage", Action.SEARCH),
            Place("exchange", "usb", "exchange.ExchangePage", Action.EXCHANGE),
        ),
    ),
    Group("nav-group-after", (Place("outbox", "mail", "outbox.OutboxPage", Action.CERTIFY),)),
    Group(
        "nav-group-team",
        (
            Place("operators", "shield-check", "operators.OperatorsPage", Action.MANAGE_OPERATORS),
            Place("settings", "settings", "settings.SettingsPage"),
        ),
    ),
)

PLACES: dict[str, Place] = {
    place.name: place for place in (*VOLUNTEERS, *(p for group in ORGANISATION for p in group.places))
}
"""By the page's name, in the order of the sidebar."""
