"""`templates` on the command line: what there is, sent on, brought in, and seen as it prints."""

from pathlib import Path

from pypdfium2 import PdfDocument

from checkin_desktop.scanning.stills import decode_file
from checkin_desktop.services.template_samples import Sample
from cli.conftest import Cli


def test_a_shipped_design_goes_out_as_a_zip_and_comes_back_as_the_events_own(
    cli: Cli, event: Path, home: Path
) -> None:
    shipped = cli.ok("templates", "list", "--json").lines
    assert shipped
    assert all(line["shipped"] for line in shipped)
    name, target = shipped[-1]["name"], home / "diseño.zip"
    cli.ok("templates", "export", name, target)
    cli.ok("templates", "import", target)
    own = [line for line in cli.ok("templates", "list", "--json").lines if not line["shipped"]]
    assert [(line["name"], line["used_for"]) for line in own] == [(name, [])]
    assert own[0]["id"] in cli.ok("templates", "list").out


def test_a_preview_shows_the_longest_name_the_shortest_and_an_example(
    cli: Cli, event: Path, home: Path
) -> None:
    for number, line in enumerate(cli.ok("templates", "list", "--json").lines):
        out = home / f"{number}.pdf"
        cli.ok("templates", "preview", line["id"], "--out", out)
        document = PdfDocument(out)
        assert len(document) == 3
        texts = [document[page].get_textpage().get_text_range() for page in range(3)]
        assert "María del Carmen" in " ".join(texts[0].split())
        document.close()


def test_one_command_leaves_every_certificate_design_as_pictures(cli: Cli, event: Path, home: Path) -> None:
    """For the longest name, the shortest and one with accents; the code on each is read from its picture."""
    folder = home / "diseños"
    cli.ok("templates", "preview", "--out", folder)
    found = sorted(path.name for path in folder.iterdir())
    assert found == sorted(
        f"{design}-{sample.value}.png" for design in ("institucional", "moderna") for sample in Sample
    )
    for path in folder.iterdir():
        assert decode_file(path).readings, path.name


def test_what_is_not_there_or_no_design_is_told(cli: Cli, event: Path, home: Path) -> None:
    missing = cli("templates", "preview", "Nadie")
    assert (missing.code, "Nadie" in missing.err) == (1, True)
    bad = home / "malo.zip"
    bad.write_bytes(b"no zip")
    assert cli("templates", "import", bad).code == 1
    assert cli("templates", "import", home / "nada.zip").code == 1
