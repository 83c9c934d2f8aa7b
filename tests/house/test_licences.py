"""What the program runs on may be given away under Apache-2.0: no library under the GPL alone."""

import re
from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement

# Offered under the LGPL too, and used unchanged as libraries of their own.
OFFERED_UNDER_LGPL = {"pyside6-essentials", "shiboken6"}
COPYLEFT = re.compile(r"\b(A?GPL|GNU (Affero )?General Public)", re.IGNORECASE)


def runtime(name: str, seen: set[str]) -> set[str]:
    """The installed libraries that `name` runs on, itself too, extras left out."""
    key = name.lower().replace("_", "-")
    if key in seen:
        return seen
    try:
        requires = distribution(name).requires or []
    except PackageNotFoundError:
        return seen
    seen.add(key)
    for text in requires:
        wanted = Requirement(text)
        if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
            runtime(wanted.name, seen)
    return seen


def licence(name: str) -> str:
    metadata = distribution(name).metadata
    classifiers = [c for c in metadata.get_all("Classifier") or [] if c.startswith("License")]
    return " ".join(
        [metadata.get("License-Expression") or "", (metadata.get("License") or "")[:200], *classifiers]
    )


def test_nothing_that_the_program_runs_on_is_gpl_alone() -> None:
    libraries = runtime("checkin-desktop", set())
    assert {"sqlalchemy", "reportlab", "pyside6-essentials"} <= libraries
    under_gpl = {name for name in libraries if COPYLEFT.search(licence(name))}
    assert under_gpl - OFFERED_UNDER_LGPL == set()
    assert all("LGPL" in licence(name) for name in under_gpl)
