#!/usr/bin/env bash
# Sets the program up in .venv from the hash-pinned lock; asks apt for missing system libraries where it may.
# Never asks anything; does nothing when all is in place. PYTHON names the interpreter to use.
set -euo pipefail
cd "$(dirname "$0")/.."
exec </dev/null

# What Qt's xcb, wayland and offscreen platforms, zbar and the fonts' lookup need of a bare Debian or Ubuntu.
LIBRARIES="libzbar0 libgl1 libegl1 libopengl0 libglib2.0-0 libdbus-1-3 libfontconfig1 libfreetype6
  libxkbcommon0 libxkbcommon-x11-0 libx11-xcb1 libxcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
  libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1
  libwayland-cursor0 libwayland-egl1"

python=""
for candidate in ${PYTHON:-python3 python3.11 python3.12 python3.13 python}; do
  if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
    python=$candidate
    break
  fi
done
if [ -z "$python" ]; then
  echo "checkin-desktop needs Python 3.11 (or 3.12, 3.13) with its venv package. On Debian 12:" \
    "sudo apt-get install python3.11 python3.11-venv, then run this again." >&2
  exit 1
fi

installed() {
  # Newer releases rename some with a t64 suffix; either will do. dpkg-query fails for the name that is not there.
  { dpkg-query -W -f '${db:Status-Abbrev}\n' "$1" "${1}t64" 2>/dev/null || true; } | grep -q '^ii'
}

install_with_apt() {
  local become=""
  if [ "$(id -u)" != 0 ]; then
    sudo -n true 2>/dev/null || return 1
    become="sudo -n"
  fi
  echo "Installing system libraries: $*"
  # What apt says goes to stderr, and only when it fails.
  local said
  said=$(mktemp)
  if { $become apt-get update -qq && $become env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "$@"; } >"$said" 2>&1; then
    rm -f "$said"
  else
    tail -n 5 "$said" >&2
    rm -f "$said"
    return 1
  fi
}

if command -v dpkg-query >/dev/null; then
  missing=()
  for package in $LIBRARIES; do
    installed "$package" || missing+=("$package")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    if ! install_with_apt "${missing[@]}"; then
      echo "Some system libraries are missing; install them with: sudo apt-get install ${missing[*]}, then run this again." >&2
      exit 1
    fi
  fi
fi

# Anew when the lock, the metadata, this script or the checkout's place changed.
wanted=$({ cat requirements.lock pyproject.toml packaging/setup.sh; pwd; } | sha256sum)
if [ -f .venv/.setup-stamp ] && [ "$(cat .venv/.setup-stamp)" = "$wanted" ]; then exit 0; fi

bin=.venv/bin
if [ "${OS:-}" = Windows_NT ]; then bin=.venv/Scripts; fi
# A .venv that was moved here with its folder, or whose Python is gone, can't be mended.
if [ -e .venv ] && ! { grep -qsF " $(pwd)/.venv" .venv/pyvenv.cfg && "$bin/python" -c '' 2>/dev/null; }; then
  rm -rf .venv
fi
echo "Setting up .venv (once; a minute or two) …"
[ -e .venv ] || "$python" -m venv .venv
pip=("$bin/python" -m pip -qq --disable-pip-version-check --no-input)
"${pip[@]}" install --require-hashes -r requirements.lock
"${pip[@]}" install --no-build-isolation --no-deps -e .
"$bin/python" -m compileall -q src
printf '%s' "$wanted" > .venv/.setup-stamp
