"""What names of organisations tell."""

import pytest

from checkin_desktop.domain.organisations import look_alike, region_in


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Mancomunidad Municipal Alto Andino Ayacucho", "Ayacucho"),
        ("MUNI. CUZCO", "Cusco"),
        ("Mancomunidad La Libertad Norte", "La Libertad"),
        ("Red Lima Metropolitana", "Lima Metropolitana"),
        ("Frente Puno y Tacna", ""),
        ("Icaros del Sur", ""),
        ("", ""),
    ],
)
def test_the_region_that_a_name_says(name: str, region: str) -> None:
    assert region_in(name) == region


def test_names_that_may_be_one() -> None:
    assert look_alike(
        [
            ("a", "Mancomunidad Municipal Costa Norte", "Piura"),
            ("b", "Mancom. Costa Norte", ""),
            ("c", "Mancomunidad Costa Norte y Sur", ""),
            ("d", "Mancomunidad Tres Ríos", "Cusco"),
            ("e", "Mancomunidad Tres Rios", "Puno"),
            ("f", "Municipalidad Provincial", ""),
            ("g", "Municipalidad Distrital", ""),
        ]
    ) == {"a", "b"}
