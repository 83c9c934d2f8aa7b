"""When a code has been before the lens for a while and can't be read, it is heard: once for each badge."""

AFTER_S, GONE_S = 2.0, 1.5


class Unreadable:
    """Told of every frame that is looked at, by its time in seconds."""

    def __init__(self) -> None:
        self._since: float | None = None
        self._last = float("-inf")
        self._told = False

    def tell(self, unread: bool, read: bool, at: float) -> bool:
        """Whether to sound now."""
        if read or at - self._last > GONE_S:
            self._since, self._told = None, False
        if not unread or read:
            return False
        self._last = at
        if self._since is None:
            self._since = at
        if self._told or at - self._since < AFTER_S:
            return False
        self._told = True
        return True
