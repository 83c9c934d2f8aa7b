"""The status page: which desks were heard of when, and counts. No names; anybody may look."""

from collections.abc import Sequence
from html import escape

from checkin_desktop.services.ports.hub import DeskStatus, EventStatus
from checkin_desktop.words import DEFAULT_LANGUAGE, LANGUAGES, Words, load_words

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2733}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .8rem;"
    "border-bottom:1px solid #d8dee6}th{font-weight:600}.old{color:#a33}h1{font-size:1.5rem}h2{font-size:1.1rem}"
)
_OLD_MS = 10 * 60 * 1000


def status_page(events: Sequence[EventStatus], now: int, words: Words) -> str:
    title = escape(words.say("hub-page-title"))
    parts = [_event(e, now, words) for e in events] or [f"<p>{escape(words.say('hub-page-no-events'))}</p>"]
    return (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="30">'
        f"<title>{title}</title><style>{_STYLE}</style></head><body><h1>{title}</h1>{''.join(parts)}</body></html>"
    )


def language_of(accepted: str) -> str:
    """The first language of an `Accept-Language` header that there are words in."""
    for wanted in accepted.split(","):
        code = wanted.partition(";")[0].strip().lower().partition("-")[0]
        if code in LANGUAGES:
            return code
    return DEFAULT_LANGUAGE


def words_for(accepted: str) -> Words:
    return load_words(language_of(accepted))


def _event(event: EventStatus, now: int, words: Words) -> str:
    name = escape(words.say("hub-page-event", id=event.event_id.hex()[:8]))
    counts = words.say(
        "hub-page-counts",
        attendees=event.attendees,
        admitted=event.admitted,
        inside=event.inside,
        entries=event.entries,
    )
    more = words.say("hub-page-open", conflicts=event.conflicts, held=event.held)
    heads = "".join(
        f"<th>{escape(words.say(h))}</th>" for h in ("hub-page-desk", "hub-page-entries", "hub-page-heard")
    )
    rows = "".join(_desk(d, now, words) for d in event.desks)
    return (
        f"<h2>{name}</h2><p>{escape(counts)} {escape(more)}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _desk(desk: DeskStatus, now: int, words: Words) -> str:
    name = words.say("hub-page-desk-name", slot=desk.slot, id=desk.station_id.hex()[:6])
    if desk.revoked:
        heard = words.say("hub-page-revoked")
    elif desk.heard_at is None:
        heard = words.say("hub-page-never")
    else:
        heard = words.say("hub-page-minutes", minutes=max(0, now - desk.heard_at) // 60_000)
    old = desk.heard_at is None or now - desk.heard_at > _OLD_MS
    shown = ' class="old"' if old else ""
    return f"<tr><td>{escape(name)}</td><td>{desk.entries}</td><td{shown}>{escape(heard)}</td></tr>"
