"""Decides. Standard library only: no Qt, SQL, clock, randomness, or text for people."""
