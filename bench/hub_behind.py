"""A desk ten entries behind a long journal, over HTTP on this computer: `python bench/hub_behind.py [entries]`.

A million entries unless said otherwise, on PostgreSQL where CHECKIN_HUB_DATABASE names one (`make bench-hub-behind`),
else on SQLite. The journal is put into the hub's tables directly, chained and hashed as desks write it; only the
end, which is fetched and taken in, is signed. Projections are not what is measured and stay empty.
"""

import os
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from checkin_desktop.domain.admission import Outcome, Source
from checkin_desktop.domain.facts import PassageRecorded
from checkin_desktop.domain.journal import Entry, hlc_at
from checkin_desktop.keys.signing import SigningKey
from checkin_desktop.replication.http import HttpHub
from checkin_desktop.services.sync import exchange_with_hub
from checkin_desktop.storage.entries import insert_entries
from checkin_desktop.storage.event_file import wall_clock_ms
from checkin_desktop.storage.hub_server import open_server_hub
from checkin_desktop.storage.places import place_of
from checkin_desktop.wire.bodies import encode_body
from checkin_desktop.wire.entries import entry_hash
from checkin_desktop.wire.messages import ExchangeRequest, unpack_entry, wire_heads
from support.desks import Station, found
from support.faults import Running
from support.running_hubs import ServedHub

BEHIND, SIGNED, PAGE, TIMES = 10, 20, 5_000, 50


def long_chain(founder: Station, last: Entry, length: int) -> list[Entry]:
    """What the founder might have written on: refusals, which need nobody on the list."""
    key, station = SigningKey(founder.file.station.station_key), founder.file.station.station_id
    kind, version, body = encode_body(
        PassageRecorded("", "", "day-2025-10-09", Outcome.REFUSED, "unknown", wall_clock_ms(), Source.CAMERA)
    )
    made, hlc = [], max(last.hlc, hlc_at(wall_clock_ms()))
    seq, before = last.seq, last.hash
    for number in range(length):
        seq, hlc = seq + 1, hlc + 1
        envelope = (station, seq, before, hlc, wall_clock_ms(), "", kind, version)
        before = entry_hash(*envelope, body)
        sig = key.sign(before) if number >= length - SIGNED else bytes(64)
        made.append(Entry(before, *envelope, body, sig))
    return made


def main() -> None:
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    database = os.environ.get("CHECKIN_HUB_DATABASE", "")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        founder = found(folder / "one.checkin", clock=Running())
        event_id = founder.secrets.event.event_id
        with closing(founder), ServedHub(database or str(folder / "hub"), folder) as hub:
            way = HttpHub(hub.url, event_id, None)
            exchange_with_hub(founder.desk, way, code=hub.new_code())
            began = time.perf_counter()
            chain = long_chain(founder, founder.entries()[-1], length)
            with closing(open_server_hub(hub.database)) as store:
                for start in range(0, length, PAGE):
                    with store._places.writing(place_of(event_id)) as conn:
                        insert_entries(conn, chain[start : start + PAGE])
            print(f"{length} entries laid down in {time.perf_counter() - began:.0f} s")
            behind = chain[-BEHIND - 1]
            request = ExchangeRequest(wire_heads({behind.station_id: ((behind.seq, behind.hash),)}))
            times, fetched = [], []
            for _ in range(TIMES):
                began = time.perf_counter()
                answer = way.exchange(request)
                times.append((time.perf_counter() - began) * 1000)
                fetched = [unpack_entry(e) for e in answer.entries]
            way.close()
        assert [e.hash for e in fetched] == [e.hash for e in chain[-BEHIND:]]
        times.sort()
        kind = "PostgreSQL" if database else "SQLite"
        print(
            f"{len(fetched)} entries behind {length} on {kind}: median {times[TIMES // 2]:.1f} ms, "
            f"slowest of {TIMES} {times[-1]:.1f} ms"
        )


if __name__ == "__main__":
    main()
