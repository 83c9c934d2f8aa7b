"""`check-in`, `decode`, `badges`, `list`, `certificates`, `verify`, `exchange`; and garbage wherever a FILE goes."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin_desktop.services.certificates import review, revoke
from checkin_desktop.startup.events import open_event
from cli.conftest import FIRST, SECOND, Cli
from support.papers import pages

VERDICT = {"code", "verdict", "reason", "attendee", "checkpoint", "at", "entry"}
PERSON = {"id", "name", "document", "organisation", "region", "position", "category"}


def test_verdicts_are_json_lines_and_a_refusal_is_a_success(cli: Cli, event: Path) -> None:
    at = f"{FIRST}T09:00"
    said = cli.ok("check-in", "01234567", "99999999", "--at", at, "--json").lines
    assert [set(v) for v in said] == [VERDICT, VERDICT]
    admitted, refused = said
    assert (admitted["verdict"], admitted["reason"]) == ("admitted", None)
    assert set(admitted["attendee"]) == PERSON
    assert admitted["attendee"]["name"] == "María del Carmen Ñahui Quispe"
    assert admitted["at"] == f"{FIRST}T09:00:00-05:00"
    assert admitted["checkpoint"] == "20 de junio de 2025"
    assert len(admitted["entry"]) == 64
    assert (refused["verdict"], refused["reason"], refused["attendee"]) == ("refused", "unknown", None)
    later = cli.ok("check-in", "01234567", "--at", f"{FIRST}T11:00", "--json").lines
    assert [v["verdict"] for v in later] == ["already_inside"]
    info = cli.ok("event", "info", "--json").json
    assert (info["admitted"], info["inside"], info["refused"]) == (1, 1, 1)
    assert "ADELANTE" in cli.ok("check-in", "40000002", "--at", at).out


def test_on_a_day_that_is_not_the_events_it_is_the_wrong_day(cli: Cli, event: Path) -> None:
    for when in ("2025-06-19T09:00", "2025-06-22T09:00"):
        (said,) = cli.ok("check-in", "01234567", "--at", when, "--json").lines
        assert (said["verdict"], said["reason"]) == ("refused", "wrong_day")
    named = ("--checkpoint", "21 de junio de 2025", "--at", f"{SECOND}T09:00", "--json")
    assert cli.ok("check-in", "01234567", *named).lines[0]["verdict"] == "admitted"


def test_badges_are_printed_read_and_admitted(cli: Cli, event: Path, home: Path) -> None:
    out = home / "b.pdf"
    cli.ok("badges", "--out", out)
    (decoded,) = cli.ok("decode", out, "--json").lines
    assert set(decoded) == {"file", "codes", "ms"}
    codes = [c["text"] for c in decoded["codes"]]
    assert len(codes) == 4
    assert {c["symbology"] for c in decoded["codes"]} == {"qr"}
    said = cli.ok("check-in", *codes, "--at", f"{FIRST}T09:00", "--json").lines
    assert {v["verdict"] for v in said} == {"admitted"}
    assert cli("badges", "--unprinted", "--out", out).code == 1, "all are printed"
    sheet = ("--sheet", "l4785", "--start", 10, "--template", "Tarjeta 86 × 54 mm", "--languages", "es,en")
    cli.ok("badges", *sheet, "--out", out)
    assert len(pages(out, dpi=20)) == 2
    for wrong in (("--sheet", "l9"), ("--template", "No hay"), ("--languages", "de"), ("--start", "0")):
        assert cli("badges", *wrong, "--out", out).code != 0
    assert cli("badges", "--template", "Colgante A6", "--sheet", "5371", "--blank", 2).code == 1
    cli.ok("badges", "--images", home / "qr", "--merge", home / "lista.csv", "--file-names", "name")
    cli.ok("badges", "--images", home / "qr.zip")
    assert len(list((home / "qr").iterdir())) == 4
    for picture in (home / "qr").iterdir():
        assert picture.name in (home / "lista.csv").read_text("utf-8")
    cli.ok("badges", "--blank", 3, "--per-page", 10, "--out", home / "blank.pdf")
    blanks = [c["text"] for c in cli.ok("decode", home / "blank.pdf", "--json").lines[0]["codes"]]
    assert len(blanks) == 3
    (blank,) = cli.ok("check-in", blanks[0], "--at", f"{FIRST}T09:00", "--json").lines
    assert (blank["verdict"], blank["reason"]) == ("refused", "blank")
    cli.ok("list", "--out", home / "list.pdf")
    assert "Ñahui Quispe, María del Carmen" in pages(home / "list.pdf", dpi=20)[0].text


def test_scan_reads_a_folder_of_pictures(cli: Cli, event: Path, home: Path) -> None:
    cli.ok("badges", "--out", home / "b.pdf")
    (home / "frames").mkdir()
    (sheet,) = pages(home / "b.pdf", dpi=110)
    cv2.imwrite(str(home / "frames" / "1.png"), sheet.pixels)
    at = ("--at", f"{FIRST}T09:00", "--json")
    said = cli.ok("scan", "--source", home / "frames", *at).lines
    assert sorted(v["attendee"]["document"] for v in said) == ["01234567", "40000002", "40000003", "40000004"]
    assert {v["verdict"] for v in said} == {"admitted"}


def photographed(page: np.ndarray) -> np.ndarray:
    """A page as a hand-held phone takes it: turned, in perspective, a little out of focus, on a desk."""
    height, width = page.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    held = np.array([[150, 120], [width + 60, 60], [width + 130, height + 90], [70, height + 40]], np.float32)
    turn = cv2.getPerspectiveTransform(corners, held)
    size = (width + 260, height + 200)
    seen = cv2.warpPerspective(page, turn, size, borderValue=(90, 110, 120))
    noise = np.random.default_rng(7).normal(0, 6, seen.shape)
    return np.clip(cv2.GaussianBlur(seen, (0, 0), 1.3) + noise, 0, 255).astype(np.uint8)


def test_certificates_from_issue_to_verification(cli: Cli, attended: Path, home: Path) -> None:
    one = home / "all.pdf"
    said = cli.ok("certificates", "--eligible", "--out", one, "--json").json
    assert set(said) == {"issued", "certificates", "not_eligible", "out", "job"}
    assert (said["issued"], said["out"], said["job"]) == (3, str(one), None)
    assert [p["name"] for p in said["not_eligible"]] == ["Óscar Inventado Peña"]
    assert all(c["exception"] is None for c in said["certificates"])
    sheets = pages(one, dpi=150)
    assert len(sheets) == 3

    mine = next(c for c in said["certificates"] if c["document"] == "01234567")
    sheet = next(s for s in sheets if "Ñahui" in s.text)
    cv2.imwrite(str(home / "photo.png"), photographed(sheet.pixels))
    cli.ok("certificates", "--person", "01234567", "--out", home / "folder")
    (single,) = (home / "folder").glob("*.pdf")
    assert single.name.startswith(mine["serial"])
    grouped = " ".join(mine["code"][i : i + 5] for i in range(0, 20, 5)).lower()
    for shown in (single, home / "photo.png", mine["code"], grouped):
        found = cli.ok("verify", shown, "--json").json
        assert set(found) >= {"verdict", "serial", "name", "kind", "issued", "reason", "replaced_by", "as_of"}
        assert found["document"] == "01234567"
        assert (found["verdict"], found["name"]) == ("valid", "María del Carmen Ñahui Quispe"), shown
        assert found["reason"] is None
    assert "VÁLIDO" in cli.ok("verify", mine["code"]).out

    again = cli.ok("certificates", "--json").json
    assert {c["serial"] for c in again["certificates"]} == {c["serial"] for c in said["certificates"]}
    with open_event(attended) as opened:
        holder = next(
            line.attendee for line in review(opened.desk) if line.attendee.person.document == "01234567"
        )
        revoke(opened.desk, holder.id, "nombre mal escrito")
    revoked = cli.ok("verify", single, "--json").json
    assert (revoked["verdict"], revoked["reason"]) == ("revoked", "nombre mal escrito")


def test_an_exception_is_recorded_as_one(cli: Cli, attended: Path, home: Path) -> None:
    said = cli.ok("certificates", "--all", "--reason", "Autorizado por presidencia", "--json").json
    reasons = {c["name"]: c["exception"] for c in said["certificates"]}
    assert len(reasons) == 4
    assert reasons.pop("Óscar Inventado Peña") == "Autorizado por presidencia"
    assert set(reasons.values()) == {None}, "those who earned theirs need no exception"
    cli.ok("export", "certificates", home / "c.csv")
    assert "Autorizado por presidencia" in (home / "c.csv").read_text("utf-8-sig")


def test_what_can_not_be_checked_is_never_called_invalid(cli: Cli, attended: Path, home: Path) -> None:
    code = cli.ok("certificates", "--json").json["certificates"][0]["code"]
    cv2.imwrite(str(home / "white.png"), np.full((200, 200, 3), 255, np.uint8))
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    for shown in ("hola", wrong, home / "white.png"):
        assert cli.ok("verify", shown, "--json").json["verdict"] == "cannot_check"
    out = home / "c.pdf"
    cli.ok("certificates", "--person", "01234567", "--out", out)
    cli.ok("event", "create", "Otro", "--day", FIRST, "--event", home / "o.checkin")
    assert cli.ok("verify", out, "--json").json["verdict"] == "unknown_key"
    assert cli.ok("verify", code, "--json").json["verdict"] == "cannot_check"


def test_a_laptop_without_the_event_verifies_by_a_manifest(
    cli: Cli,
    attended: Path,
    home: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out, manifest, revoked = home / "c.pdf", home / "e.manifest", home / "e.revocations"
    cli.ok("certificates", "--person", "01234567", "--out", out)
    cli.ok("manifest", "--out", manifest)
    with open_event(attended) as opened:
        holder = next(x.attendee for x in review(opened.desk) if x.attendee.person.document == "01234567")
        revoke(opened.desk, holder.id, "nombre mal escrito")
    cli.ok("revocations", "--out", revoked)
    monkeypatch.setenv("CHECKIN_HOME", str(tmp_path_factory.mktemp("stranger")))
    assert cli("verify", out).code == 1, "no event, no manifest"
    said = cli.ok("verify", out, "--manifest", manifest, "--json").json
    assert (said["verdict"], said["as_of"], said["document"]) == ("valid", None, "01234567")
    assert said["event"]
    assert said["days"]
    assert (
        cli.ok("verify", out, "--manifest", revoked, "--manifest", manifest, "--json").json["verdict"]
        == "revoked"
    )
    refused = cli("trust", revoked)
    assert refused.code == 1
    assert "otro evento" in refused.err
    assert "huella" in cli.ok("trust", manifest, revoked).out
    told = cli.ok("verify", out).out
    assert "ANULADO" in told
    assert "01234567" in told, "the facts of the signed code, to compare with the paper"


def test_a_second_desk_joins_and_both_end_alike(
    cli: Cli, attended: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, other = home / "stick.bundle", home / "b.checkin"
    refused = cli("exchange", "--bundle", stick)
    assert (refused.code, refused.out) == (1, ""), "no passphrase and nobody to ask"
    monkeypatch.setenv("CHECKIN_PASSPHRASE", "llama-alpaca")
    sent = cli.ok("exchange", "--bundle", stick, "--json", "--event", attended).json
    assert set(sent) == {"sent", "received", "held"}
    assert sent["sent"] > 0
    assert cli.ok("exchange", "--bundle", stick, "--json", "--event", other).json["received"] == sent["sent"]
    cli.ok("check-in", "40000004", "--at", f"{FIRST}T10:00", "--event", other)
    cli.ok("check-in", "40000004", "--at", f"{FIRST}T10:30", "--event", attended)
    for desk in (other, attended, other):
        cli.ok("exchange", "--bundle", stick, "--event", desk)
    digests = {cli.ok("journal", "digest", "--event", desk).out for desk in (attended, other)}
    assert len(digests) == 1
    info = cli.ok("event", "info", "--json", "--event", other).json
    assert (info["attendees"], info["conflicts"]) == (4, 1)
    monkeypatch.setenv("CHECKIN_PASSPHRASE", "otra-clave")
    wrong = cli("exchange", "--bundle", stick, "--event", home / "c.checkin")
    assert wrong.code == 1
    assert not (home / "c.checkin").exists(), "nothing half done"


FILES = (
    ("import",),
    ("verify",),
    ("decode",),
    ("event", "logo"),
    ("exchange", "--bundle"),
    ("event", "info", "--event"),
    ("scan", "--source"),
)
MAGIC = (
    b"",
    b"PK\x03\x04",
    b"%PDF-1.7\n",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"SQLite format 3\x00",
    b"\xff\xfe",
)


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(
    command=st.sampled_from(FILES),
    magic=st.sampled_from(MAGIC),
    rest=st.binary(max_size=300),
    ending=st.sampled_from(("xlsx", "csv", "pdf", "png", "checkin", "mp4", "")),
)
def test_garbage_never_ends_in_a_traceback(
    cli: Cli, event: Path, home: Path, command: tuple[str, ...], magic: bytes, rest: bytes, ending: str
) -> None:
    path = home / f"garbage.{ending}"
    path.write_bytes(magic + rest)
    options = () if "--event" in command else ("--event", event)
    answer = cli(*command, path, *options)
    assert answer.code in (0, 1), answer
    assert "inesperado" not in answer.err, answer
