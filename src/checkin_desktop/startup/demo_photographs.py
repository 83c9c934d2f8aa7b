"""Three certificates printed, photographed and verified: a good one, one revoked, one forged."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from checkin_desktop.documents.certificate import draw_certificates
from checkin_desktop.documents.raster import render_page
from checkin_desktop.domain.certificate import CertificateVerdict
from checkin_desktop.keys.certificate_token import read_token_text, token_text
from checkin_desktop.keys.revocations import RevocationList, make_list
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.scanning.photographed import photographed
from checkin_desktop.scanning.stills import decode_file
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.manifests import known_events, signed_manifest
from checkin_desktop.services.ports.documents import CertificateFace
from checkin_desktop.services.verify_certificate import verify_all
from checkin_desktop.startup.files import write_file
from checkin_desktop.words import Words

_INCH_MM, _A4_LONG_MM, _DPI = 25.4, 297, 300


def photograph(face: CertificateFace, words: Words, file: Path) -> None:
    """Printed at 300 dpi, then taken with a phone."""
    width, height, rgb = render_page(
        draw_certificates([face], words), 0, round(_A4_LONG_MM / _INCH_MM * _DPI)
    )
    page = np.frombuffer(rgb, np.uint8).reshape(height, width, 3)[:, :, ::-1]
    write_file(file, photographed(np.ascontiguousarray(page)))


def verify_photographs(
    desk: Desk, good: CertificateFace, other: CertificateFace, words: Words, folder: Path
) -> dict[str, str]:
    """The verdict about each picture, by its file's name, as a laptop has it that holds the event's manifest and a
    list of revocations on which `other` stands."""
    token = read_token_text(other.token)
    if token is None:
        raise ValueError("token")
    station = desk.store.station
    revoked = RevocationList(
        desk.store.secrets.event_id,
        station.slot,
        1,
        desk.store.now_ms() // 1000,
        frozenset({token.facts.serial}),
    )
    known = known_events([signed_manifest(desk)], [make_list(revoked, SigningKey(station.slot_key))])
    shown = {
        "photographed-valid.jpg": good,
        "photographed-revoked.jpg": other,
        "photographed-forged.jpg": forged(good),
    }
    verdicts = {}
    for name, face in shown.items():
        photograph(face, words, folder / name)
        texts = (reading.text for reading in decode_file(folder / name).readings)
        verdicts[name] = verify_all(None, texts, known)[0].verdict.value
    return verdicts


def forged(face: CertificateFace) -> CertificateFace:
    """Somebody else's name put on it, on the page (which is drawn anew) and in the code."""
    token = read_token_text(face.token)
    if token is None:
        raise ValueError("token")
    name = token.facts.name.encode("utf-8")
    swapped = token.raw.replace(name, name[::-1] if name.isascii() else b"X" * len(name))
    return replace(
        face, name="Falso Inventado Pérez", token=token_text(swapped, face.settings.domain), page=None
    )


EXPECTED = {
    "photographed-valid.jpg": CertificateVerdict.VALID.value,
    "photographed-revoked.jpg": CertificateVerdict.REVOKED.value,
    "photographed-forged.jpg": CertificateVerdict.BAD_SIGNATURE.value,
}
