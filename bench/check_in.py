"""A decision and its durable commit, beside one raw SQLite insert with the same pragmas.

`python bench/check_in.py [people …]` prints times in milliseconds and their ratio; nothing is asserted. Beyond
100,000 people the rest is laid straight into the tables that a check-in reads: importing a million takes minutes.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from sqlcipher3 import dbapi2 as driver

from checkin_desktop.domain.admission import Source
from checkin_desktop.services.check_in import check_in
from support.desks import Station, found, person

ROUNDS = 400
IMPORTED = 100_000


def crowd(people: int) -> list[object]:
    surnames = ["Quispe", "Mamani", "Huamán", "Condori", "Ñahui", "Choque", "Vargas", "Rojas"]
    return [
        person(
            f"Nombre{n % 977} {surnames[n % 8]} {surnames[n // 8 % 8]}",
            f"{40_000_000 + n}",
            organisation=f"Municipalidad {n % 400}",
        )
        for n in range(people)
    ]


def measured(do: Callable[[int], object], rounds: int = ROUNDS) -> tuple[float, float, float]:
    """(median, 99th percentile, mean processor time) in milliseconds."""
    walls, cpu = [], time.process_time()
    for number in range(rounds):
        start = time.perf_counter()
        do(number)
        walls.append((time.perf_counter() - start) * 1000)
    cpu = (time.process_time() - cpu) * 1000 / rounds
    walls.sort()
    return walls[rounds // 2], walls[rounds * 99 // 100], cpu


def raw_insert(folder: Path) -> Callable[[int], object]:
    conn = driver.connect(str(folder / "raw.db"), isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "cache_size=-16000"):
        conn.execute(f"PRAGMA {pragma}")
    conn.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, body BLOB)")

    def insert(_: int) -> None:
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("INSERT INTO entry(body) VALUES (?)", (os.urandom(300),))
        conn.execute("COMMIT")

    return insert


def scanning(station: Station) -> Callable[[int], object]:
    codes = [station.badge(a) for a in random.Random(1).sample(station.people(), ROUNDS)]
    return lambda number: check_in(station.desk, codes[number], source=Source.CAMERA)


def lay_more(station: Station, times: int) -> None:
    """Everybody `times` as often, as other people: in the roster and in what was said of them, under other ids."""
    conn = driver.connect(str(station.path), isolation_level=None)
    conn.execute("PRAGMA cache_size=-200000")
    for table, own in (("attendee", ("id", "same_document", "document")), ("profile", ("attendee_id",))):
        columns = [row[1] for row in conn.execute(f"PRAGMA table_info({table})")]
        conn.execute("BEGIN")
        conn.execute(f"CREATE TEMP TABLE some AS SELECT * FROM {table}")
        for turn in range(1, times):
            taken = ", ".join(f"{c} || '/{turn}'" if c in own else c for c in columns)
            conn.execute(f"INSERT INTO {table} SELECT {taken} FROM some")
        conn.execute("DROP TABLE some")
        conn.execute("COMMIT")
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    conn.close()


def main() -> None:
    for people in map(int, sys.argv[1:] or ["1000", "100000", "1000000"]):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            start = time.perf_counter()
            imported = min(people, IMPORTED)
            station = found(folder / "event.checkin", people=crowd(imported))  # type: ignore[arg-type]
            scan = scanning(station)
            if people > imported:
                lay_more(station, people // imported)
            print(f"{people} people in {time.perf_counter() - start:.1f} s")
            raw, ours = measured(raw_insert(folder)), measured(scan)
            for what, (median, worst, cpu) in (("raw insert", raw), ("check-in", ours)):
                print(f"  {what:11} p50 {median:7.2f} ms   p99 {worst:7.2f} ms   cpu {cpu:6.2f} ms")
            p50, p99, cpu = (mine / theirs for mine, theirs in zip(ours, raw, strict=True))
            print(f"  ratio       p50 {p50:7.2f}      p99 {p99:7.2f}      cpu {cpu:6.2f}")
            station.close()


if __name__ == "__main__":
    main()
