"""What the pictures show: the demo event with a second desk, a case to settle, a note and a portrait."""

import io
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw

from checkin_desktop.documents.badges import draw_badges
from checkin_desktop.domain.admission import Source
from checkin_desktop.domain.event import CheckpointKind
from checkin_desktop.domain.people import Attendee, Category
from checkin_desktop.domain.questions import Choice, Question, QuestionKind
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.services.badges import badge_faces
from checkin_desktop.services.certificate_requests import request
from checkin_desktop.services.check_in import check_in
from checkin_desktop.services.desk import Desk, checkpoints, settings
from checkin_desktop.services.exchange import exchange_bundle
from checkin_desktop.services.find_attendee import roster, search
from checkin_desktop.services.photos import attach_photo
from checkin_desktop.services.questions import define_question, new_question_id
from checkin_desktop.services.register_walk_in import correct
from checkin_desktop.services.views import AttendeeLine
from checkin_desktop.startup.demo_event import demo_event, demo_roster, forget_event_file
from checkin_desktop.startup.demo_film import badge_pictures, filmed
from checkin_desktop.startup.events import join_event, open_event
from checkin_desktop.words import Words

PASSPHRASE = "cuatro palabras al azar"
_SEED, _HELD = 11, 6
_PORTRAIT = (300, 375)


def pictured_event(words: Words, folder: Path) -> Path:
    """The demo event of today; its second desk let in somebody whom the first one had let in already."""
    path = demo_event(words)
    bundle, other = folder / "stick.bundle", folder / "second.checkin"
    for file in (bundle, bundle.with_name(bundle.name + ".previous")):
        file.unlink(missing_ok=True)
    forget_event_file(other)
    with open_event(path) as first:
        entrance = next(c.id for c in checkpoints(first.desk) if c.kind is CheckpointKind.DAY)
        came = next(
            line.attendee
            for line in roster(first.desk, entrance)
            if line.admitted_at is not None and line.attendee.person.category is Category.AUTHORITY
        )
        exchange_bundle(first.desk, BundleFiles(), bundle, PASSPHRASE)
        name = words.say("station-default-name", number=2)
        second, _ = join_event(bundle, PASSPHRASE, path=other, station_name=name, as_last=False)
        with second:
            both = [one.id for one in strangers(second.desk, entrance)[-2:]]
            for desk in (first.desk, second.desk):
                for _, face in badge_faces(desk, both):
                    check_in(desk, face.code, source=Source.CAMERA)
            request(second.desk, both)
            exchange_bundle(second.desk, BundleFiles(), bundle, PASSPHRASE)
        exchange_bundle(first.desk, BundleFiles(), bundle, PASSPHRASE)
        _tell_apart(first.desk, came, words)
    return path


def ask_questions(desk: Desk) -> None:
    """Two questions that an organiser of such an event asks."""
    define_question(
        desk,
        Question(
            new_question_id(desk),
            QuestionKind.CHOICE,
            "¿Qué almuerzo prefiere?",
            "Which lunch do you prefer?",
            choices=(
                Choice("meat", "Con carne", "With meat"),
                Choice("veg", "Vegetariano", "Vegetarian"),
                Choice("none", "No almuerzo", "No lunch"),
            ),
        ),
    )
    define_question(
        desk,
        Question(
            new_question_id(desk),
            QuestionKind.CONSENT,
            "¿Acepta que su imagen se publique?",
            "May pictures of you be published?",
            order=1,
            required=True,
        ),
    )


def camera_pictures(desk: Desk, attendee_id: str, words: Words, folder: Path) -> tuple[Path, Path]:
    """What the camera sees: the hall alone, and somebody who holds up a badge."""
    faces = [face for _, face in badge_faces(desk, [attendee_id])]
    sheet = folder / "sheet.pdf"
    sheet.write_bytes(draw_badges(faces, settings(desk), words))
    frames = list(filmed(badge_pictures(sheet, 1), _SEED))
    paths = folder / "hall.png", folder / "shown.png"
    for path, frame in zip(paths, (frames[0], frames[_HELD]), strict=True):
        Image.fromarray(frame.pixels[:, :, ::-1]).save(path)
    return paths


def strangers(desk: Desk, checkpoint_id: str | None) -> list[Attendee]:
    """Who has not come yet, by surname."""
    return [line.attendee for line in roster(desk, checkpoint_id) if line.admitted_at is None]


def known(desk: Desk) -> Attendee:
    """Who came already, with a note for the desk and a portrait."""
    return next(line.attendee for line in roster(desk) if line.attendee.person.note)


def namesakes(desk: Desk, typed: str) -> tuple[AttendeeLine, ...]:
    """The first two found share a name from now on, as two people of one event may; the demo's list has no such two."""
    first, second, *_ = search(desk, typed)
    name = first.attendee.person
    correct(
        desk,
        second.attendee.id,
        replace(second.attendee.person, given_names=name.given_names, surnames=name.surnames),
    )
    called = [line for line in search(desk, name.surnames) if line.attendee.name == first.attendee.name]
    return tuple(called)


def faulty_list(folder: Path) -> Path:
    """The demo's list as it would come from somebody in a hurry: a number too short, a name missing, one twice."""
    lines = demo_roster().read_text(encoding="utf-8-sig").splitlines()
    cells = [line.split(";") for line in lines[:40]]
    cells[3][3], cells[5][0], cells[5][1] = "9900", "", ""
    cells[8][8], cells[9][9] = "Invitadísimo", "correo sin arroba"
    path = folder / "inscritos.csv"
    path.write_text("\n".join(";".join(line) for line in [*cells, cells[12]]) + "\n", encoding="utf-8")
    return path


def _tell_apart(desk: Desk, who: Attendee, words: Words) -> None:
    """A note for the desk and a portrait."""
    correct(desk, who.id, replace(who.person, note=words.say("demo-note")))
    attach_photo(desk, who.id, _portrait())


def _portrait() -> bytes:
    """Nobody's face: a head and shoulders."""
    width, height = _PORTRAIT
    picture = Image.new("RGB", _PORTRAIT, "#C9D8E6")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((20, 250, width - 20, height + 190), fill="#5B3A5E")
    draw.rectangle((122, 215, 178, 275), fill="#A9714B")
    draw.ellipse((78, 44, 222, 180), fill="#2B1D16")
    draw.rounded_rectangle((78, 110, 222, 240), 40, fill="#2B1D16")
    draw.ellipse((94, 70, 206, 236), fill="#BD8560")
    draw.ellipse((122, 140, 136, 152), fill="#2B1D16")
    draw.ellipse((164, 140, 178, 152), fill="#2B1D16")
    draw.arc((126, 164, 174, 204), 20, 160, fill="#7A3B33", width=5)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()
