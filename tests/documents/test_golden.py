"""Pages look as they did when somebody last looked at them: see support/golden.py."""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from support.golden import FOLDER, NAMES, picture

_FAR, _FEW = 40, 0.003


def _difference(name: str, drawn: Image.Image) -> float:
    """The share of pixels that differ clearly, hair lines blurred."""
    with Image.open(FOLDER / f"{name}.png") as kept:
        golden = kept.convert("RGB")
    assert golden.size == drawn.size
    one, other = (
        np.asarray(image.filter(ImageFilter.GaussianBlur(1.2)), np.int16) for image in (golden, drawn)
    )
    return float((np.abs(one - other).max(axis=2) > _FAR).mean())


@pytest.mark.parametrize("name", NAMES)
def test_the_page_looks_as_it_was_approved(name: str) -> None:
    drawn = picture(name)
    found = _difference(name, drawn)
    assert found <= _FEW, f"{found:.2%} of {name} differs: look at it; if it is right, run support/golden.py"


def test_a_page_that_differs_is_noticed() -> None:
    assert _difference("institucional-short", picture("institucional-accented")) > _FEW
    assert _difference("credencial-short", picture("credencial-accented")) > _FEW


def test_golden_images_are_small() -> None:
    files = sorted(FOLDER.glob("*.png"))
    assert [path.stem for path in files] == sorted(NAMES)
    assert all(path.stat().st_size <= 60_000 for path in files)
