"""Manifests and revocation lists of other events, kept on this computer as files."""

from collections.abc import Iterable
from pathlib import Path

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.keys.manifest import SUFFIX as MANIFEST
from checkin_desktop.keys.revocations import MAX_BYTES
from checkin_desktop.places import trust_folder
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.manifests import KnownEvent, Taken, known_events, manifest_of, read_trust_file
from checkin_desktop.services.revocation_list import take_revocation_file
from checkin_desktop.startup.files import write_file

_MOST_BYTES = 32 * MAX_BYTES
_LIST = ".list"


def known_here() -> tuple[KnownEvent, ...]:
    """The events whose manifests are kept on this computer."""
    folder = trust_folder()
    return known_events(_bytes_of(folder.glob(f"*{MANIFEST}")), _bytes_of(folder.glob(f"*{_LIST}")))


def take_trust(path: Path, desk: Desk | None = None) -> Taken:
    """Keeps a manifest, or the revocation lists of an event known here (or of the one open at `desk`).

    Raises PersonFacingError.
    """
    data = _read(path)
    known = known_here()
    try:
        taken = read_trust_file(data, known)
    except PersonFacingError as error:
        if desk is None or error.sentence != "revocations-other-event":
            raise
        take_revocation_file(desk, data)
        with desk.store.read() as reads:
            return Taken(manifest_of(reads, 0))
    name = taken.event.event_id.hex()
    if taken.manifest:
        held = next((k.manifest for k in known if k.manifest.event_id == taken.event.event_id), None)
        if held is None or taken.event.made_at >= held.made_at:
            write_file(trust_folder() / f"{name}{MANIFEST}", taken.manifest)
    for said, raw in taken.lists:
        write_file(trust_folder() / f"{name}-{said.slot:02d}{_LIST}", raw)
    return taken


def known_in(paths: Iterable[Path]) -> tuple[KnownEvent, ...]:
    """What files say that are named for this once; nothing is kept. Raises PersonFacingError."""
    manifests, lists = list[bytes](), list[bytes]()
    for path in sorted(paths, key=lambda p: p.suffix != MANIFEST):
        data = _read(path)
        taken = read_trust_file(data, known_events(manifests, lists))
        if taken.manifest:
            manifests.append(taken.manifest)
        lists += [raw for _, raw in taken.lists]
    return known_events(manifests, lists)


def _bytes_of(paths: Iterable[Path]) -> list[bytes]:
    return [path.read_bytes() for path in sorted(paths) if path.is_file()]


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise PersonFacingError("manifest-not-a-manifest")
        return path.read_bytes()
    except OSError as error:
        raise PersonFacingError("manifest-cannot-read", file=path.name) from error
