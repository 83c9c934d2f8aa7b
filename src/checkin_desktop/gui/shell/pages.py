"""The pages of an open event, each built when it is first visited: a desk starts with its own page alone."""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QStackedWidget

from checkin_desktop.gui.page import Context, Page
from checkin_desktop.gui.shell.navigation import PLACES


class Pages(Mapping[str, Page]):
    """By their names, in the order of the sidebar. A page is put on `stack` when it is first asked for."""

    def __init__(self, context: Context, stack: QStackedWidget) -> None:
        self._context, self._stack = context, stack
        self._built: dict[str, Page] = {}

    @property
    def built(self) -> tuple[Page, ...]:
        """Those visited until now."""
        return tuple(self._built.values())

    def __getitem__(self, name: str) -> Page:
        if name not in self._built:
            self._built[name] = page = PLACES[name].page(self._context)
            self._stack.addWidget(page)
        return self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(PLACES)

    def __len__(self) -> int:
        return len(PLACES)
