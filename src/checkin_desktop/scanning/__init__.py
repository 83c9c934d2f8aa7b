"""Frame sources, the decoder cascade, and the recogniser of keyboard-wedge scanners."""

import os

# What OpenCV and FFmpeg write to stderr stands between a person and our own sentence. Read when they load.
os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
# Media Foundation looks for hardware transforms for up to half a minute before it opens a webcam.
os.environ.setdefault("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
