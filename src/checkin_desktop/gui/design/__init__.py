"""One place for colour, type, spacing, icons and the small widgets that every page shares."""
