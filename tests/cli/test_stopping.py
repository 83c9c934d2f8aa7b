"""A large batch of certificates at the command line tells how far it is, and Ctrl+C ends it between two units."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Cli

MANY = 500


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C of a console reaches the test too")
def test_ctrl_c_ends_a_batch_between_two_units_and_says_how_many_were_issued(
    cli: Cli, event: Path, home: Path
) -> None:
    rows = "".join(f"Ana {n};Quispe;{50_000_000 + n};Asistente\n" for n in range(MANY))
    (home / "more.csv").write_text(f"Nombres;Apellidos;DNI;Categoría\n{rows}", encoding="utf-8")
    cli.ok("import", home / "more.csv")
    command = [sys.executable, "-m", "checkin_desktop", "certificates", "--all", "--event", str(event)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stderr is not None
    assert running.stderr.readline().startswith("Emitiendo certificados: ")
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=120)
    assert running.returncode == 1
    assert not out
    assert "Traceback" not in err
    issued = int(err.partition("emitidos y guardados: ")[2].partition(".")[0])
    assert 0 < issued < MANY
    register = cli.ok("certificates", "--register", home / "r.pdf", "--json").json
    assert (register["used"], register["sound"]) == (issued, True)
