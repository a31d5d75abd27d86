#!/usr/bin/env bash
# Sees to a Chromium for the end-to-end tests: the one that is there, else Debian's, else Playwright's own.
set -euo pipefail

if [ -x /usr/bin/chromium ]; then
  /usr/bin/chromium --version 2>/dev/null || true
  exit 0
fi
if command -v apt-get >/dev/null; then
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq chromium >/dev/null
  /usr/bin/chromium --version
  exit 0
fi
npx playwright install chromium
