#!/usr/bin/env bash
# Sets the program up in .venv from the hash-pinned lock; asks apt for missing system libraries where it may.
set -euo pipefail
cd "$(dirname "$0")/.."

# What Qt's xcb and offscreen platforms, zbar and the fonts' lookup need of a bare Debian or Ubuntu.
LIBRARIES="libzbar0 libgl1 libegl1 libopengl0 libglib2.0-0 libdbus-1-3 libfontconfig1 libfreetype6
  libxkbcommon0 libxkbcommon-x11-0 libx11-xcb1 libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
  libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1"

python=${PYTHON:-python3}
if ! "$python" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
  echo "checkin-desktop needs Python 3.11 with its venv package: sudo apt-get install python3 python3-venv, then run this again." >&2
  exit 1
fi

if command -v dpkg-query >/dev/null; then
  missing=""
  for package in $LIBRARIES; do
    # Newer releases rename some with a t64 suffix; either will do.
    dpkg-query -W -f '${db:Status-Abbrev}\n' "$package" "${package}t64" 2>/dev/null | grep -q '^ii' || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ]; then become=""; elif sudo -n true 2>/dev/null; then become="sudo -n"; else become="no"; fi
    if [ "$become" = no ] || ! { $become apt-get update -qq \
        && $become env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing; } >/dev/null; then
      echo "Some system libraries are missing; install them with: sudo apt-get install$missing, then run this again." >&2
      exit 1
    fi
  fi
fi

# Anew when the lock, the metadata or the checkout's place changed.
wanted=$(cat requirements.lock pyproject.toml packaging/setup.sh <(pwd) | sha256sum)
if [ -f .venv/.setup-stamp ] && [ "$(cat .venv/.setup-stamp)" = "$wanted" ]; then exit 0; fi

echo "Setting up .venv (once; a minute or two) …"
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --no-build-isolation --no-deps -e .
printf '%s' "$wanted" > .venv/.setup-stamp
