"""What is loaded when it is first used: a desk starts without the libraries that draw, read pictures or serve.

A module is imported by the first thing asked of what stands for it, on the thread that asks. Type checkers are shown
the real ones:

    if TYPE_CHECKING:
        from checkin_desktop.documents import acta, agenda
    else:
        acta, agenda = later("checkin_desktop.documents", "acta agenda")
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


def later(package: str, names: str) -> "tuple[Later, ...]":
    """Modules of a package, by their names."""
    return tuple(Later(f"{package}.{name}") for name in names.split())


class Later:
    """Stands for a module until something of it is needed."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, what: str) -> Any:
        return getattr(import_module(self._name), what)


def when_called(find: Callable[[], Callable[P, R]]) -> Callable[P, R]:
    """The function that `find` answers, looked for when it is called."""

    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        return find()(*args, **kwargs)

    return call


def when_used(make: Callable[[], T]) -> T:
    """Stands for what `make` answers, made anew for each thing asked of it: for objects that hold nothing."""
    return cast(T, _WhenUsed(make))


class _WhenUsed:
    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make

    def __getattr__(self, what: str) -> Any:
        return getattr(self._make(), what)
