"""Journals exchanged: bundle files now; LAN and internet hubs with their issue."""
