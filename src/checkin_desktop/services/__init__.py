"""The desk's verbs, and Protocols for what they need from the world."""
