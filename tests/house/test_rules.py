"""Rules of the house that no other tool holds: what the domain may touch, how large a file may grow, what is pinned."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "checkin_desktop"
MOST_LINES = 400
QT = "6.11.3"
# Clocks, chance and the world outside: the domain is handed what it needs of them.
NOT_IN_DOMAIN = {
    "asyncio", "ctypes", "http", "io", "logging", "os", "pathlib", "random", "secrets", "select", "shutil",
    "signal", "socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "time", "urllib", "uuid",
}  # fmt: skip
CLOCK_CALLS = {"now", "utcnow", "today", "time_ns", "monotonic", "perf_counter"}
# Spelt in two so that this file does not break its own rule.
INDEX_HOSTS = tuple(
    a + b
    for a, b in (("pypi.", "org"), ("python", "hosted.org"), ("debian", ".org/debian"), ("npmjs.", "org"))
)


def sources(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*.py"))
    assert found, f"nothing under {folder}"
    return found


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, stdin=subprocess.DEVNULL
    )
    return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def imported(tree: ast.AST) -> set[str]:
    """Whole names of the modules that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def calls(tree: ast.AST) -> set[str]:
    """Names called: `print(…)` gives print, `datetime.now(…)` gives datetime.now."""
    return {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}


def breaches_of_domain(text: str) -> set[str]:
    tree = ast.parse(text)
    modules = imported(tree)
    ours = {m for m in modules if m.split(".")[0] == "checkin_desktop"}
    foreign = {m for m in modules - ours if m.split(".")[0] not in sys.stdlib_module_names}
    upwards = {m for m in ours if not m.startswith("checkin_desktop.domain")}
    world = {m for m in modules - ours if m.split(".")[0] in NOT_IN_DOMAIN}
    clocks = {c for c in calls(tree) if "." in c and c.rpartition(".")[2] in CLOCK_CALLS}
    return foreign | upwards | world | clocks


@pytest.mark.parametrize("path", sources(PACKAGE / "domain"), ids=lambda p: p.name)
def test_the_domain_uses_the_standard_library_alone_and_neither_clock_nor_chance(path: Path) -> None:
    assert breaches_of_domain(path.read_text(encoding="utf-8")) == set()


def test_the_domain_rule_notices_breaches() -> None:
    text = (
        "import os\nfrom datetime import datetime, date\nimport cbor2\nfrom checkin_desktop.words import load_words\n"
        "at = datetime.now()\nday = date.today()\n"
    )
    expected = {"os", "cbor2", "checkin_desktop.words", "datetime.now", "date.today"}
    assert breaches_of_domain(text) == expected


@pytest.mark.parametrize("path", sources(PACKAGE), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_sources_print_nothing_by_themselves_and_stay_readable(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "print" not in calls(ast.parse(text)), "say it through words"
    assert text.count("\n") <= MOST_LINES, "split it"


@pytest.mark.parametrize("folder", ["tests", "bench"])
def test_tests_and_benches_stay_readable_too(folder: str) -> None:
    long = [str(p) for p in sources(ROOT / folder) if p.read_text(encoding="utf-8").count("\n") > MOST_LINES]
    assert long == []


def test_nothing_is_called_utils() -> None:
    vague = re.compile(r"(^|_)(utils?|helpers?|misc|common|manager)$")
    assert [str(p) for p in (ROOT / "src").rglob("*") if vague.search(p.stem)] == []


def test_no_tracked_file_names_a_package_index() -> None:
    told = []
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data:
            told += [f"{path.relative_to(ROOT)}: {host}" for host in INDEX_HOSTS if host.encode() in data]
    assert told == []


def test_qt_is_pinned_to_the_version_that_counts_its_references_right() -> None:
    """6.12.0 drops a reference to None at every void call and aborts after some thousands."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"PySide6-Essentials=={QT}" in project["dependencies"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert re.findall(r"^(pyside6-essentials|shiboken6)==(\S+)", lock, re.MULTILINE) == [
        ("pyside6-essentials", QT),
        ("shiboken6", QT),
    ]
