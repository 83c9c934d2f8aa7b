"""Where frames come from, by what a person chose: a webcam, an address, a video, a folder of images."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from checkin_desktop.scanning.decoder import DoorDecoder, StillDecoder
from checkin_desktop.scanning.files import IMAGE_SUFFIXES, Images, VideoFile
from checkin_desktop.scanning.live import Found, LiveCamera
from checkin_desktop.scanning.troubles import CameraError
from checkin_desktop.scanning.webcams import list_cameras, matching
from checkin_desktop.services.ports.scanning import (
    DOOR_SYMBOLOGIES,
    Camera,
    CameraSettings,
    FrameSource,
    LiveDecoder,
    OnStatus,
    Symbologies,
    camera_name,
)

_ADDRESSES = ("http://", "https://", "rtsp://")


def decoder_for(source: FrameSource, symbologies: Symbologies = DOOR_SYMBOLOGIES) -> LiveDecoder:
    """A film is read frame by frame; of a photograph there is only one, which gets every attempt."""
    return StillDecoder() if isinstance(source, Images) else DoorDecoder(symbologies)


def open_source(where: str) -> FrameSource:
    """A webcam's number, id or name; a video file; a folder or image; an http(s) or rtsp address.

    Of a camera the first frame is waited for. Raises PersonFacingError (CameraError for cameras and addresses).
    """
    where = where.strip()
    found = _file(where)
    if found is not None:
        return found
    if not where.startswith(_ADDRESSES) and not where.isdecimal() and matching(list_cameras(), where) is None:
        raise CameraError("scanning-no-source", source=where)
    camera = live_camera(where)
    camera.wait()
    return camera


def follow_source(where: str, told: OnStatus, settings: CameraSettings) -> FrameSource:
    """As `open_source`, for a window: a camera is opened by whoever reads it, comes back by itself, and tells
    what becomes of it. The first camera found where `where` is empty. Raises PersonFacingError for files."""
    where = where.strip()
    return (_file(where) if where else None) or live_camera(where, told, settings)


def live_camera(
    where: str, told: OnStatus | None = None, settings: CameraSettings = CameraSettings()
) -> LiveCamera:
    """A webcam by number, id or name, or an address; it need not be there yet."""
    return LiveCamera(where, partial(locate, where, list_cameras), told, settings)


def locate(where: str, cameras: Callable[[], tuple[Camera, ...]]) -> Found | None:
    """Where a camera is at this moment. Addresses and numbers are taken at their word."""
    if where.startswith(_ADDRESSES):
        return Found(where, camera_name(where))
    if where.isdecimal():
        return Found(int(where), where)
    camera = matching(cameras(), where)
    return Found(camera.index, camera.name) if camera else None


def _file(where: str) -> FrameSource | None:
    if where.startswith(_ADDRESSES) or where.isdecimal():
        return None
    path = Path(where)
    if path.is_dir():
        return Images(path)
    if path.is_file():
        return Images(path) if path.suffix.lower() in IMAGE_SUFFIXES else VideoFile(path)
    return None
