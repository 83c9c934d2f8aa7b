"""A laptop that joins the event over the network, from the pairing text that another desk shows."""

import contextlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_desktop.keys.event_keys import StationKeys, new_station_keys
from checkin_desktop.services.joining import Fetched, fetch_event, fetch_more
from checkin_desktop.services.pairing import read_pairing
from checkin_desktop.services.ports.network import Road
from checkin_desktop.services.ports.remote_hub import HubError, Trouble
from checkin_desktop.services.sync import Progress, exchange_with_hub
from checkin_desktop.services.views import ExchangeResult
from checkin_desktop.startup.events import OpenEvent, join_fetched
from checkin_desktop.startup.hub_link import HubLink, keep_link, open_pinned_hub, pairing_urls
from checkin_desktop.storage.event_file import wall_clock_ms

if TYPE_CHECKING:
    from checkin_desktop.replication.http import HttpHub


class Joining:
    """A laptop on its way into an event: everything was fetched, the passphrase is still to be said."""

    def __init__(self, fetched: Fetched, own: StationKeys, hub: "HttpHub", term: int) -> None:
        self._fetched, self._own, self._hub, self._term = fetched, own, hub, term

    @property
    def name(self) -> str:
        """The event's."""
        return self._fetched.name

    def finish(
        self,
        passphrase: str | None,
        *,
        path: Path | None = None,
        station_name: str = "",
        as_last: bool = True,
    ) -> tuple[OpenEvent, ExchangeResult]:
        """Makes the event file, from the next free slot; the network takes over from there.

        Raises PassphraseNeeded, or PersonFacingError if it is wrong: it may be tried again.
        """
        secrets = self._fetched.open(passphrase)
        with contextlib.suppress(
            HubError
        ):  # another laptop may have taken a slot while the passphrase was typed
            self._fetched = fetch_more(self._hub, self._fetched)
        opened, result = join_fetched(
            self._fetched, secrets, self._own, path=path, station_name=station_name, as_last=as_last
        )
        link = HubLink((self._hub.url,), token=self._hub.token, term=self._term)
        keep_link(opened.desk.store, Road.LAN, link)
        with contextlib.suppress(HubError):  # the next laptop must not take this slot; else in the background
            result = replace(result, sent=exchange_with_hub(opened.desk, self._hub).sent)
        self.close()
        return opened, result

    def close(self) -> None:
        self._hub.close()


def begin_joining(pairing: str, progress: Progress | None = None) -> Joining:
    """Fetches the whole event from the hub whose pairing text was scanned. Raises PersonFacingError."""
    said = read_pairing(pairing)
    own = new_station_keys(0, bytes(32))
    failed: HubError | None = None
    for url in pairing_urls(said):
        try:
            hub = open_pinned_hub(url, said.event_id, said.pin)
        except HubError as error:
            failed = failed or error
            continue
        try:
            fetched = fetch_event(hub, said.event_id, own, said.code, wall_clock_ms(), progress)
        except BaseException:
            hub.close()
            raise
        return Joining(fetched, own, hub, said.term)
    raise failed or HubError(Trouble.UNREACHABLE, "")


def join_over_lan(
    pairing: str,
    passphrase: str | None,
    *,
    path: Path | None = None,
    station_name: str = "",
    progress: Progress | None = None,
    as_last: bool = True,
) -> tuple[OpenEvent, ExchangeResult]:
    """Both at once. A wrong passphrase costs the one-time code: where a person types it, use `begin_joining`."""
    joining = begin_joining(pairing, progress)
    with contextlib.closing(joining):
        return joining.finish(passphrase, path=path, station_name=station_name, as_last=as_last)
