"""What screens read, computed from the journal: the same from the same entries, whatever order they came in."""

from checkin_desktop.storage.projections.apply import apply_entries, apply_entry, rebuild, understands_more

__all__ = ["apply_entries", "apply_entry", "rebuild", "understands_more"]
