"""Every sentence that the program may say exists in both languages, with the arguments that it is given."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from checkin_desktop.domain.admission import Outcome, Refusal, Source
from checkin_desktop.domain.certificate import CertificateKind, CertificateVerdict
from checkin_desktop.domain.event import HourKind, SessionKind
from checkin_desktop.domain.people import AttendeeStatus, Category, DocumentKind
from checkin_desktop.domain.template import (
    Align,
    Family,
    FaultKind,
    Fit,
    PictureSource,
    Placeholder,
    Vertical,
    Weight,
)
from checkin_desktop.places import resource
from checkin_desktop.services.ports.printing import JobState, Trouble
from checkin_desktop.services.ports.programme import ProgrammeProblem, ProgrammeProblemKind
from checkin_desktop.services.ports.remote_hub import Trouble as HubTrouble
from checkin_desktop.services.ports.rosters import Problem, ProblemKind
from checkin_desktop.services.ports.schedules import BadRow, ScheduleProblem
from checkin_desktop.startup.doctor import examine
from checkin_desktop.words import GUEST_LANGUAGES, LANGUAGES, load_words
from checkin_desktop.words.words import UnknownSentence

SOURCE = Path(__file__).parents[2] / "src" / "checkin_desktop"
FILES = sorted(path.name for path in resource("translations", "es").glob("*.ftl"))
FAMILY = re.compile(r"[a-z]+\\-")
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9_]+)+")
WHOLE_IN_QUECHUA = {"verdicts.ftl", "gui-kiosk.ftl"}
# Spanish needs what English says without: the article of an event's name.
ONLY_SPANISH = {(f"documents-certificate-{said}", "article") for said in ("body", "talk", "sessions")}


class _Variables(Visitor):
    def __init__(self) -> None:
        self.found: set[str] = set()
        self.references = False

    def visit_MessageReference(self, _: ftl.MessageReference) -> None:
        self.references = True

    def visit_TermReference(self, _: ftl.TermReference) -> None:
        self.references = True

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.found.add(node.id.name)


def sentences(language: str, file: str) -> dict[str, set[str]]:
    """Id → the variables that its text uses."""
    text = (resource("translations", language) / file).read_text(encoding="utf-8")
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(text).body:
        assert not isinstance(entry, ftl.Junk), (language, file, entry.content)
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{file}: {entry.id.name} stands there twice"
            variables = _Variables()
            variables.visit(entry)
            assert not variables.references, f"{file}: {entry.id.name} refers to another sentence"
            found[entry.id.name] = variables.found
    return found


ALL = {name: used for file in FILES for name, used in sentences("es", file).items()}


def test_both_languages_have_the_same_files() -> None:
    assert sorted(path.name for path in resource("translations", "en").glob("*.ftl")) == FILES


@pytest.mark.parametrize("file", FILES)
def test_both_languages_say_the_same_with_the_same_arguments(file: str) -> None:
    spanish, english = sentences("es", file), sentences("en", file)
    assert set(spanish) == set(english)
    for name, used in spanish.items():
        extra = {variable for sentence, variable in ONLY_SPANISH if sentence == name}
        assert used - extra == english[name], name


@pytest.mark.parametrize("file", [p.name for p in resource("translations", "qu").glob("*.ftl")])
def test_quechua_says_a_part_with_arguments_that_it_is_given_and_asks_for_review(file: str) -> None:
    spanish, quechua = sentences("es", file), sentences("qu", file)
    assert [name for name, used in quechua.items() if not used <= spanish[name]] == []
    if file in WHOLE_IN_QUECHUA:
        assert set(spanish) == set(quechua)
    assert "NEEDS A SPEAKER'S REVIEW" in (resource("translations", "qu") / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", GUEST_LANGUAGES)
def test_a_sentence_read_alone_says_what_its_whole_file_says(language: str) -> None:
    """Sentences are parsed one by one when they are first said; none may refer to another."""
    words, whole = load_words(language), FluentBundle([language], use_isolating=False)
    for path in resource("translations", language).glob("*.ftl"):
        text = path.read_text(encoding="utf-8")
        whole.add_resource(FluentResource(text))
        for name, used in sentences(language, path.name).items():
            assert words.has(name)
            if not used:
                assert (words.say(name), []) == whole.format_pattern(whole.get_message(name).value)


def test_what_quechua_lacks_is_said_in_spanish() -> None:
    quechua, spanish = load_words("qu"), load_words("es")
    assert quechua.say("verdict-admitted") != spanish.say("verdict-admitted")
    assert quechua.say("nav-help") == spanish.say("nav-help")
    assert quechua.language == "es"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_stands_in_two_files(language: str) -> None:
    names = [name for file in FILES for name in sentences(language, file)]
    assert sorted(names) == sorted(set(names))


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    paths = sorted(SOURCE.rglob("*.py"))
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths)


def errors() -> set[str]:
    """PersonFacingError and the classes made from it, by name."""
    bases = {
        node.name: {ast.unparse(base).rpartition(".")[2] for base in node.bases}
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {"PersonFacingError"}
    while more := {name for name, of in bases.items() if of & found} - found:
        found |= more
    return found


@cache
def asked() -> tuple[tuple[str, ast.expr, set[str] | None], ...]:
    """Where a sentence is asked for: (place, its id, the arguments' names or None where they are `**`)."""
    return tuple(_asked())


def _asked() -> Iterator[tuple[str, ast.expr, set[str] | None]]:
    sayers = errors() | {"say"}
    for path, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                name = ast.unparse(node.func).rpartition(".")[2]
                if name in sayers:
                    given = {k.arg for k in node.keywords}
                    arguments = None if None in given else {g for g in given if g}
                    yield f"{path.relative_to(SOURCE)}:{node.lineno}", node.args[0], arguments


def choices(expression: ast.expr) -> list[ast.expr]:
    """Both branches of `a if b else c`."""
    if isinstance(expression, ast.IfExp):
        return choices(expression.body) + choices(expression.orelse)
    return [expression]


def pattern(text: ast.JoinedStr) -> str:
    return "".join(re.escape(str(v.value)) if isinstance(v, ast.Constant) else ".+" for v in text.values)


def test_every_sentence_asked_for_by_name_exists() -> None:
    places = asked()
    assert len(places) > 200
    lacking = [
        f"{place}: {one.value}"
        for place, expression, _ in places
        for one in choices(expression)
        if isinstance(one, ast.Constant) and ID.fullmatch(str(one.value)) and one.value not in ALL
    ]
    assert lacking == []


def test_every_sentence_gets_the_arguments_that_it_needs() -> None:
    lacking = [
        f"{place}: {one.value} needs {ALL[one.value] - given}"
        for place, expression, given in asked()
        for one in choices(expression)
        if isinstance(one, ast.Constant) and one.value in ALL and given is not None and ALL[one.value] - given
    ]
    assert lacking == []


def test_every_family_asked_for_has_members() -> None:
    """The command line's own `say` prints ready text; an id begins with a word and a dash."""
    lacking = [
        f"{place}: {pattern(one)}"
        for place, expression, _ in asked()
        for one in choices(expression)
        if isinstance(one, ast.JoinedStr)
        and FAMILY.match(pattern(one))
        and not any(re.fullmatch(pattern(one), name) for name in ALL)
    ]
    assert lacking == []


def dashed(value: str) -> str:
    return value.replace("_", "-")


FAMILIES = {
    "category": [f"category-{c.value}" for c in Category],
    "document": [f"document-{k.value}" for k in DocumentKind],
    "hours": [f"hours-{k.value}" for k in HourKind],
    "session": [f"session-{k.value}" for k in SessionKind],
    "outcome": [f"outcome-{o.value}" for o in Outcome],
    "source": [f"source-{s.value}" for s in Source],
    "refused": [f"verdict-refused-{dashed(r.value)}{end}" for r, end in product(Refusal, ("", "-advice"))],
    "problem": [Problem("", 1, "", kind, "").sentence for kind in ProblemKind],
    "programme": [ProgrammeProblem(1, "", kind, "").sentence for kind in ProgrammeProblemKind],
    "printing": [f"printing-state-{s.value}" for s in JobState]
    + [f"printing-trouble-{t.value}" for t in Trouble],
    "verify": [f"cli-verify-{v.value}" for v in CertificateVerdict],
    "because": [
        f"cli-verify-because-{reason}"
        for reason in ("not-a-code", "not-in-register", "nothing-read", "unknown-key", "bad-signature")
    ],
    "hub": [f"hub-{dashed(t.value)}" for t in HubTrouble],
    "placeholders": [f"placeholder-{p.value}" for p in Placeholder],
    "template faults": [f"designer-fault-{f.value}" for f in FaultKind],
    "template kinds": [f"designer-certificate-kind-{k.value}" for k in CertificateKind],
    "template choices": [
        f"designer-{kind.__name__.lower()}-{value.value}"
        for kind in (Family, Weight, Align, Vertical, Fit, PictureSource)
        for value in kind
    ],
    "meeting rows": [BadRow(1, kind, "").sentence for kind in ScheduleProblem],
    "status": [f"report-status-{s.value}" for s in AttendeeStatus],
}


@pytest.mark.parametrize("family", FAMILIES)
def test_families_are_complete(family: str) -> None:
    assert [name for name in FAMILIES[family] if name not in ALL] == []


def test_the_doctor_has_a_name_and_an_advice_for_every_check(home: Path) -> None:
    names = [f"doctor-{f.check}{end}" for f, end in product(examine(None), ("", "-advice"))]
    assert [name for name in names if name not in ALL] == []


def test_no_sentence_is_left_over() -> None:
    """What nothing says any more is taken out: a translator would keep it for nothing."""
    constants: set[str] = set()
    patterns: set[str] = set()
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and any(isinstance(v, ast.Constant) for v in node.values):
                patterns.add(pattern(node))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                constants.add(node.value)
    families = {name for members in FAMILIES.values() for name in members}
    wide = [re.compile(p) for p in patterns if FAMILY.match(p)]
    # f"{sentence}-yes": the beginning is a name of its own.
    endings = [
        re.sub(r"\\(.)", r"\1", p.removeprefix(".+")) for p in patterns if re.match(r"\.\+\\-[a-z]", p)
    ]
    composed = {stem + ending for stem in constants for ending in endings}
    left = [
        name
        for name in ALL
        if name not in constants | families | composed and not any(p.fullmatch(name) for p in wide)
    ]
    assert left == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_sentence_or_a_missing_argument_is_a_programming_error(language: str) -> None:
    words = load_words(language)
    with pytest.raises(UnknownSentence):
        words.say("no-such-sentence")
    with pytest.raises(UnknownSentence):
        words.say("files-cannot-write")
