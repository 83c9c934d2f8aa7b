"""What the window is handed, built from the adapters."""

from collections.abc import Callable
from pathlib import Path

from checkin_desktop.documents import raster
from checkin_desktop.documents.acta import draw_actas
from checkin_desktop.documents.agenda import draw_agendas, draw_delegations, draw_summary
from checkin_desktop.documents.cargo import draw_cargo, draw_separator
from checkin_desktop.documents.certificate import certificate_file, draw_certificates
from checkin_desktop.documents.images import prepare_logo
from checkin_desktop.documents.portraits import prepare_portrait, read_portraits
from checkin_desktop.documents.press import PdfPress
from checkin_desktop.documents.qr import badge_image, qr_pixels
from checkin_desktop.documents.register import draw_register
from checkin_desktop.documents.roll import draw_roll
from checkin_desktop.documents.template_images import check_image, prepare_background, prepare_picture
from checkin_desktop.documents.test_page import draw_test_page
from checkin_desktop.documents.texts import badge_texts, certificate_texts
from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.tools import Picture, Tools
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.rosters.columns import guess_columns
from checkin_desktop.rosters.files import read_tables
from checkin_desktop.rosters.programme import read_programme
from checkin_desktop.rosters.read import read_people
from checkin_desktop.rosters.rows import category_values
from checkin_desktop.rosters.schedule import read_schedule
from checkin_desktop.rosters.write import write_sheets, write_table
from checkin_desktop.scanning import picture
from checkin_desktop.scanning.sources import decoder_for, follow_source
from checkin_desktop.scanning.stills import decode_file, decode_pixels
from checkin_desktop.scanning.watch import Watch
from checkin_desktop.scanning.webcams import list_cameras
from checkin_desktop.scanning.wedge import WedgeRecogniser
from checkin_desktop.services.exchange import exchange_bundle
from checkin_desktop.services.ports.scanning import (
    DOOR_SYMBOLOGIES,
    CameraSettings,
    Listening,
    Pixels,
    Symbology,
)
from checkin_desktop.startup.courier import build_courier
from checkin_desktop.startup.files import write_file
from checkin_desktop.startup.no_network import NoNetwork
from checkin_desktop.startup.preferences import save_preferences
from checkin_desktop.startup.printers import system_printer
from checkin_desktop.startup.signing import signatures, signed_copy
from checkin_desktop.startup.trust import known_here, take_trust
from checkin_desktop.startup.verification_page import write_verification_page
from checkin_desktop.startup.zip_file import ZipFileOut
from checkin_desktop.words.verdicts import Cue, Tone


def build_tools(play: Callable[[Tone | Cue], None]) -> Tools:
    """`play` sounds a verdict; it comes from the window's side."""
    return Tools(
        draw_code=badge_image,
        press=PdfPress(),
        draw_certificates=draw_certificates,
        certificate_file=certificate_file,
        signed_copy=signed_copy,
        draw_roll=draw_roll,
        draw_separator=draw_separator,
        draw_cargo=draw_cargo,
        draw_register=draw_register,
        draw_test_page=draw_test_page,
        draw_actas=draw_actas,
        draw_agendas=draw_agendas,
        draw_delegations=draw_delegations,
        draw_summary=draw_summary,
        read_schedule=read_schedule,
        prepare_logo=prepare_logo,
        prepare_portrait=prepare_portrait,
        read_portraits=read_portraits,
        prepare_background=prepare_background,
        prepare_picture=prepare_picture,
        check_image=check_image,
        fill_certificate=certificate_texts,
        fill_badge=badge_texts,
        join_pdfs=raster.join_pdfs,
        page_count=raster.page_count,
        render_page=lambda pdf, page, width: Picture(*raster.render_page(pdf, page, width)),
        read_tables=read_tables,
        guess_columns=guess_columns,
        category_values=category_values,
        read_people=read_people,
        read_programme=read_programme,
        write_table=write_table,
        write_sheets=write_sheets,
        list_cameras=list_cameras,
        watch=_watch,
        thumbnail=_thumbnail,
        decode_file=_texts,
        known_events=known_here,
        take_trust=take_trust,
        write_verification_page=write_verification_page,
        decode_picture=_texts_of,
        write_file=write_file,
        exchange=lambda desk, path, passphrase: exchange_bundle(desk, BundleFiles(), path, passphrase),
        bundle_of=_bundle_of,
        network=lambda _: NoNetwork(),
        draw_qr=lambda text: Picture(*qr_pixels(text)),
        courier=build_courier,
        signatures=signatures,
        open_zip=ZipFileOut,
        printer=system_printer,
        wedge=WedgeRecogniser,
        play=play,
        save_preferences=save_preferences,
    )


def _bundle_of(path: Path) -> str:
    try:
        cover = BundleFiles().look(path)
    except PersonFacingError:
        return ""
    return cover.event_id.hex() if cover else ""


def _thumbnail(pixels: Pixels, width: int) -> Picture:
    return Picture(*picture.thumbnail(pixels, width))


def _texts(path: Path) -> tuple[str, ...]:
    return tuple(r.text for r in decode_file(path).readings)


def _texts_of(shown: Picture) -> tuple[str, ...]:
    return tuple(r.text for r in decode_pixels(picture.pixels_of(shown.width, shown.height, shown.rgb)))


def _watch(where: str, settings: CameraSettings, also: frozenset[Symbology], told: Listening) -> Watch:
    source = follow_source(where, told.status, settings)
    return Watch(source, decoder_for(source, DOOR_SYMBOLOGIES | also), told.frame, told.sighting, told.end)
