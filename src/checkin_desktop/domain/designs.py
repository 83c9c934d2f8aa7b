"""What journal entries say of templates: saved, removed, and which one is used for what."""

from dataclasses import dataclass

from checkin_desktop.domain.template import TemplateUse


@dataclass(frozen=True, slots=True)
class TemplateSaved:
    """`content`: the template as canonical JSON; its images are entries of their own. `replaces`: the edits of this
    template that it knew of."""

    template_id: str
    content: bytes
    replaces: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateRemoved:
    """Not offered any more; certificates issued with it keep what was frozen."""

    template_id: str
    replaces: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateChosen:
    """The template used from now on. `about`: a kind of certificate or a category of badges, "" all the others.

    `template_id` empty: the one that the program ships.
    """

    use: TemplateUse
    about: str
    template_id: str


@dataclass(frozen=True, slots=True)
class TemplateEdit:
    """One account of what a template is; `content` empty where it was removed."""

    entry: bytes
    template_id: str
    hlc: int
    content: bytes
    replaces: frozenset[bytes]


def edit_heads(edits: tuple[TemplateEdit, ...]) -> tuple[TemplateEdit, ...]:
    """The edits of one template that no later one replaces, best first: the first one is shown.

    An edit that replaces itself, or two that replace each other, can't be written by this program; then all stand.
    """
    replaced = frozenset().union(*(e.replaces for e in edits))
    heads = tuple(e for e in edits if e.entry not in replaced) or edits
    return tuple(sorted(heads, key=lambda e: (e.hlc, e.entry), reverse=True))
