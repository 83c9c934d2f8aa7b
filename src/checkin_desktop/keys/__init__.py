"""Event, station and desk keys; COSE; passphrase sealing."""
