"""What the services need from the world: Protocols and the frozen types that cross the border."""
