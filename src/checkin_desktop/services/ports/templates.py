"""What the services ask of an event file about templates."""

from typing import Protocol

from checkin_desktop.domain.designs import TemplateEdit
from checkin_desktop.domain.template import TemplateUse


class Templates(Protocol):
    def edits(self, template_id: str | None = None) -> dict[str, tuple[TemplateEdit, ...]]:
        """All that was said of one template (None: of all), in the journal's order."""
        ...

    def choices(self) -> dict[tuple[TemplateUse, str], str]:
        """(use, about) → the template chosen last."""
        ...
