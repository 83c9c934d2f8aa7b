"""What the window is handed, built from the adapters; most are loaded when they are first used."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.gui.tools import Picture, Tools
from checkin_desktop.replication.bundle import BundleFiles
from checkin_desktop.scanning.wedge import WedgeRecogniser
from checkin_desktop.services.exchange import exchange_bundle
from checkin_desktop.services.ports.scanning import (
    DOOR_SYMBOLOGIES,
    CameraSettings,
    Listening,
    Pixels,
    Symbology,
    Watcher,
)
from checkin_desktop.startup.files import write_file
from checkin_desktop.startup.later import later, when_called, when_used
from checkin_desktop.startup.no_network import NoNetwork
from checkin_desktop.startup.preferences import save_preferences
from checkin_desktop.startup.printers import system_printer
from checkin_desktop.startup.signing import signatures, signed_copy
from checkin_desktop.startup.trust import known_here, take_trust
from checkin_desktop.startup.zip_file import ZipFileOut
from checkin_desktop.words.verdicts import Cue, Tone

if TYPE_CHECKING:
    from checkin_desktop.documents import (
        acta,
        agenda,
        cargo,
        certificate,
        images,
        portraits,
        press,
        qr,
        raster,
        register,
        roll,
        template_images,
        test_page,
        texts,
    )
    from checkin_desktop.rosters import columns, files, programme, read, rows, schedule, write
    from checkin_desktop.scanning import picture, sources, stills, watch, webcams
    from checkin_desktop.startup import courier, verification_page
else:
    (
        acta,
        agenda,
        cargo,
        certificate,
        images,
        portraits,
        press,
        qr,
        raster,
        register,
        roll,
        template_images,
        test_page,
        texts,
    ) = later(
        "checkin_desktop.documents",
        "acta agenda cargo certificate images portraits press qr raster register roll template_images test_page texts",
    )
    columns, files, programme, read, rows, schedule, write = later(
        "checkin_desktop.rosters", "columns files programme read rows schedule write"
    )
    picture, sources, stills, watch, webcams = later(
        "checkin_desktop.scanning", "picture sources stills watch webcams"
    )
    courier, verification_page = later("checkin_desktop.startup", "courier verification_page")


def build_tools(play: Callable[[Tone | Cue], None]) -> Tools:
    """`play` sounds a verdict; it comes from the window's side."""
    return Tools(
        draw_code=when_called(lambda: qr.badge_image),
        press=when_used(lambda: press.PdfPress()),
        draw_certificates=when_called(lambda: certificate.draw_certificates),
        printed_pages=when_called(lambda: certificate.printed_pages),
        certificate_file=when_called(lambda: certificate.certificate_file),
        signed_copy=signed_copy,
        roll=when_called(lambda: roll.Roll),
        separator_page=when_called(lambda: cargo.separator_page),
        draw_cargo=when_called(lambda: cargo.draw_cargo),
        draw_register=when_called(lambda: register.draw_register),
        draw_test_page=when_called(lambda: test_page.draw_test_page),
        draw_actas=when_called(lambda: acta.draw_actas),
        draw_agendas=when_called(lambda: agenda.draw_agendas),
        draw_delegations=when_called(lambda: agenda.draw_delegations),
        draw_summary=when_called(lambda: agenda.draw_summary),
        read_schedule=when_called(lambda: schedule.read_schedule),
        prepare_logo=when_called(lambda: images.prepare_logo),
        prepare_portrait=when_called(lambda: portraits.prepare_portrait),
        read_portraits=when_called(lambda: portraits.read_portraits),
        prepare_background=when_called(lambda: template_images.prepare_background),
        prepare_picture=when_called(lambda: template_images.prepare_picture),
        check_image=when_called(lambda: template_images.check_image),
        fill_certificate=when_called(lambda: texts.certificate_texts),
        fill_badge=when_called(lambda: texts.badge_texts),
        join_pdfs=when_called(lambda: raster.join_pdfs),
        page_count=when_called(lambda: raster.page_count),
        render_page=lambda pdf, page, width: Picture(*raster.render_page(pdf, page, width)),
        read_tables=when_called(lambda: files.read_tables),
        guess_columns=when_called(lambda: columns.guess_columns),
        category_values=when_called(lambda: rows.category_values),
        read_people=when_called(lambda: read.read_people),
        read_programme=when_called(lambda: programme.read_programme),
        write_table=when_called(lambda: write.write_table),
        write_sheets=when_called(lambda: write.write_sheets),
        list_cameras=when_called(lambda: webcams.list_cameras),
        watch=_watch,
        thumbnail=_thumbnail,
        decode_file=_texts,
        known_events=known_here,
        take_trust=take_trust,
        write_verification_page=when_called(lambda: verification_page.write_verification_page),
        decode_picture=_texts_of,
        write_file=write_file,
        exchange=lambda desk, path, passphrase: exchange_bundle(desk, BundleFiles(), path, passphrase),
        bundle_of=_bundle_of,
        network=lambda _: NoNetwork(),
        draw_qr=lambda text: Picture(*qr.qr_pixels(text)),
        courier=when_called(lambda: courier.build_courier),
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
    return tuple(r.text for r in stills.decode_file(path).readings)


def _texts_of(shown: Picture) -> tuple[str, ...]:
    return tuple(
        r.text for r in stills.decode_pixels(picture.pixels_of(shown.width, shown.height, shown.rgb))
    )


def _watch(where: str, settings: CameraSettings, also: frozenset[Symbology], told: Listening) -> Watcher:
    source = sources.follow_source(where, told.status, settings)
    return watch.Watch(
        source,
        sources.decoder_for(source, DOOR_SYMBOLOGIES | also),
        told.frame,
        told.sighting,
        told.end,
    )
