"""Lists never seen before come in as exactly their people, and say what is wrong with which row."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checkin_desktop.rosters.read import read_roster
from support.crowds import MessyList, crowd, truth
from support.messy_forms import FORMS
from support.messy_more import MORE
from support.messy_official import OFFICIAL
from support.messy_trouble import TROUBLE


@pytest.mark.parametrize("make", [*OFFICIAL, *FORMS, *TROUBLE, *MORE], ids=lambda make: make.__name__)
def test_the_list_comes_in_as_its_people(tmp_path: Path, make: Callable[[], MessyList]) -> None:
    messy = make()
    reading = read_roster(messy.write(tmp_path))
    assert sorted((r.person.document, r.person.name) for r in reading.rows) == sorted(messy.people)
    assert sorted((p.row, p.kind) for p in reading.problems) == sorted(messy.problems)
    assert all(p.column for p in reading.problems)
    assert messy.repeated in (None, reading.repeated)
    by_document = {r.person.document: r.person for r in reading.rows}
    for document, said in messy.also.items():
        assert {name: getattr(by_document[document], name) for name in said} == said


def test_a_workbook_of_excel_2003() -> None:
    """Nothing here writes .xls: this one was written once, by xlwt."""
    reading = read_roster(Path(__file__).parent / "data" / "lista_2003.xls")
    assert tuple((r.person.document, r.person.name) for r in reading.rows) == truth(crowd("xls", 15))
    assert reading.problems == ()
