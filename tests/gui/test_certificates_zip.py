"""Many certificates in one ZIP from the page: sensible names, nothing left of one that was broken off."""

import zipfile
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import pkcs12
from tests.signing.test_pades import certificate, p256

from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.services.certificates import issue

from .certificates_page import id_of, page, pick
from .conftest import Settled

__all__ = ["page"]


def test_certificates_are_saved_in_one_zip(
    page: CertificatesPage, context: Context, settled: Settled, tmp_path: Path
) -> None:
    ids = [id_of(context, "Zárate"), id_of(context, "Ñahui")]
    issue(context.desk, ids)
    saved: list[int] = []
    page.presenter.save_zip(ids, tmp_path / "c.zip", saved.append)
    settled()
    assert saved == [2]
    with zipfile.ZipFile(tmp_path / "c.zip") as found:
        names = found.namelist()
        assert all(found.read(name).startswith(b"%PDF") for name in names)
    assert [name.partition("-")[0] for name in names] == ["0001", "0002"]
    assert "zarate" in names[0]


def test_where_nothing_can_be_written_that_is_said(
    page: CertificatesPage, context: Context, settled: Settled, tmp_path: Path
) -> None:
    ids = [id_of(context, "Zárate"), id_of(context, "Ñahui")]
    issue(context.desk, ids)
    (tmp_path / "file").write_text("x")
    told: list[str] = []
    page.presenter.stopped.connect(told.append)
    page.presenter.save_zip(ids, tmp_path / "file" / "c.zip", lambda _: told.append("saved"))
    settled()
    assert len(told) == 1
    assert "ningún ZIP" in told[0]


def test_signed_copies_are_offered_once_a_certificate_is_open(
    page: CertificatesPage, context: Context, settled: Settled, tmp_path: Path
) -> None:
    ids = [id_of(context, "Zárate"), id_of(context, "Ñahui")]
    issue(context.desk, ids)
    page.refresh()
    settled()
    pick(page, "Zárate", "Ñahui")
    panel = page.review.panel
    assert panel.save_signed.isHidden()
    key = p256()
    secret = serialization.BestAvailableEncryption(b"clave")
    packed = pkcs12.serialize_key_and_certificates(b"a", key, certificate(key), None, secret)
    (tmp_path / "a.p12").write_bytes(packed)
    context.tools.signatures.use(tmp_path / "a.p12", "clave")
    try:
        pick(page, "Zárate", "Ñahui")
        assert panel.save_signed.text() == "Guardar copias firmadas…"
        page.review.verbs.ask_folder = lambda: tmp_path / "signed"  # type: ignore[method-assign]
        panel.save_signed.click()
        settled()
    finally:
        context.tools.signatures.forget()
    files = list((tmp_path / "signed").iterdir())
    assert len(files) == 2
    assert all(b"/ETSI.CAdES.detached" in file.read_bytes() for file in files)
