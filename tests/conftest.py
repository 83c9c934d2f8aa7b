"""What every test gets: a home of its own, and how long Hypothesis looks."""

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_slow_parts = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large]
settings.register_profile("quick", deadline=None, suppress_health_check=_slow_parts)
# What lands is judged by the same examples each time; new ones are sought by `make soak`.
settings.register_profile("ci", settings.get_profile("quick"), derandomize=True)
settings.register_profile("soak", settings.get_profile("quick"), max_examples=400, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "quick"))


@pytest.fixture(autouse=True)
def _widgets_die_on_their_own_thread() -> Iterator[None]:
    """As in the program (gui/garbage.py): no cyclic collection on a lane's thread while there are widgets."""
    if "PySide6.QtWidgets" not in sys.modules:
        yield
        return
    gc.disable()
    yield
    gc.enable()
    gc.collect(1)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer of its own: events, preferences and logs are kept here."""
    monkeypatch.setenv("CHECKIN_HOME", str(tmp_path))
    return tmp_path
