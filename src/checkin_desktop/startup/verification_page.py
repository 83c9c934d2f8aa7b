"""The verification page as a folder of files."""

from pathlib import Path

from checkin_desktop.places import resource
from checkin_desktop.services.desk import Desk
from checkin_desktop.services.verification_page import FILES, FOLDER, data_file, page_data
from checkin_desktop.startup.files import write_file


def write_verification_page(desk: Desk, folder: Path, with_typed_codes: bool = False) -> Path:
    """Answers the page to open. Written again it brings the newest list. Raises PersonFacingError."""
    name, data = data_file([page_data(desk, with_typed_codes=with_typed_codes)])
    write_file(folder / name, data)
    for file in FILES:
        write_file(folder / file, resource(FOLDER, file).read_bytes())
    return folder / "index.html"
