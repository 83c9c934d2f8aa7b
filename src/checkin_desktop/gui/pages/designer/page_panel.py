"""The page itself: its size, its finished background, its language."""

from enum import StrEnum

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from checkin_desktop.domain.template import PAGE_MM
from checkin_desktop.gui.design.combos import EnumCombo
from checkin_desktop.gui.design.fields import Field
from checkin_desktop.gui.design.tokens import GAP
from checkin_desktop.gui.design.widgets import button, label
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.pages.designer.fields import CalmDouble, show_value
from checkin_desktop.gui.pages.designer.presenter import DesignPresenter
from checkin_desktop.gui.pages.designer.starting import SIZES, PageSize, size_of


class _Language(StrEnum):
    """Of the fixed words; `EVENT`: as the event states for its certificates."""

    EVENT = ""
    SPANISH = "es"
    ENGLISH = "en"


class PagePanel(QWidget):
    """`background` is pressed to choose a file; the page asks for it."""

    def __init__(self, context: Context, presenter: DesignPresenter) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self.size_choice: EnumCombo[PageSize] = EnumCombo(tuple(PageSize))
        self.size_choice.chosen.connect(self._take_size)
        self.size_field = Field(self.size_choice)
        self.width_field = Field(CalmDouble(*PAGE_MM, 1.0, lambda mm: presenter.set_page(width=mm)))
        self.height_field = Field(CalmDouble(*PAGE_MM, 1.0, lambda mm: presenter.set_page(height=mm)))
        self.language: EnumCombo[_Language] = EnumCombo(tuple(_Language))
        self.language.chosen.connect(lambda value: presenter.set_page(language=value.value))
        self.language_field = Field(self.language)
        self.turn = button("", self._turn)
        self.background = button("", lambda: None)
        self.no_background = button("quiet", lambda: presenter.set_page(background=""))
        self.hint = label("small", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.size_field)
        sides = QGridLayout()
        sides.setSpacing(GAP)
        sides.addWidget(self.width_field, 0, 0)
        sides.addWidget(self.height_field, 0, 1)
        layout.addLayout(sides)
        layout.addWidget(self.language_field)
        for part in (self.turn, self.background, self.no_background, self.hint):
            layout.addWidget(part)
        layout.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        say = self._context.say
        self.size_field.name(say("designer-page-size"))
        self.size_choice.show_texts([say(f"designer-size-{size.value}") for size in PageSize])
        self.width_field.name(say("designer-field-width"))
        self.height_field.name(say("designer-field-height"))
        self.language_field.name(say("designer-page-language"))
        self.language.show_texts([say(f"designer-language-{one.value or 'event'}") for one in _Language])
        self.turn.setText(say("designer-page-turn"))
        self.background.setText(say("designer-background-choose"))
        self.no_background.setText(say("designer-background-none"))
        self.hint.setText(say("designer-background-hint"))
        self.refresh()

    def refresh(self) -> None:
        template = self._presenter.template
        self.size_choice.show_value(size_of(template))
        show_value(self.width_field.editor, template.width)
        show_value(self.height_field.editor, template.height)
        known = template.language in set(_Language)
        self.language.show_value(_Language(template.language) if known else _Language.EVENT)
        self.no_background.setVisible(bool(template.background))

    def _take_size(self, size: PageSize) -> None:
        if size in SIZES:
            width, height = SIZES[size]
            self._presenter.set_page(width=width, height=height)

    def _turn(self) -> None:
        template = self._presenter.template
        self._presenter.set_page(width=template.height, height=template.width)
