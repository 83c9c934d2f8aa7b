"""Does what `checkin-desktop demo --headless` left behind say what it must? Answers one line for each that does not."""

import json
import sys
from pathlib import Path
from typing import Any

KEYS = (
    "attendees",
    "admitted",
    "refused",
    "decode_misses",
    "conflicts",
    "certificates",
    "verified",
    "seconds",
)


def complaints(folder: Path) -> list[str]:
    try:
        summary: dict[str, Any] = json.loads((folder / "summary.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return [f"summary.json: {error}"]
    missing = [f"{key} is missing" for key in KEYS if not isinstance(summary.get(key), (int, float))]
    if missing:
        return missing
    held = {
        "130 attendees": summary["attendees"] >= 130,
        "somebody admitted": 0 < summary["admitted"] <= summary["attendees"],
        "somebody refused": summary["refused"] > 0,
        "every badge decoded": summary["decode_misses"] == 0,
        "two desks that disagreed": summary["conflicts"] > 0,
        "certificates issued": summary["certificates"] > 0,
        "every certificate verified": summary["verified"] == summary["certificates"],
        "PDFs left": any(folder.rglob("*.pdf")),
        "pictures left": any(folder.rglob("*.png")),
    }
    return [f"not so: {what}" for what, so in held.items() if not so]


def main() -> int:
    found = complaints(Path(sys.argv[1]))
    sys.stdout.write("\n".join(found) + "\n" if found else "summary.json says what it must\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
