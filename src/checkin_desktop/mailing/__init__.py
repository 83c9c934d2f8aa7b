"""Mail: messages to a server over SMTP."""
