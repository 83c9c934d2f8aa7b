"""A real SMTP server on this machine, under TLS of an authority made here, that can be told to misbehave."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP as POLICY
from ipaddress import ip_address
from pathlib import Path
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from checkin_desktop.services.ports.mailing import MailServer, Security

USER, PASSWORD = "mesa", "una clave larga"


@dataclass
class Box:
    """What arrived, and how the server is to answer: by recipient, or for the next messages."""

    mails: list[EmailMessage] = field(default_factory=list)
    recipients: dict[str, str] = field(default_factory=dict)
    after_data: list[str] = field(default_factory=list)
    cut_at_recipient: list[str] = field(default_factory=list)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.cut_at_recipient:
            self.cut_at_recipient.remove(address)
            cast(Any, server).transport.abort()
            return "421 gone"
        if said := self.recipients.get(address):
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        said = self.after_data.pop(0) if self.after_data else "250 taken"
        if said.startswith(("250", "cut")):
            mail = message_from_bytes(cast(bytes, envelope.content), policy=POLICY)
            self.mails.append(cast(EmailMessage, mail))
        if said == "cut":
            cast(Any, server).transport.abort()
            return "250 nobody hears this"
        return said

    @property
    def addressed(self) -> list[str]:
        return [str(mail["To"].addresses[0].addr_spec) for mail in self.mails]


@dataclass(frozen=True)
class Running:
    box: Box
    server: MailServer
    trust: ssl.SSLContext


@contextmanager
def mail_server(folder: Path, security: Security = Security.STARTTLS) -> Iterator[Running]:
    authority, context = _tls(folder)
    box = Box()

    def authenticate(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        good = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=good, handled=False)

    # Without a name of its own the server would ask for this machine's, which may take seconds.
    common: dict[str, Any] = {
        "authenticator": authenticate,
        "hostname": "127.0.0.1",
        "server_hostname": "correo.example",
        "port": 0,
        "ready_timeout": 60,
    }
    if security is Security.TLS:
        made = Controller(
            box,
            ssl_context=context,
            auth_require_tls=False,
            auth_required=False,
            **common,
        )
    else:
        made = Controller(
            box,
            tls_context=context,
            require_starttls=True,
            auth_required=True,
            **common,
        )

    def port_of() -> int:
        return int(cast(Any, made.server).sockets[0].getsockname()[1])

    # To see whether it runs, aiosmtpd would call on port 0.
    made._trigger_server = lambda: socket.create_connection(("127.0.0.1", port_of())).close()  # type: ignore[method-assign]
    made.start()
    port = port_of()
    trust = ssl.create_default_context(cafile=str(authority))
    try:
        yield Running(box, MailServer("127.0.0.1", port, security, USER), trust)
    finally:
        made.stop()


def _tls(folder: Path) -> tuple[Path, ssl.SSLContext]:
    folder.mkdir(parents=True, exist_ok=True)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "correo de prueba")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    chain, secret = folder / "server.pem", folder / "server.key"
    chain.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, secret)
    return chain, context
