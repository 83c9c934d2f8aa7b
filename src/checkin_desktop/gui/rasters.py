"""Pictures of documents as the screen shows them: PNG, JPEG, or a page of a PDF. Called on a lane."""

from PySide6.QtGui import QImage

from checkin_desktop.gui.tools import Picture, Tools


def raster_of(tools: Tools, data: bytes, width: int) -> QImage:
    """`width`: pixels of a drawing; pictures have their own."""
    return image_of(tools.render_page(data, 0, width)) if data.startswith(b"%PDF-") else QImage.fromData(data)


def image_of(picture: Picture) -> QImage:
    width, height = picture.width, picture.height
    return QImage(picture.rgb, width, height, width * 3, QImage.Format.Format_RGB888).copy()
