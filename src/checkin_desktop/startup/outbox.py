"""The courier: sends this desk's queue on its own thread; each try is in the journal before the server hears of it."""

import logging
import threading
from collections.abc import Callable
from dataclasses import replace

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.mailing import MailState, MailTrouble, after
from checkin_desktop.mailing.smtp import SmtpMailer
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.mail_message import compose
from checkin_desktop.services.outbox import (
    MailSettings,
    Outgoing,
    begin,
    is_address,
    mail_settings,
    next_mail,
    recover,
    settle,
)
from checkin_desktop.services.ports.mailing import (
    Attached,
    CourierState,
    Mailer,
    MailError,
    MailServer,
    Message,
)
from checkin_desktop.words import Words

_PATIENCE_S = 30.0
_MOST_CUTS = 3
MOST_TRIES = 5
"""A mail that the server puts off so often is left to a person."""
Attach = Callable[[Desk, Outgoing], tuple[Attached, ...]]
"""The files that go with a mail; none where there is nothing to send (any more).
Raises PersonFacingError where they can't be drawn."""
OpenMailer = Callable[[MailServer, str], Mailer]
_log = logging.getLogger(__name__)


class DeskCourier:
    """One event's queue at this desk. `patience_s`: how long it waits after "try again later"."""

    def __init__(
        self,
        desk: Desk,
        words: Callable[[], Words],
        attach: Attach,
        open_mailer: OpenMailer = SmtpMailer,
        patience_s: float = _PATIENCE_S,
    ) -> None:
        self._desk, self._words, self._attach = desk, words, attach
        self._open_mailer, self._patience_s = open_mailer, patience_s
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._changed: Callable[[CourierState], object] = lambda _: None
        self.state = CourierState(False)

    def start(
        self, password: str, changed: Callable[[CourierState], object], limit: int | None = None
    ) -> None:
        """Nothing happens while it runs already; one that was paused and is still at its last message is followed.
        `limit`: so many tries at most. Raises PersonFacingError where no server was named."""
        if self._thread is not None and self._thread.is_alive() and not self._stop.is_set():
            return
        settings = mail_settings(self._desk)
        if not settings.host:
            raise PersonFacingError("outbox-no-server")
        self._changed = changed
        before, self._stop = self._thread, threading.Event()
        self._tell(CourierState(True))
        self._thread = threading.Thread(
            target=self._run,
            args=(settings, password, self._stop, before, limit),
            name="courier",
            daemon=True,
        )
        self._thread.start()

    def pause(self) -> None:
        self._stop.set()

    def wait(self) -> None:
        """Until the queue is empty, or sending stopped."""
        if self._thread is not None:
            self._thread.join()

    def close(self) -> None:
        """Before the event file is closed: the message under way is finished."""
        self._stop.set()
        self.wait()

    def _run(
        self,
        settings: MailSettings,
        password: str,
        stop: threading.Event,
        before: threading.Thread | None,
        limit: int | None,
    ) -> None:
        if before is not None:
            before.join()
            self._tell(CourierState(True))
        mailer = self._open_mailer(settings.server, password)
        cuts = tries = 0
        try:
            recover(self._desk)
            while not stop.is_set() and tries != limit:
                mail = next_mail(self._desk)
                if mail is None:
                    break
                tries += 1
                trouble = self._one(mailer, settings, mail)
                cuts = cuts + 1 if trouble is MailTrouble.CUT else 0
                if trouble is not None and (not after(trouble).go_on or cuts >= _MOST_CUTS):
                    self._tell(replace(self.state, trouble=trouble))
                    break
                wait = self._patience_s if trouble is MailTrouble.BUSY else 60 / settings.per_minute
                if trouble is MailTrouble.BUSY:
                    self._tell(replace(self.state, waiting_s=round(wait)))
                if tries != limit:
                    stop.wait(wait)
        except PersonFacingError as error:
            _log.warning("courier stopped: %s", error.sentence)
            self._tell(replace(self.state, wrong=error))
        finally:
            mailer.close()
            self._tell(replace(self.state, running=False, waiting_s=0))

    def _one(self, mailer: Mailer, settings: MailSettings, mail: Outgoing) -> MailTrouble | None:
        """Tries one mail and writes what became of it; the trouble there was, if any."""
        begin(self._desk, mail.mail_id)
        try:
            if not is_address(mail.attendee.person.email):
                raise MailError(MailTrouble.NO_ADDRESS)
            try:
                attached = self._attach(self._desk, mail)
            except PersonFacingError as error:
                raise MailError(MailTrouble.NOT_DRAWN) from error
            if not attached:
                raise MailError(MailTrouble.NOTHING_TO_SEND)
            mailer.send(self._composed(settings, mail, attached))
        except MailError as error:
            state = after(error.trouble).state
            if error.trouble is MailTrouble.BUSY and mail.tries + 1 >= MOST_TRIES:
                state = MailState.FAILED
            settle(self._desk, mail.mail_id, state, error.trouble, error.code)
            failed = state in (MailState.FAILED, MailState.UNCERTAIN)
            self._tell(replace(self.state, failed=self.state.failed + failed, said=error.said))
            return error.trouble
        settle(self._desk, mail.mail_id, MailState.SENT)
        self._tell(replace(self.state, sent=self.state.sent + 1, waiting_s=0, said=""))
        return None

    def _composed(self, settings: MailSettings, mail: Outgoing, attached: tuple[Attached, ...]) -> Message:
        """A text that can't be filled in stops the courier; the mail waits on, since nothing was sent."""
        try:
            return compose(self._desk, settings, mail, attached, self._words())
        except PersonFacingError:
            settle(self._desk, mail.mail_id, MailState.QUEUED)
            raise

    def _tell(self, state: CourierState) -> None:
        self.state = state
        self._changed(state)
