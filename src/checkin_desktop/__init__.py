"""Check-in desk for conferences whose venue has no wifi. Rooms and rules: docs/architecture.md."""

__version__ = "0.1.0"
