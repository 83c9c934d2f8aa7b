"""A list of 20,000 people: `python bench/import.py [people]`.

Prints how long it takes to read it, as a multiple of what calamine alone needs for the same file, then to
import it, to import it again unchanged, and to import it with a quarter of the people corrected.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parent))

from checkin_desktop.rosters.read import read_roster
from checkin_desktop.services.import_roster import import_roster
from support.desks import found

HEADINGS = (
    "Marca temporal", "Nombres", "Apellidos", "N° de DNI", "Mancomunidad / Institución", "Cargo", "Región",
    "Correo electrónico", "Celular", "¿Autoriza el uso de sus datos personales?",
)  # fmt: skip
GIVEN = ("ANA", "Luis Alberto", "María Elena", "josé", "Íngrid", "Hugo")
SURNAMES = ("QUISPE", "Mamani", "Huamán", "Ñahui", "Núñez", "de la Cruz", "D'Angelo")


def write(path: Path, people: int) -> None:
    with xlsxwriter.Workbook(path, {"constant_memory": False}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        for n in range(people):
            given = f"{GIVEN[n % 6]} {chr(65 + n % 23)}{n // 23 % 89}a".translate(
                dict.fromkeys(range(48, 58))
            )
            surnames = f"{SURNAMES[n % 7]} {SURNAMES[n // 7 % 7]} {_letters(n)}"
            sheet.write_row(
                n + 1, 0,
                (f"2025-09-01 10:{n % 60:02d}", given, surnames, 1_000_003 + 3701 * n,
                 f"Mancomunidad Municipal {n % 300}", "Gerente", "CUSCO", f"persona{n}@example.org",
                 f"9{n:08d}", "Sí"),
            )  # fmt: skip


def _letters(n: int) -> str:
    return "".join(chr(97 + int(d)) for d in str(n)).capitalize()


def measured(work: Callable[[], object]) -> float:
    """Seconds of this process's own work, so that a busy machine does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "lista.xlsx"
        write(path, people)

        def calamine() -> None:
            with CalamineWorkbook.from_path(str(path)) as book:
                book.get_sheet_by_index(0).to_python()

        least = min(measured(calamine) for _ in range(3))
        ours = min(measured(lambda: read_roster(path)) for _ in range(3))
        print(f"{people} rows: calamine {least:.2f} s, read as people {ours:.2f} s, ratio {ours / least:.1f}")
        reading = read_roster(path)
        print(f"  {len(reading.rows)} people, {len(reading.problems)} problems")
        station = found(Path(name) / "event.checkin")
        print(f"  imported in          {measured(lambda: import_roster(station.desk, reading)):.2f} s")
        print(f"  again, unchanged     {measured(lambda: import_roster(station.desk, reading)):.2f} s")
        quarter = tuple(
            replace(r, person=replace(r.person, position="Gerenta")) if n % 4 == 0 else r
            for n, r in enumerate(reading.rows)
        )
        changed = replace(reading, rows=quarter)
        print(
            f"  {len(quarter) // 4} people corrected {measured(lambda: import_roster(station.desk, changed)):.2f} s"
        )
        station.close()


if __name__ == "__main__":
    main()
