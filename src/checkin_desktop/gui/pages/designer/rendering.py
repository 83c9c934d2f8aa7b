"""The page as it will be printed, drawn beside the window whenever the design has changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.domain.template import Template, TemplateUse, template_faults
from checkin_desktop.gui.page import Context
from checkin_desktop.gui.rasters import image_of, raster_of
from checkin_desktop.services.desk import settings
from checkin_desktop.services.ports.documents import Filled, Press
from checkin_desktop.services.template_samples import (
    Sample,
    invented_person,
    sample_badge,
    sample_certificate,
)

_SETTLED_MS = 60
_WIDTH, _THUMBNAIL = 1400, 360


@dataclass(frozen=True, slots=True)
class Rendered:
    """`picture` None where the page can't be drawn; `refused` says why, in words, and `at` which element it is.
    `rasters`: images as pixels.
    """

    template: Template
    filled: Filled
    picture: QImage | None
    refused: str
    rasters: Mapping[str, QImage]
    at: int | None = None


class Rendering(QObject):
    """`ready` carries the newest answer alone."""

    ready = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._template: Template | None = None
        self._images: Mapping[str, bytes] = {}
        self._rasters: dict[str, QImage] = {}
        self._asked = 0
        self.sample = Sample.LONGEST
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._draw)

    def show(self, template: Template, images: Mapping[str, bytes]) -> None:
        self._template, self._images = template, dict(images)
        self._settled.start()

    def try_on(self, sample: Sample) -> None:
        self.sample = sample
        self._settled.start()

    def stop(self) -> None:
        self._asked += 1
        self._settled.stop()

    def _draw(self) -> None:
        template, images = self._template, self._images
        if template is None:
            return
        self._asked += 1
        asked, context, sample, known = self._asked, self._context, self.sample, dict(self._rasters)

        def work() -> Rendered:
            return rendered(context, template, images, sample, known)

        def done(made: Rendered) -> None:
            if asked == self._asked:
                self._rasters = dict(made.rasters)
                self.ready.emit(made)

        context.lanes.work.run(work, done)


def filled_for(context: Context, template: Template, sample: Sample) -> Filled:
    """What the design is tried on; a certificate in the language in which it will be written."""
    say, words = context.say, context.language.words
    invented = invented_person(
        say("designer-example-given"),
        say("designer-example-surnames"),
        say("designer-example-organisation"),
        say("designer-example-position"),
        "Cusco",
    )
    if template.use is TemplateUse.BADGE:
        face = sample_badge(context.desk, sample, invented)
        return context.tools.fill_badge(face, settings(context.desk), words)
    talk = say("designer-example-talk") if sample is Sample.EXAMPLE else ""
    certificate = sample_certificate(context.desk, sample, invented, talk)
    if template.language:
        certificate = replace(certificate, language=template.language)
    return context.tools.fill_certificate(certificate, words)


def rendered(
    context: Context,
    template: Template,
    images: Mapping[str, bytes],
    sample: Sample,
    known: Mapping[str, QImage],
) -> Rendered:
    """Called on a lane."""
    tools = context.tools
    filled = filled_for(context, template, sample)
    wanted = dict(images) | {f"logo{n}": logo for n, logo in enumerate(filled.logos)}
    if filled.photo:
        wanted["photo"] = filled.photo
    rasters = {
        name: known[name] if name in images and name in known else raster_of(tools, data, _WIDTH)
        for name, data in wanted.items()
    }
    rasters["code"] = image_of(tools.draw_qr(filled.code))
    if template_faults(template):
        return Rendered(template, filled, None, "", rasters)
    try:
        page = tools.press.draw(template, filled, images)
        pdf = tools.press.single(page, template.name, context.language.words.language)
        picture = image_of(tools.render_page(pdf, 0, _WIDTH))
    except PersonFacingError as error:
        told = context.say(error.sentence, **error.arguments)
        return Rendered(
            template, filled, None, told, rasters, _at_fault(tools.press, template, filled, images)
        )
    return Rendered(template, filled, picture, "", rasters)


def _at_fault(press: Press, template: Template, filled: Filled, images: Mapping[str, bytes]) -> int | None:
    """The first element that can't be drawn even alone: its letters, its room or its picture."""
    for at, element in enumerate(template.elements):
        try:
            press.draw(replace(template, elements=(element,), background=""), filled, images)
        except PersonFacingError:
            return at
    return None


def thumbnail(context: Context, template: Template, images: Mapping[str, bytes]) -> QImage:
    """The page as it prints for the example, small. On a lane; raises PersonFacingError where it can't be drawn."""
    tools = context.tools
    page = tools.press.draw(template, filled_for(context, template, Sample.EXAMPLE), images)
    pdf = tools.press.single(page, template.name, context.language.words.language)
    return image_of(tools.render_page(pdf, 0, _THUMBNAIL))
