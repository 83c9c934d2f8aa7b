"""The programme of meetings, whole or a party's own; delegations; and the organiser's summary on one page."""

from collections.abc import Sequence
from itertools import groupby

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from checkin_desktop.documents.attendance import draw_attendance
from checkin_desktop.documents.fonts import BOLD, REGULAR, SEMIBOLD, printable
from checkin_desktop.documents.listing import LEFT, RIGHT, ListColumn, Listing, figure
from checkin_desktop.documents.page import ACCENT, INK, RULE, SOFT, cell, new_document, shortened
from checkin_desktop.documents.raster import join_pdfs
from checkin_desktop.domain.event import EventSettings
from checkin_desktop.domain.meetings import MeetingState
from checkin_desktop.services.ports.meeting_papers import Agenda, DelegationFace, RegionFace, SummaryFace
from checkin_desktop.words import Words
from checkin_desktop.words.dates import days_phrase, long_date

_REGION_ROW = 5.6 * mm


def draw_agendas(agendas: Sequence[Agenda], event: EventSettings, words: Words) -> bytes:
    """Each agenda from a page of its own: what a party takes along."""
    drawn = [_agenda(agenda, event, words) for agenda in agendas]
    return drawn[0] if len(drawn) == 1 else join_pdfs(drawn)


def _agenda(agenda: Agenda, event: EventSettings, words: Words) -> bytes:
    own = bool(agenda.party)
    title = agenda.party or words.say("documents-agenda-title")
    columns = [
        ListColumn(words.say("documents-agenda-hours"), 24, bold=True),
        ListColumn(words.say("documents-agenda-table"), 22),
        ListColumn(words.say("documents-agenda-with" if own else "documents-agenda-parties"), 0, bold=own),
        ListColumn(words.say("documents-agenda-topic"), 46),
        ListColumn(words.say("documents-agenda-state"), 24),
    ]
    listing = Listing(title, event.name, words, columns)
    for day, lines in groupby(agenda.lines, key=lambda line: line.day):
        listing.group(long_date(day, words.language))
        for line in lines:
            who = line.b if own else f"{line.a}\n{line.b}"
            hours = f"{line.starts:%H:%M} – {line.ends:%H:%M}"
            listing.row((hours, line.table, who, line.topic, words.say(f"meeting-state-{line.state.value}")))
    return listing.finish()


def draw_delegations(faces: Sequence[DelegationFace], event: EventSettings, words: Words) -> bytes:
    """Who of each delegation is here and who is missing."""
    columns = [
        ListColumn(words.say("documents-delegation-name"), 56, bold=True),
        ListColumn(words.say("documents-delegation-count"), 18),
        ListColumn(words.say("documents-delegation-here"), 0),
        ListColumn(words.say("documents-delegation-missing"), 46),
    ]
    here, all_ = sum(len(f.here) for f in faces), sum(len(f.here) + len(f.missing) for f in faces)
    about = words.say("documents-delegations-about", event=event.name, present=here, expected=all_)
    listing = Listing(words.say("documents-delegations-title"), about, words, columns)
    for face in faces:
        count = f"{len(face.here)}/{len(face.here) + len(face.missing)}"
        if face.escorts:
            count += "\n" + words.say("documents-delegation-escorts", count=face.escorts)
        name = f"{face.name}\n{face.region}" if face.region else face.name
        listing.row((name, count, "\n".join(face.here) or "—", "\n".join(face.missing) or "—"))
    return listing.finish()


def draw_summary(face: SummaryFace, event: EventSettings, words: Words) -> bytes:
    """The organiser's report: who was represented on one page, then arrivals and attendance by session."""
    canvas, out = new_document(A4, words.say("documents-summary-title"), words.language)
    y = A4[1] - 20 * mm
    canvas.setFillColor(INK)
    cell(canvas, words.say("documents-summary-title"), BOLD, LEFT, y, RIGHT - LEFT, 17, 12, lines=1)
    canvas.setFillColor(SOFT)
    cell(canvas, event.name, REGULAR, LEFT, y - 7 * mm, RIGHT - LEFT, 10, 7, lines=1)
    where = ", ".join(part for part in (event.place, event.city) if part)
    said = " · ".join(part for part in (days_phrase(event.days, words.language), where) if part)
    cell(canvas, said, REGULAR, LEFT, y - 12 * mm, RIGHT - LEFT, 9, 7, lines=1)
    counts = dict(face.meetings)
    held = counts.get(MeetingState.HELD, 0) + counts.get(MeetingState.UNDER_WAY, 0)
    planned = sum(count for state, count in face.meetings if state is not MeetingState.CANCELLED)
    named = [r for r in face.regions if r.region]
    regions_present = sum(r.present for r in named)
    figures = (
        (f"{len(face.present)}/{face.organisations}", words.say("documents-summary-organisations")),
        (f"{regions_present}/{len(named)}", words.say("documents-summary-regions")),
        (f"{face.people_present}/{face.people}", words.say("documents-summary-people", escorts=face.escorts)),
        (f"{held}/{planned}", words.say("documents-summary-meetings", actas=face.actas)),
    )
    y -= 30 * mm
    room = (RIGHT - LEFT) / len(figures)
    for place, (number, about) in enumerate(figures):
        figure(canvas, LEFT + place * room, y, number, about, room - 4 * mm)
    y -= 14 * mm
    states = " · ".join(
        f"{words.say(f'meeting-state-{state.value}')}: {n}" for state, n in face.meetings if n
    )
    canvas.setFillColor(SOFT)
    cell(canvas, states, REGULAR, LEFT, y, RIGHT - LEFT, 8.5, 6.5, lines=1)
    y -= 10 * mm
    half = (RIGHT - LEFT - 10 * mm) / 2
    per_column = max(1, -(-len(face.regions) // 2))
    for place in range(2):
        part = face.regions[place * per_column : (place + 1) * per_column]
        if part:
            _regions(canvas, part, LEFT + place * (half + 10 * mm), y, half, words)
    y -= (per_column + 1) * _REGION_ROW + 8 * mm
    _names(canvas, face.present, y, words)
    canvas.showPage()
    if face.arrivals or face.sessions:
        draw_attendance(canvas, face.arrivals, face.sessions, words)
    canvas.save()
    return out.getvalue()


def _regions(
    canvas: Canvas, part: Sequence[RegionFace], x: float, y: float, width: float, words: Words
) -> None:
    edges = (x, x + width * 0.5, x + width * 0.78)
    canvas.setFont(SEMIBOLD, 7.5)
    canvas.setFillColor(ACCENT)
    for edge, key in zip(edges, ("region", "present", "came"), strict=True):
        canvas.drawString(edge, y, printable(words.say(f"documents-summary-{key}"), SEMIBOLD))
    canvas.setStrokeColor(ACCENT)
    canvas.setLineWidth(0.8)
    canvas.line(x, y - 1.8 * mm, x + width, y - 1.8 * mm)
    for line in part:
        y -= _REGION_ROW
        canvas.setFillColor(INK if line.present else SOFT)
        region = line.region or words.say("report-no-region")
        told = (region, f"{line.organisations_present}/{line.organisations}", str(line.people_present))
        for edge, text in zip(edges, told, strict=True):
            cell(canvas, text, REGULAR, edge, y, width * 0.48, 8.5, 6.5, lines=1)
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.3)
        canvas.line(x, y - 1.6 * mm, x + width, y - 1.6 * mm)


def _names(canvas: Canvas, names: Sequence[str], y: float, words: Words) -> None:
    """The organisations that came, as small as one page needs; what does not fit is counted."""
    canvas.setFont(SEMIBOLD, 7.5)
    canvas.setFillColor(ACCENT)
    heading = words.say("documents-summary-names", count=len(names))
    canvas.drawString(LEFT, y, printable(heading, SEMIBOLD))
    y -= 5 * mm
    size, leading = 7.5, 4 * mm
    rows = int((y - 14 * mm) // leading)
    columns = 2 if len(names) <= 2 * rows else 3
    width = (RIGHT - LEFT) / columns
    shown = names if len(names) <= rows * columns else names[: rows * columns - 1]
    per_column = -(-len(shown) // columns) if shown else 1
    canvas.setFillColor(INK)
    for place, name in enumerate(shown):
        canvas.setFont(REGULAR, size)
        x = LEFT + (place // per_column) * width
        canvas.drawString(
            x, y - (place % per_column) * leading, shortened(name, REGULAR, size, width - 3 * mm)
        )
    if len(shown) < len(names):
        canvas.setFillColor(SOFT)
        more = words.say("documents-summary-more", count=len(names) - len(shown))
        canvas.drawString(LEFT, 10 * mm, printable(more, REGULAR))
