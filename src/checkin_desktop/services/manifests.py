"""This event's manifest, and what this computer knows of other events: enough to check their certificates."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from checkin_desktop.domain.certificate import CertificateKind
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.people import Category
from checkin_desktop.keys.manifest import Manifest, make_manifest, read_manifest
from checkin_desktop.keys.revocations import RevocationList, newer_of, read_list, unpack_file
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.ports.store import Reads
from checkin_desktop.words import LANGUAGES, Words, load_words


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """An event whose certificates can be checked here; `lists`: the newest revocation list of each issuer."""

    manifest: Manifest
    lists: tuple[RevocationList, ...] = ()


def manifest_of(reads: Reads, made_at: int) -> Manifest:
    """What the event file knows of itself, unsigned. `made_at`: seconds since 1970."""
    record = reads.event.record()
    settings = record.settings
    return Manifest(
        event_id=record.id,
        event_key=record.key,
        name=settings.name,
        days=settings.days,
        place=", ".join(part for part in (settings.place, settings.city) if part),
        issuers=settings.issuers,
        labels={language: kind_labels(load_words(language)) for language in LANGUAGES},
        slots=tuple(reads.event.slots()),
        made_at=made_at,
        domain=settings.domain,
        contact=settings.contact,
        timezone=settings.timezone,
        hour_kind=settings.hour_kind.value,
    )


def signed_manifest(desk: Desk) -> bytes:
    """`*.manifest`: signed by the event's key where it is open, else by this desk's endorsed key."""
    with desk.store.read() as reads:
        manifest = manifest_of(reads, desk.store.now_ms() // 1000)
    secrets = desk.store.open_secrets
    raw = secrets.event_key if secrets else desk.store.station.slot_key
    return make_manifest(manifest, SigningKey(raw))


def kind_labels(words: Words) -> dict[str, str]:
    """What each kind of certificate is called, as far as there are words for it."""
    kinds = dict.fromkeys([*(c.value for c in Category), *(k.value for k in CertificateKind)])
    return {kind: label for kind in kinds if (label := kind_label(words, kind))}


def kind_label(words: Words, kind: str) -> str:
    named = (f"category-{kind}", f"certificate-kind-{kind}")
    return next((words.say(sentence) for sentence in named if words.has(sentence)), "")


def known_events(manifests: Iterable[bytes], lists: Iterable[bytes]) -> tuple[KnownEvent, ...]:
    """From the bytes of files kept here: of each event the newest manifest and the newest list of each issuer.

    What is damaged, or belongs to no event known here, is left out.
    """
    events: dict[bytes, Manifest] = {}
    for raw in manifests:
        try:
            manifest = read_manifest(raw)
        except PersonFacingError:
            continue
        held = events.get(manifest.event_id)
        if held is None or manifest.made_at > held.made_at:
            events[manifest.event_id] = manifest
    newest: dict[tuple[bytes, int], RevocationList] = {}
    for raw in lists:
        try:
            said = read_list(raw, events.values())
        except PersonFacingError:
            continue
        issuer = (said.event_id, said.slot)
        newest[issuer] = newer_of(newest.get(issuer), said)
    return tuple(
        KnownEvent(manifest, tuple(said for (event, _), said in sorted(newest.items()) if event == event_id))
        for event_id, manifest in events.items()
    )


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file of a manifest or of revocation lists: whose it is, and how many lists were news."""

    event: Manifest
    lists: tuple[tuple[RevocationList, bytes], ...] = ()
    manifest: bytes = b""


def read_trust_file(data: bytes, known: tuple[KnownEvent, ...]) -> Taken:
    """A `*.manifest` or `*.revocations` file. Raises PersonFacingError for anything else, and for lists older
    than what is held already."""
    try:
        return Taken(read_manifest(data), manifest=data)
    except PersonFacingError as error:
        if error.sentence != "manifest-not-a-manifest":
            raise
    try:
        parts = unpack_file(data)
    except PersonFacingError as error:
        raise PersonFacingError("manifest-not-a-manifest") from error
    manifests = [event.manifest for event in known]
    read = [(read_list(raw, manifests), raw) for raw in parts]
    if not read:
        raise PersonFacingError("revocations-none")
    held = {(k.manifest.event_id, said.slot): said for k in known for said in k.lists}
    news = [(s, raw) for s, raw in read if newer_of(held.get((s.event_id, s.slot)), s) == s]
    if not news:
        raise PersonFacingError("revocations-older")
    event = next(m for m in manifests if m.event_id == news[0][0].event_id)
    return Taken(event, tuple(news))


def with_lists(event: KnownEvent, lists: Iterable[RevocationList]) -> KnownEvent:
    newest = {said.slot: said for said in event.lists}
    for said in lists:
        newest[said.slot] = newer_of(newest.get(said.slot), said)
    return replace(event, lists=tuple(newest[slot] for slot in sorted(newest)))
