"""Who is signed in at this window, and when it locks by itself."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from checkin_desktop.domain.operators import Operator
from checkin_desktop.gui.page import Context
from checkin_desktop.services.operators import guarded, operators, sign_out

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_MINUTE_MS = 60_000


class Guard(QObject):
    """`changed`: somebody signed in or out, or the team is another one. Nobody touching the window for as long as
    the preferences say locks it; a code before the camera is a touch too."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.team: tuple[Operator, ...] = ()
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self.lock)
        context.camera.seen.connect(self.touched)
        context.session.changed.connect(self.look)

    @property
    def locked(self) -> bool:
        session = self._context.session
        return session.any_operators and session.operator is None

    def look(self) -> None:
        """Who is in the team now: another desk may have changed it."""
        desk = self._context.desk
        self._context.lanes.reader.run(lambda: (guarded(desk), operators(desk)), self._looked)

    def lock(self) -> None:
        """Until somebody gives their PIN nothing is written; the kiosk is for everybody and stays."""
        session, desk = self._context.session, self._context.desk
        if session.any_operators and session.operator is not None and not desk.authority.kiosk:
            sign_out(desk)
            self._now(None)

    def signed_in(self, operator: Operator) -> None:
        self.touched()
        self._now(operator)

    def touched(self) -> None:
        minutes = self._context.preferences().auto_lock
        if minutes and self._context.session.operator is not None:
            self._idle.start(minutes * _MINUTE_MS)
        else:
            self._idle.stop()

    def saw(self, event: QEvent) -> None:
        """An event of any widget."""
        if event.type() in _TOUCHES:
            self.touched()

    def stop(self) -> None:
        self._idle.stop()
        self._context.session.changed.disconnect(self.look)

    def _looked(self, found: tuple[bool, tuple[Operator, ...]]) -> None:
        session = self._context.session
        any_operators, team = found
        signed_in = self._context.desk.authority.operator_id
        operator = next((o for o in team if o.id == signed_in), None) if any_operators else None
        if (any_operators, team, operator) != (session.any_operators, self.team, session.operator):
            session.any_operators, self.team = any_operators, team
            self._now(operator)

    def _now(self, operator: Operator | None) -> None:
        session = self._context.session
        session.operator = operator
        self.touched()
        session.operator_changed.emit()
        self.changed.emit()
