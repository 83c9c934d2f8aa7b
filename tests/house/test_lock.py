"""The lock: every package pinned with its hashes, every dependency of ours among them, no address of an index."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
HASH = re.compile(r"^--hash=sha256:[0-9a-f]{64}$")


@dataclass(frozen=True)
class Pin:
    """One entry: `numpy==2.4.6 ; python_full_version >= '3.12'` and its hashes."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        return canonicalize_name(self.requirement.name)

    @property
    def version(self) -> str:
        (pinned,) = self.requirement.specifier
        assert pinned.operator == "==", f"not pinned: {self.requirement}"
        return pinned.version


def pins(text: str) -> list[Pin]:
    """Every entry. Raises InvalidRequirement for a line that is none (an option, an address)."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    found = []
    for entry in "\n".join(lines).replace("\\\n", " ").splitlines():
        what, *options = re.split(r"\s+(?=--)", entry.strip())
        found.append(Pin(Requirement(what), tuple(option.strip() for option in options)))
    return found


def lock() -> list[Pin]:
    found = pins((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    assert len(found) > 50
    return found


def asked_for() -> list[Requirement]:
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = metadata["project"]
    # Installed without build isolation: what builds the package comes from the lock too.
    return [
        Requirement(text)
        for text in [
            *project["dependencies"],
            *project["optional-dependencies"]["dev"],
            *metadata["build-system"]["requires"],
        ]
    ]


def test_every_entry_is_pinned_and_has_good_hashes() -> None:
    for pin in lock():
        assert pin.version
        assert pin.hashes, f"{pin.name} has no hash"
        assert all(HASH.match(h) for h in pin.hashes), f"{pin.name}: {pin.hashes}"


def test_no_entry_stands_twice_for_one_computer() -> None:
    named = [(pin.name, str(pin.requirement.marker)) for pin in lock()]
    assert len(named) == len(set(named))
    unconditional = {name for name, marker in named if marker == "None"}
    assert [name for name, marker in named if marker != "None" and name in unconditional] == []


def test_the_lock_covers_what_the_project_asks_for() -> None:
    found = lock()
    for wanted in asked_for():
        versions = [pin.version for pin in found if pin.name == canonicalize_name(wanted.name)]
        assert versions, f"{wanted.name} is not locked"
        assert [v for v in versions if v not in wanted.specifier] == [], wanted
