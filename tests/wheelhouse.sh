#!/usr/bin/env bash
# The manual's way to a machine without a network: its commands are run for three platforms, and
# what they download must be enough to install from, with nothing to compile.
#   tests/wheelhouse.sh            needs a package index; the first thing that fails ends it
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
manual=gongkai_lint/help/install.md

written() {  # the one command of the manual that holds the given words
  grep -m 1 -F -- "$1" "$manual" | sed "s#wheels#$scratch/wheels#g"
}

bash -euo pipefail -c "$(written 'pip wheel')"
for platform in win_amd64 manylinux2014_x86_64 manylinux2014_aarch64; do
  grep -q "\`$platform\`" "$manual"
  bash -euo pipefail -c "$(written 'pip download' | sed "s/win_amd64/$platform/")"
  python3 -m pip install --quiet --no-index --find-links "$scratch/wheels" --only-binary=:all: \
    --platform "$platform" --python-version 3.11 --target "$scratch/$platform" 'gongkai-lint[office]'
  [ -d "$scratch/$platform/gongkai_lint" ] && [ -d "$scratch/$platform/pypdfium2" ]
  echo "$platform：装得上"
done
