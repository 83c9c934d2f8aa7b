"""Mail over SMTP (RFC 5321), always under TLS with the server's certificate checked."""

import smtplib
import ssl
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import formatdate
from unicodedata import category

from checkin_desktop.domain.mailing import MailTrouble
from checkin_desktop.services.ports.mailing import MailError, MailServer, Message, Security

_TIMEOUT_S = 20.0
_LOST = (smtplib.SMTPServerDisconnected, OSError)


class SmtpMailer:
    """One connection, opened by the first `send` and kept for the next ones. `trust`: whom to believe."""

    def __init__(self, server: MailServer, password: str, trust: ssl.SSLContext | None = None) -> None:
        self._server, self._password = server, password
        self._trust = trust or ssl.create_default_context()
        self._line: smtplib.SMTP | None = None

    def send(self, message: Message) -> None:
        """Raises MailError; whether a second try could double the mail is in its trouble."""
        data = wire_form(message)
        line = self._line or self._connect()
        self._line = line
        try:
            self._envelope(line, message)
            self._data(line, data)
        except MailError as error:
            if error.trouble in (MailTrouble.CUT, MailTrouble.UNCERTAIN):
                self.close()
            else:
                self._reset(line)
            raise

    def close(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            try:
                line.quit()
            except (*_LOST, smtplib.SMTPException):
                line.close()

    def _connect(self) -> smtplib.SMTP:
        host, port = self._server.host, self._server.port
        line: smtplib.SMTP
        try:
            if self._server.security is Security.TLS:
                line = smtplib.SMTP_SSL(host, port, timeout=_TIMEOUT_S, context=self._trust)
            else:
                line = smtplib.SMTP(host, port, timeout=_TIMEOUT_S)
                line.starttls(context=self._trust)
            line.ehlo_or_helo_if_needed()
        except ssl.SSLCertVerificationError as error:
            raise MailError(MailTrouble.NOT_TRUSTED, said=error.verify_message) from error
        except smtplib.SMTPNotSupportedError as error:
            raise MailError(MailTrouble.NOT_TRUSTED, said=str(error)) from error
        except smtplib.SMTPResponseException as error:
            raise MailError(_trouble(error.smtp_code), error.smtp_code, _text(error.smtp_error)) from error
        except (*_LOST, smtplib.SMTPException) as error:
            raise MailError(MailTrouble.NO_SERVER, said=str(error)) from error
        if self._server.username:
            self._log_in(line)
        return line

    def _log_in(self, line: smtplib.SMTP) -> None:
        try:
            line.login(self._server.username, self._password)
        except smtplib.SMTPResponseException as error:
            line.close()
            raise MailError(MailTrouble.LOGIN, error.smtp_code, _text(error.smtp_error)) from error
        except (*_LOST, smtplib.SMTPException) as error:
            line.close()
            raise MailError(MailTrouble.LOGIN, said=str(error)) from error

    def _envelope(self, line: smtplib.SMTP, message: Message) -> None:
        try:
            for trouble, (code, said) in (
                (MailTrouble.REFUSED, line.mail(message.sender)),
                (MailTrouble.ADDRESS, line.rcpt(message.to)),
                (MailTrouble.REFUSED, line.docmd("DATA")),
            ):
                if code not in (250, 251, 354):
                    raise MailError(trouble if code >= 500 else MailTrouble.BUSY, code, _text(said))
        except _LOST as error:
            raise MailError(MailTrouble.CUT, said=str(error)) from error
        except UnicodeEncodeError as error:
            raise MailError(MailTrouble.ADDRESS) from error

    def _data(self, line: smtplib.SMTP, data: bytes) -> None:
        try:
            line.send(data)
        except _LOST as error:
            raise MailError(MailTrouble.CUT, said=str(error)) from error
        try:
            line.send(b".\r\n")
            code, said = line.getreply()
        except _LOST as error:
            raise MailError(MailTrouble.UNCERTAIN, said=str(error)) from error
        if code != 250:
            trouble = MailTrouble.REFUSED if code >= 500 else MailTrouble.BUSY
            raise MailError(trouble, code, _text(said))

    def _reset(self, line: smtplib.SMTP) -> None:
        try:
            line.rset()
        except (*_LOST, smtplib.SMTPException):
            self._line = None
            line.close()


def wire_form(message: Message) -> bytes:
    """As RFC 5321 has it: lines end in CR LF, a leading dot is doubled; the closing dot is not in it.

    Raises MailError for what can't be written. Names and subject are made one line of letters, whoever typed them.
    """
    mail = EmailMessage(policy=SMTP_POLICY)
    try:
        mail["From"] = Address(_one_line(message.sender_name), addr_spec=message.sender)
        mail["To"] = Address(_one_line(message.to_name), addr_spec=message.to)
    except (ValueError, IndexError, HeaderParseError) as error:
        raise MailError(MailTrouble.ADDRESS) from error
    try:
        mail["Subject"] = _one_line(message.subject)
        mail["Date"] = formatdate(localtime=True)
        mail["Message-ID"] = f"<{message.message_id}>"
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(message.body)
        for attached in message.attachments:
            kind, _, subkind = attached.media_type.partition("/")
            name = _one_line(attached.name)
            mail.add_attachment(attached.content, maintype=kind, subtype=subkind, filename=name)
        data = bytes(mail)
    except (ValueError, IndexError, HeaderParseError) as error:
        raise MailError(MailTrouble.UNWRITABLE) from error
    if not data.endswith(b"\r\n"):
        data += b"\r\n"
    doubled = data.replace(b"\r\n.", b"\r\n..")
    return b"." + doubled if doubled.startswith(b".") else doubled


def _one_line(text: str) -> str:
    """Line breaks and control characters are blanks; half a character, which no encoding knows, is none."""
    kept = (" " if category(c) in ("Cc", "Zl", "Zp") else c for c in text if category(c) != "Cs")
    return " ".join("".join(kept).split())


def _trouble(code: int) -> MailTrouble:
    return MailTrouble.REFUSED if code >= 500 else MailTrouble.BUSY


def _text(said: bytes | str) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else said
