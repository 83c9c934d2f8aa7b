"""The event's own certificate authority: every desk of the event derives it, so hubs and desks know each other.

All keys come from the event's bundle key, so nothing has to be carried or kept: the same event gives the same
authority on every desk, and a station's hub keeps its key (and the fingerprint in its pairing QR) when it restarts.
Validity is a century on purpose: old laptops wake up in 2015, and who may talk is settled by tokens, not by dates.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv6Address

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from checkin_desktop.keys.event_keys import EventSecrets

HUB_NAME = "checkin-hub"
"""The name that every hub's certificate bears: addresses change, so desks ask for this name at any address."""

_FROM = datetime(2000, 1, 1, tzinfo=UTC)
_UNTIL = datetime(2099, 12, 31, tzinfo=UTC)
_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of the group of P-256 (SEC 2, 2.4.2): private keys are 1 … order - 1."""


@dataclass(frozen=True, slots=True)
class HubCertificate:
    """A hub's certificate and private key as PEM, and the fingerprint of its public key (SHA-256)."""

    certificate: bytes
    key: bytes
    fingerprint: bytes


def authority(secrets: EventSecrets) -> bytes:
    """The event's authority as PEM: the same bytes on every desk."""
    key = _derived_key(secrets, b"checkin-desktop lan authority")
    name = _name(secrets)
    builder = (
        _builder(name, name, key.public_key(), b"authority" + secrets.event_id)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
    )
    return _signed(builder, key).public_bytes(serialization.Encoding.PEM)


def hub_certificate(
    secrets: EventSecrets, station_id: bytes, addresses: Iterable[IPv4Address | IPv6Address] = ()
) -> HubCertificate:
    """The certificate of the hub at one station, good for "checkin-hub" and for the addresses given."""
    issuer_key = _derived_key(secrets, b"checkin-desktop lan authority")
    key = _derived_key(secrets, b"checkin-desktop lan hub" + station_id)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HUB_NAME)])
    names = [x509.DNSName(HUB_NAME), *map(x509.IPAddress, dict.fromkeys(addresses))]
    builder = (
        _builder(subject, _name(secrets), key.public_key(), b"hub" + station_id)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
    )
    certificate = _signed(builder, issuer_key)
    return HubCertificate(
        certificate.public_bytes(serialization.Encoding.PEM),
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
        _fingerprint(key.public_key()),
    )


def fingerprint_of(certificate: bytes) -> bytes:
    """SHA-256 over the public key (SubjectPublicKeyInfo) of a DER certificate. Raises ValueError."""
    return _fingerprint(x509.load_der_x509_certificate(certificate).public_key())


def _derived(secrets: EventSecrets, purpose: bytes, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length, salt=None, info=purpose).derive(secrets.bundle_key)


def _derived_key(secrets: EventSecrets, purpose: bytes) -> ec.EllipticCurvePrivateKey:
    """Sixteen bytes more than the order has leave no bias worth speaking of (FIPS 186-5, A.2.1)."""
    number = int.from_bytes(_derived(secrets, purpose, 48), "big")
    return ec.derive_private_key(number % (_ORDER - 1) + 1, ec.SECP256R1())


def _name(secrets: EventSecrets) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"checkin-desktop {secrets.tag}")])


def _builder(
    subject: x509.Name, issuer: x509.Name, public: ec.EllipticCurvePublicKey, serial: bytes
) -> x509.CertificateBuilder:
    number = int.from_bytes(hashlib.sha256(serial).digest()[:16], "big") >> 1 | 1
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(number)
        .not_valid_before(_FROM)
        .not_valid_after(_UNTIL)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _signed(builder: x509.CertificateBuilder, issuer: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    identifier = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.public_key())
    return builder.add_extension(identifier, critical=False).sign(
        issuer, hashes.SHA256(), ecdsa_deterministic=True
    )


def _fingerprint(public: CertificatePublicKeyTypes) -> bytes:
    spki = public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return hashlib.sha256(spki).digest()
