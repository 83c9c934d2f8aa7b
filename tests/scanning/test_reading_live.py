"""The door's decoder over many frames: tracked, agreed, in time, and saying why a code is not read."""

from collections.abc import Iterator
from itertools import count

import cv2
import numpy as np
import pytest
import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin_desktop.scanning.decoder import DoorDecoder, StillDecoder
from checkin_desktop.scanning.hints import hint_for
from checkin_desktop.scanning.regions import code_like
from checkin_desktop.scanning.second_opinion import trusted
from checkin_desktop.scanning.simulated_camera import SimulatedCamera
from checkin_desktop.scanning.simulated_conditions import Conditions, phone_in_dark_mode
from checkin_desktop.scanning.tracking import Tracking
from checkin_desktop.services.ports.scanning import DOOR_SYMBOLOGIES, Hint, Pixels, Symbology
from support.codes import badge_codes, in_frame, qr

CODE = badge_codes(1)[0]
WIDE = (720, 1280)


def texts(decoder: DoorDecoder, picture: Pixels) -> list[str]:
    return [r.text for r in decoder.decode(picture)]


def placed(picture: Pixels, x: int, y: int, paper: int = 200) -> Pixels:
    frame = np.full(WIDE, paper, np.uint8)
    frame[y : y + picture.shape[0], x : x + picture.shape[1]] = picture
    return frame


def out_of_focus(picture: Pixels, sigma: float, seed: int) -> Pixels:
    """Read by no glance, but after a closer look; each frame with noise of its own."""
    noise = np.random.default_rng(seed).normal(0, 3, picture.shape)
    soft = cv2.GaussianBlur(picture, (0, 0), sigma)
    return np.asarray(np.clip(soft + noise, 0, 255), np.uint8)


def test_a_badge_carried_through_the_frame_is_read_all_the_way() -> None:
    decoder, picture = DoorDecoder(), qr(CODE, scale=3, error="H")
    for step in range(40):
        found = decoder.decode(placed(picture, 40 + 25 * step, 60 + 12 * step))
        assert [r.text for r in found] == [CODE]
        left = min(x for x, _ in found[0].corners)
        assert abs(left - (40 + 25 * step + 12)) <= 3


def test_a_second_badge_is_seen_beside_a_tracked_one() -> None:
    decoder, codes = DoorDecoder(), badge_codes(2)
    frame = placed(qr(codes[0], scale=3, error="H"), 100, 200)
    assert all(texts(decoder, frame) == codes[:1] for _ in range(9))
    other = qr(codes[1], scale=3, error="H")
    frame[400 : 400 + other.shape[0], 900 : 900 + other.shape[1]] = other
    assert {t for _ in range(5) for t in texts(decoder, frame)} == set(codes)


def test_where_nothing_was_seen_for_half_a_second_nothing_is_looked_for() -> None:
    tracking = Tracking()
    tracking.saw((((100, 100), (180, 100), (180, 180), (100, 180)),), WIDE)
    assert [tracking.places(WIDE) != () for _ in range(17)] == [True] * 15 + [False] * 2
    tracking.saw((((100, 100), (180, 100), (180, 180), (100, 180)),), WIDE)
    assert tracking.places((70, 70)) == ()


def test_what_takes_a_hard_look_counts_once_two_frames_agree() -> None:
    decoder, picture = DoorDecoder(), placed(qr(CODE, scale=3, error="H"), 600, 300)
    looks = [texts(decoder, out_of_focus(picture, 1.6, n)) for n in range(40)]
    assert [CODE] in looks
    single = [texts(DoorDecoder(), out_of_focus(picture, 1.6, n)) for n in range(10)]
    assert single == [[]] * 10


def bars(text: str) -> Pixels:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code39)
    lines = np.repeat(np.asarray(code.to_image(scale=3), np.uint8)[:1], 90, axis=0)
    return in_frame(np.pad(lines, 30, constant_values=255))


def test_a_wrong_number_in_one_frame_is_never_told() -> None:
    """Code 39 has no check: a smudge can make another number of it. Planted: one frame of another's bars."""
    decoder, right, wrong = DoorDecoder(), bars("45678912"), bars("45678913")
    told = [t for n in range(60) for t in texts(decoder, wrong if n % 30 == 7 else right)]
    assert "45678912" in told
    assert "45678913" not in told


def test_aztec_data_matrix_and_pdf417_only_if_set() -> None:
    kinds = {
        Symbology.AZTEC: zxingcpp.BarcodeFormat.Aztec,
        Symbology.DATA_MATRIX: zxingcpp.BarcodeFormat.DataMatrix,
        Symbology.PDF417: zxingcpp.BarcodeFormat.PDF417,
    }
    for symbology, kind in kinds.items():
        text = "Ñandú de Íñigo"
        code = zxingcpp.create_barcode(text, kind).to_image(scale=5)
        picture = in_frame(np.pad(np.asarray(code, np.uint8), 20, constant_values=255))
        assert not any(texts(DoorDecoder(), picture) for _ in range(30))
        asked = DoorDecoder(DOOR_SYMBOLOGIES | {symbology})
        found = next(f for _ in range(30) if (f := asked.decode(picture)))
        assert [(r.text, r.symbology) for r in found] == [(text, symbology)]


def test_a_slow_computer_gets_the_glance_alone_until_the_time_is_made_up() -> None:
    """Each look at the clock is half a second later: only the first frame may have taken a hard look."""
    ticks: Iterator[float] = (n / 2 for n in count())
    slow, quick = DoorDecoder(clock=lambda: next(ticks)), DoorDecoder(clock=lambda: 0.0)
    picture = placed(qr(CODE, scale=3, error="H"), 600, 300)
    hard = [out_of_focus(picture, 1.6, n) for n in range(40)]
    assert not any(texts(slow, frame) for frame in hard)
    assert any(texts(quick, frame) for frame in hard)
    assert texts(slow, picture) == [CODE]


def test_a_frame_without_detail_is_not_worth_a_look() -> None:
    random = np.random.default_rng(3)
    plain = np.full(WIDE, 120, np.uint8)
    grainy = np.clip(plain + random.normal(0, 8, WIDE), 0, 255).astype(np.uint8)
    smooth = cv2.GaussianBlur(random.integers(0, 256, WIDE, np.uint8), (0, 0), 40)
    assert [code_like(np.asarray(p, np.uint8)) for p in (plain, grainy, smooth)] == [()] * 3
    (box, *_) = code_like(placed(qr(CODE, scale=3), 600, 300))
    assert (box[0] <= 612, box[1] <= 312, box[2] >= 690, box[3] >= 390) == (True,) * 4


@pytest.mark.parametrize(
    ("conditions", "phone"),
    [
        (Conditions(near_mm=400, far_mm=400, motion=3, light=0.6, noise=6), False),
        (Conditions(near_mm=400, far_mm=400, light=0.9, glare=200), False),
        (Conditions(near_mm=400, far_mm=400, light=0.7), True),
        (Conditions(near_mm=400, far_mm=400, light=0.2, swing=0.02, noise=6), False),
    ],
    ids=["moving", "glare", "phone", "dim"],
)
def test_badges_in_hard_conditions(conditions: Conditions, phone: bool) -> None:
    codes = badge_codes(4)
    pictures = [qr(c, scale=9, error="H") for c in codes]
    shown = [phone_in_dark_mode(p) if phone else p for p in pictures]
    camera = SimulatedCamera(shown, 9 * 29 / 25, seed=4, held=15, conditions=conditions)
    decoder, read = DoorDecoder(), set[str]()
    while (frame := camera.read()) is not None:
        found = set(texts(decoder, frame.pixels))
        assert not found or (camera.showing and found == {codes[camera.showing[0]]})
        read |= found
    assert read == set(codes)


def hinted(picture: Pixels) -> set[Hint | None]:
    decoder, hints = DoorDecoder(), set[Hint | None]()
    for seed in range(6):
        noise = np.random.default_rng(seed).normal(0, 2, picture.shape)
        decoder.decode(np.asarray(np.clip(picture + noise, 0, 255), np.uint8))
        if decoder.unread is not None:
            hints.add(decoder.unread.hint)
    return hints


def damaged(scale: int, dark: int = 0, light: int = 255) -> Pixels:
    """A code whose patterns are found, and which cannot be read: its data is scratched out."""
    picture = qr(CODE, scale=scale, error="L", border=4)
    side = picture.shape[0]
    random = np.random.default_rng(1)
    low, high = side * 45 // 100, side * 66 // 100
    cells = random.integers(0, 2, (29, 29), np.uint8) * 255
    picture[low:high, low:high] = np.kron(cells, np.ones((scale, scale), np.uint8))[
        : high - low, : high - low
    ]
    return np.asarray(dark + picture.astype(np.float32) / 255 * (light - dark), np.uint8)


@pytest.mark.parametrize(
    ("picture", "hint"),
    [
        (placed(damaged(2, 30, 200), 600, 300), Hint.CLOSER),
        (placed(damaged(6, 10, 48), 500, 200, paper=40), Hint.LIGHT),
        (placed(damaged(6, 30, 200), 500, 200), None),
    ],
    ids=["closer", "light", "nothing"],
)
def test_why_a_code_is_not_read(picture: Pixels, hint: Hint | None) -> None:
    assert hinted(picture) == {hint}


def test_glare_and_unsteady_hands_are_told_apart() -> None:
    corners = ((524, 224), (697, 224), (697, 397), (524, 397))
    sharp = placed(np.asarray(qr(CODE, error="H") * 0.7 + 20, np.uint8), 500, 200)
    streak = np.zeros((15, 15), np.float32)
    streak[7] = 1 / 15
    diagonal = np.eye(13, dtype=np.float32) / 13
    moved = np.asarray(cv2.filter2D(sharp, -1, streak), np.uint8)
    shaken = np.asarray(cv2.filter2D(sharp, -1, diagonal), np.uint8)
    lamp = sharp.copy()
    cv2.circle(lamp, (620, 320), 55, 255, -1)
    dim = np.asarray(sharp * 0.15, np.uint8)
    assert [hint_for(p, corners) for p in (sharp, moved, shaken, lamp, dim)] == [
        None,
        Hint.STEADY,
        Hint.STEADY,
        Hint.GLARE,
        Hint.LIGHT,
    ]


def test_a_read_code_needs_no_hint() -> None:
    decoder = DoorDecoder()
    assert texts(decoder, placed(qr(CODE, error="H"), 500, 200)) == [CODE]
    assert decoder.unread is None


@pytest.mark.parametrize(
    ("version", "platform", "expected"),
    [
        ((0, 10, 0), "win32", False),
        ((0, 23, 92), "win32", False),
        ((0, 23, 93), "win32", True),
        ((0, 23, 92), "linux", True),
        ((0, 23, 90), "linux", False),
        ((), "linux", False),
    ],
)
def test_an_unpatched_zbar_is_not_asked(version: tuple[int, ...], platform: str, expected: bool) -> None:
    assert trusted(version, platform) is expected


PAYLOADS = st.one_of(
    st.text("ABCDEFÑÁÉÍÓÚÜñáéíóúü¿¡ 0123456789-/:", min_size=1, max_size=120),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40),
)


@settings(max_examples=60, deadline=None)
@given(PAYLOADS, st.integers(3, 6), st.sampled_from([0, 1, 2, 3]), st.floats(-12, 12), st.booleans())
def test_any_text_reads_back_exactly(text: str, scale: int, quarter: int, angle: float, dark: bool) -> None:
    picture = np.rot90(qr(text, scale=scale, encoding="utf-8"), quarter)
    side = picture.shape[0]
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), angle, 1)
    turned = np.asarray(cv2.warpAffine(picture, turn, (side, side), borderValue=(255,)), np.uint8)
    frame = np.pad(turned, 40, constant_values=255)
    frame = np.asarray(255 - frame if dark else frame, np.uint8)
    found = StillDecoder().decode(frame)
    assert [(r.text, r.data) for r in found] == [(text, text.encode())]


@settings(max_examples=40, deadline=None)
@given(st.binary(min_size=1, max_size=120))
def test_bytes_stay_bytes(data: bytes) -> None:
    code = segno.make(data, error="m", micro=False, mode="byte")
    modules = np.pad(np.array([list(row) for row in code.matrix], np.uint8), 4)
    picture = np.asarray(255 - 255 * np.kron(modules, np.ones((4, 4), np.uint8)), np.uint8)
    (reading,) = StillDecoder().decode(picture)
    assert reading.data == data
