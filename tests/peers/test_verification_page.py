"""The static verification page in a real Chromium, opened as a file and from a plain web server."""

import shutil
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from checkin_desktop.domain.certificate import typed_code
from checkin_desktop.keys.certificate_token import read_token_text, token_text
from checkin_desktop.scanning.photographed import photographed
from checkin_desktop.services.certificates import certificate_faces, issue, revoke
from checkin_desktop.startup.demo_photographs import forged, photograph
from checkin_desktop.startup.verification_page import write_verification_page
from checkin_desktop.words import load_words
from support.desks import ROSTER, Station, found

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="Chromium is not installed"),
]
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--window-size=390,844",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    with tempfile.TemporaryDirectory() as profile:
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.add_experimental_option("prefs", {"intl.accept_languages": "es"})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
        yield driver
        driver.quit()


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    station = found(tmp_path_factory.mktemp("event") / "event.checkin", people=ROSTER)
    yield station
    station.close()


@pytest.fixture(scope="module")
def tokens(one: Station) -> dict[str, bytes]:
    """A good certificate, and one revoked and replaced."""
    ids = [one.person(p.given_names).id for p in ROSTER[:2]]
    issue(one.desk, ids, exception_reason="ensayo")
    raw = {}
    for name, face in zip(("good", "revoked"), certificate_faces(one.desk, ids), strict=True):
        read = read_token_text(face.token)
        assert read is not None
        raw[name] = read.raw
    revoke(one.desk, ids[1], "nombre mal escrito")
    issue(one.desk, ids[1:], exception_reason="ensayo")
    return raw


@pytest.fixture(scope="module")
def folder(one: Station, tokens: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("page")
    write_verification_page(one.desk, made, with_typed_codes=True)
    return made


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """A web server that knows nothing of us. By the machine's name it is no secure page: no WebCrypto there."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def fragment(raw: bytes) -> str:
    return token_text(raw, "x").partition("#")[2]


def asked(browser: webdriver.Chrome, page: str, code: str = "") -> str:
    """The verdict's word."""
    browser.get("about:blank")
    browser.get(f"{page}#{code}" if code else page)
    return verdict(browser)


def verdict(browser: webdriver.Chrome) -> str:
    WebDriverWait(browser, 10).until(lambda d: d.find_element(By.ID, "verdict").is_displayed())
    return str(browser.find_element(By.ID, "said").text)


def shown(browser: webdriver.Chrome) -> str:
    return str(browser.find_element(By.TAG_NAME, "main").text)


def test_opened_as_a_file(browser: webdriver.Chrome, folder: Path, tokens: dict[str, bytes]) -> None:
    page = (folder / "index.html").as_uri()
    assert asked(browser, page, fragment(tokens["good"])) == "VÁLIDO"
    text = shown(browser)
    assert ROSTER[0].name in text
    assert "Lista de anulaciones al" in text
    assert ROSTER[0].document not in text
    assert "•" * (len(ROSTER[0].document) - 3) + ROSTER[0].document[-3:] in text
    assert asked(browser, page, fragment(tokens["revoked"])) == "ANULADO"
    assert "reemplazado por el N.º 0003-2025" in shown(browser)
    assert [line for line in browser.get_log("browser") if line["level"] == "SEVERE"] == []


def test_a_forged_and_a_strange_one_are_told_apart(
    browser: webdriver.Chrome,
    address: str,
    tokens: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    given = ROSTER[0].given_names.encode()
    forged = tokens["good"].replace(given, given[:-1] + b"x")
    assert asked(browser, address, fragment(forged)) == "FIRMA INVÁLIDA"
    stranger = found(tmp_path_factory.mktemp("other") / "other.checkin", people=ROSTER)
    person = stranger.person(ROSTER[0].given_names).id
    issue(stranger.desk, [person], exception_reason="x")
    theirs = read_token_text(certificate_faces(stranger.desk, [person])[0].token)
    stranger.close()
    assert theirs is not None
    assert asked(browser, address, fragment(theirs.raw)) == "CLAVE DESCONOCIDA"
    assert "Puede ser auténtico" in shown(browser)
    assert asked(browser, address, "HOLA") == "NO SE PUEDE COMPROBAR AQUÍ"


def test_the_library_answers_where_the_browser_cannot(
    browser: webdriver.Chrome, address: str, tokens: dict[str, bytes]
) -> None:
    browser.get(address)
    browser.execute_script("crypto.subtle.importKey = () => Promise.reject(new Error('no Ed25519'));")
    browser.execute_script(f"location.hash = '#{fragment(tokens['good'])}';")
    assert verdict(browser) == "VÁLIDO"
    browser.execute_script(f"location.hash = '#{fragment(tokens['good'][:-1] + b'0')}';")
    WebDriverWait(browser, 10).until(lambda d: d.find_element(By.ID, "said").text == "FIRMA INVÁLIDA")


def test_typed_codes_are_answered_from_the_published_list(
    browser: webdriver.Chrome, address: str, tokens: dict[str, bytes]
) -> None:
    browser.get(address)
    for code, said in (
        (typed_code(1, tokens["good"]).lower(), "VÁLIDO"),
        (typed_code(2, tokens["revoked"]), "ANULADO"),
        (typed_code(1, b"another"), "NO SE PUEDE COMPROBAR AQUÍ"),
        ("00000", "NO SE PUEDE COMPROBAR AQUÍ"),
    ):
        field = browser.find_element(By.ID, "code")
        field.clear()
        field.send_keys(code)
        browser.find_element(By.ID, "check").click()
        WebDriverWait(browser, 10).until(lambda d, s=said: d.find_element(By.ID, "said").text == s)


def test_english_keyboard_and_no_sideways_scrolling_on_a_phone(
    browser: webdriver.Chrome, address: str, tokens: dict[str, bytes]
) -> None:
    asked(browser, address, fragment(tokens["good"]))
    button = browser.find_element(By.ID, "language")
    button.click()
    assert verdict(browser) == "VALID"
    assert browser.execute_script("return document.documentElement.lang") == "en"
    assert browser.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    unnamed = "return [...document.querySelectorAll('input,button')]"
    unnamed += ".filter(e => !(e.labels?.length || e.textContent)).length"
    assert browser.execute_script(unnamed) == 0
    assert browser.execute_script("return document.activeElement.id") in ("language", "verdict")


@pytest.fixture(scope="module")
def photographs(one: Station, tokens: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pages printed at 300 dpi and taken with a phone; and a photo of nothing."""
    made, words = tmp_path_factory.mktemp("photos"), load_words("es")
    ids = [one.person(p.given_names).id for p in ROSTER[:1]]
    (good,) = certificate_faces(one.desk, ids)
    revoked = replace(good, token=token_text(tokens["revoked"], ""), page=None)
    for name, face in (("good", good), ("revoked", revoked), ("forged", forged(good))):
        photograph(face, words, made / f"{name}.jpg")
    grey = np.random.default_rng(1).integers(90, 120, (900, 1200, 3)).astype(np.uint8)
    (made / "nothing.jpg").write_bytes(photographed(grey))
    (made / "broken.jpg").write_bytes((made / "good.jpg").read_bytes()[:300])
    return made


@pytest.mark.parametrize("way", ["file", "server"])
def test_a_photograph_is_read_in_the_browser(
    browser: webdriver.Chrome, folder: Path, address: str, photographs: Path, way: str
) -> None:
    browser.get("about:blank")
    browser.get((folder / "index.html").as_uri() if way == "file" else address)
    browser.execute_script("delete window.BarcodeDetector")
    assert not browser.execute_script("return 'jsQR' in window"), "loaded when it is needed"
    for name, said in (
        ("good", "VÁLIDO"),
        ("revoked", "ANULADO"),
        ("forged", "FIRMA INVÁLIDA"),
        ("nothing", "NO SE PUEDE COMPROBAR AQUÍ"),
        ("good", "VÁLIDO"),
        ("broken", "NO SE PUEDE COMPROBAR AQUÍ"),
    ):
        browser.find_element(By.ID, "file").send_keys(str(photographs / f"{name}.jpg"))
        WebDriverWait(browser, 60).until(lambda d, s=said: d.find_element(By.ID, "said").text == s)
    assert "No se pudo leer un QR en la foto" in shown(browser)
    assert browser.find_element(By.ID, "photo-said").text == ""
    assert [line for line in browser.get_log("browser") if line["level"] == "SEVERE"] == []


def test_the_browsers_own_reader_comes_first(
    browser: webdriver.Chrome, address: str, tokens: dict[str, bytes], photographs: Path
) -> None:
    browser.get("about:blank")
    browser.get(address)
    reader = "window.BarcodeDetector = class { async detect() { return %s; } };"
    browser.execute_script(reader % f"[{{rawValue: '{fragment(tokens['revoked'])}'}}]")
    browser.find_element(By.ID, "file").send_keys(str(photographs / "good.jpg"))
    assert verdict(browser) == "ANULADO"
    browser.execute_script(reader % "[]")
    browser.find_element(By.ID, "file").send_keys(str(photographs / "good.jpg"))
    WebDriverWait(browser, 60).until(lambda d: d.find_element(By.ID, "said").text == "VÁLIDO")


def test_the_page_asks_nobody(browser: webdriver.Chrome, address: str, tokens: dict[str, bytes]) -> None:
    asked(browser, address, fragment(tokens["good"]))
    loaded = browser.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
    files = {name.rpartition("/")[2] for name in loaded}
    assert files == {
        "page.css",
        "data.js",
        "tweetnacl.js",
        "reading.js",
        "photo.js",
        "page.js",
    }
