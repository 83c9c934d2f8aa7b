"""`check-in`, `scan`, `decode`. A hub on a server has no decoder: it is loaded where it is needed."""

from pathlib import Path

import typer

from checkin_desktop.cli.context import Context, answer, context_of, moment, say, tell
from checkin_desktop.cli.supposing import suppose
from checkin_desktop.cli.verdicts import show
from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.operators import Action
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.desk import Desk, checkpoint_named, checkpoints, stations
from checkin_desktop.services.ports.scanning import Sighting

_CHECKPOINT = typer.Option("", "--checkpoint", help="Its name or id (default: the day's entrance).")
_AT = typer.Option("", "--at", help="When, ISO 8601 (default: now).")


def add_to(app: typer.Typer) -> None:
    app.command("check-in")(check_in_codes)
    app.command("scan")(scan)
    app.command("decode")(decode)


def check_in_codes(
    context: typer.Context,
    code: list[str] = typer.Argument(..., help="A badge code, document number or own code."),
    checkpoint: str = _CHECKPOINT,
    at: str = _AT,
    what_if: bool = typer.Option(False, "--what-if", help="Only say the verdict; nothing is written."),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """Decides without a camera; one verdict a line. A refused person is a success."""
    shared = context_of(context)
    if what_if:
        suppose(shared, code, checkpoint, at, as_json)
        return
    with shared.writing(Action.SCAN) as opened:
        decide = _Decider(opened.desk, shared, checkpoint, at, as_json, Source.SCANNER)
        for text in code:
            decide(text)


def scan(
    context: typer.Context,
    source: str = typer.Option(..., "--source", help="Webcam number or name, video, image folder, URL."),
    checkpoint: str = _CHECKPOINT,
    at: str = _AT,
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """Check-ins from a camera, a video or pictures; one verdict a line."""
    from checkin_desktop.scanning.sources import decoder_for, open_source
    from checkin_desktop.scanning.watch import sightings

    shared = context_of(context)
    frames = open_source(source)
    with shared.writing(Action.SCAN) as opened:
        decide = _Decider(opened.desk, shared, checkpoint, at, as_json, Source.CAMERA)

        def seen(sighting: Sighting) -> None:
            decide(sighting.reading.text)

        sightings(frames, decoder_for(frames), seen)


def decode(
    context: typer.Context,
    image: list[Path] = typer.Argument(..., help="Images or PDF files."),
    as_json: bool = typer.Option(False, "--json"),
) -> None:
    """What the codes in pictures say; one line a file."""
    from checkin_desktop.scanning.stills import decode_file

    shared = context_of(context)
    failed = 0
    for path in image:
        try:
            found = decode_file(path)
        except PersonFacingError as error:
            failed += 1
            tell(shared.words.say(error.sentence, **error.arguments))
            if as_json:
                answer({"file": str(path), "codes": [], "ms": 0})
            continue
        if as_json:
            codes = [{"text": r.text, "symbology": r.symbology.value} for r in found.readings]
            answer({"file": str(path), "codes": codes, "ms": found.ms})
        else:
            say(f"{path}: " + (" | ".join(r.text for r in found.readings) or "-"))
    if failed:
        raise typer.Exit(1)


class _Decider:
    """Check-ins at one checkpoint, each answered on a line."""

    def __init__(
        self, desk: Desk, shared: Context, checkpoint: str, at: str, as_json: bool, source: Source
    ) -> None:
        self._desk, self._words, self._as_json, self._source = desk, shared.words, as_json, source
        self._at = moment(at, desk)
        self._checkpoint = checkpoint_named(checkpoints(desk), checkpoint).id if checkpoint else None
        self._stations = {s.id: s.name for s in stations(desk)}

    def __call__(self, code: str) -> None:
        result = check_in(self._desk, code, self._checkpoint, source=self._source, at=self._at)
        show(result, self._words, self._stations, self._as_json)
