"""What is wrong with a camera, in a sentence that says what to do."""

from checkin_desktop.domain.errors import PersonFacingError
from checkin_desktop.services.ports.scanning import CameraState, camera_name


class CameraError(PersonFacingError):
    """The camera gives no picture; the sentence says what to do."""


def camera_trouble(state: CameraState, source: str) -> CameraError | None:
    """None where nothing is wrong."""
    if state in (CameraState.OPENING, CameraState.LIVE):
        return None
    return CameraError(f"scanning-camera-{state.value}", source=camera_name(source) or "-")
