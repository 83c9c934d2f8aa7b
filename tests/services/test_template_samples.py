"""Whom a design is tried on."""

from pathlib import Path

import pytest

from checkin_desktop.services.template_samples import (
    Sample,
    invented_person,
    sample_badge,
    sample_certificate,
)
from support.desks import found, person

INVENTED = invented_person("Nombre", "Apellidos", "Institución", "Cargo", "Cusco")
PEOPLE = (
    person("Li Na", "40000001"),
    person("María Ángeles Huamanñahui Choquehuanca", "40000002"),
    person("Ana Quispe", "40000003"),
)


@pytest.mark.parametrize(
    ("which", "name"),
    [
        (Sample.LONGEST, "María Ángeles Huamanñahui Choquehuanca"),
        (Sample.SHORTEST, "Li Na"),
        (Sample.EXAMPLE, "Nombre Apellidos"),
    ],
)
def test_on_the_longest_name_of_the_event_the_shortest_or_an_example(
    tmp_path: Path, which: Sample, name: str
) -> None:
    station = found(tmp_path / "event.checkin", people=PEOPLE)
    assert sample_certificate(station.desk, which, INVENTED).name == name
    assert sample_badge(station.desk, which, INVENTED).name == name
    station.close()


def test_where_nobody_is_registered_an_example_stands_in(tmp_path: Path) -> None:
    station = found(tmp_path / "event.checkin")
    for which in Sample:
        assert sample_certificate(station.desk, which, INVENTED).name == "Nombre Apellidos"
    station.close()
