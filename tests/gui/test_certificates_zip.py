"""Many certificates in one ZIP from the page: sensible names, nothing left of one that was broken off."""

import zipfile
from pathlib import Path

from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.certificates import CertificatesPage
from checkin_desktop.services.certificates import issue

from .certificates_page import id_of, page
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
