"""Builds each program once, by constructor, in order."""
