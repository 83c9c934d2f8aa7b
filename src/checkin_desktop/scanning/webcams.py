"""The webcams of this computer, by the names that people know them by."""

import sys
from collections import Counter

import cv2

from checkin_desktop.services.ports.scanning import Camera

# One way to each camera. DirectShow opens in a second and gives motion JPEG; Media Foundation may take half a minute.
_BACKENDS = {"win32": cv2.CAP_DSHOW, "linux": cv2.CAP_V4L2, "darwin": cv2.CAP_AVFOUNDATION}


def list_cameras() -> tuple[Camera, ...]:
    """Each camera once. Its id outlives a restart and another USB port: maker, model and name, and which of
    several alike ones."""
    from cv2_enumerate_cameras import enumerate_cameras

    wanted = _BACKENDS.get(sys.platform, cv2.CAP_ANY)
    alike: Counter[str] = Counter()
    found = []
    for camera in sorted(enumerate_cameras(wanted), key=lambda c: c.index):
        name = camera.name or str(camera.index)
        model = f"{camera.vid or 0:04x}:{camera.pid or 0:04x}:{name}"
        alike[model] += 1
        number = alike[model]
        mark = f" ({number})" if number > 1 else ""
        index = camera.index if wanted == cv2.CAP_ANY else camera.index + wanted
        found.append(Camera(f"{model}#{number}", name + mark, index))
    return tuple(found)


def matching(cameras: tuple[Camera, ...], wanted: str) -> Camera | None:
    """The camera with this id or name; the first one where nothing is wanted."""
    if not wanted:
        return cameras[0] if cameras else None
    return next((c for c in cameras if wanted in (c.id, c.name)), None)
