"""The pages of an open event, each built when it is first visited: a desk starts with its own page alone."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QStackedWidget

from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.shell.navigation import PLACES

if TYPE_CHECKING:
    from checkin_desktop.gui.pages.certificates import CertificatesPage
    from checkin_desktop.gui.pages.delegations import DelegationsPage
    from checkin_desktop.gui.pages.desk import DeskPage
    from checkin_desktop.gui.pages.importing import ImportPage
    from checkin_desktop.gui.pages.people import PeoplePage


def load_pages() -> None:
    """The code of all of them, on a lane: a first visit then only builds."""
    for place in PLACES.values():
        place.load()


class Pages(Mapping[str, Page]):
    """By their names, in the order of the sidebar. A page is put on `stack` when it is first asked for."""

    def __init__(self, context: Context, stack: QStackedWidget) -> None:
        self._context, self._stack = context, stack
        self._built: dict[str, Page] = {}

    @property
    def built(self) -> tuple[Page, ...]:
        """Those visited until now."""
        return tuple(self._built.values())

    @property
    def desk(self) -> "DeskPage":
        return cast("DeskPage", self["desk"])

    @property
    def certificates(self) -> "CertificatesPage":
        return cast("CertificatesPage", self["certificates"])

    @property
    def delegations(self) -> "DelegationsPage":
        return cast("DelegationsPage", self["delegations"])

    @property
    def importing(self) -> "ImportPage":
        return cast("ImportPage", self["import"])

    @property
    def people(self) -> "PeoplePage":
        return cast("PeoplePage", self["people"])

    def __getitem__(self, name: str) -> Page:
        if name not in self._built:
            self._built[name] = page = PLACES[name].load()(self._context)
            self._stack.addWidget(page)
        return self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(PLACES)

    def __len__(self) -> int:
        return len(PLACES)
