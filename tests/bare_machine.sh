#!/usr/bin/env bash
# The program on a machine with no compiler, no compiled package and no network:
#   tests/bare_machine.sh [FOLDER]    the wheels are kept in FOLDER, else in a temporary one
# Wheels are made with no compiler on the path; one with compiled code in it is made again from its
# source and must come without. Then a fresh environment installs them, offline, checks,
# annotates and fixes a text, a web page and a Word file. Needs a package index, and unshare to cut the
# network (root, or a kernel that lets users); the first thing that fails ends it.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
wheels=${1:-$scratch/wheels}
python=$(python3 -c 'import sys; print(sys._base_executable)')

mkdir -p "$scratch/bin" "$wheels"
for tool in bash cat cp env grep ls mkdir rm sed sh unshare unzip; do  # and no cc, gcc, clang
  ln -s "$(command -v $tool)" "$scratch/bin/"
done
bare=(env -u CC -u PYTHONPATH "PATH=$scratch/bin" "HOME=$scratch")

compiled() {  # the wheels that hold compiled code
  for wheel in "$wheels"/*.whl; do
    if unzip -l "$wheel" | grep -qE '\.(so|pyd|dylib)\b'; then echo "$wheel"; fi
  done
}

"${bare[@]}" "$python" -m venv "$scratch/making"
"${bare[@]}" "$scratch/making/bin/pip" wheel --quiet --wheel-dir "$wheels" .
for wheel in $(compiled); do
  name=$(basename "$wheel" | sed -E 's/-.*//')
  version=$(basename "$wheel" | sed -E 's/^[^-]+-([^-]+)-.*/\1/')
  rm "$wheel"
  "${bare[@]}" "$scratch/making/bin/pip" wheel --quiet --no-deps --no-binary "$name" --no-cache-dir \
    --wheel-dir "$wheels" "$name==$version"
done
[ -z "$(compiled)" ] || { echo "这些包没有编译器就装不上：$(compiled)" >&2; exit 1; }

"${bare[@]}" "$python" -m venv "$scratch/fresh"
cut=(unshare -n)
unshare -n true 2>/dev/null || cut=(unshare -rn)
"${bare[@]}" "${cut[@]}" "$scratch/fresh/bin/pip" install --quiet --no-index \
  --find-links "$wheels" gongkai-lint

cp corpus/drafts/001-*.txt "$scratch/稿.txt"
cp corpus/drafts/063-*.docx "$scratch/稿.docx"
sed 's#^#<p>#' "$scratch/稿.txt" > "$scratch/稿.html"
run() {  # run the program offline and expect an exit code
  local wanted=$1 code=0
  shift
  (cd "$scratch" && "${bare[@]}" "${cut[@]}" fresh/bin/gongkai-lint "$@" > "$scratch/said") || code=$?
  [ "$code" -eq "$wanted" ] || { cat "$scratch/said"; echo "退出码 $code：gongkai-lint $*" >&2; exit 1; }
}
for draft in 稿.txt 稿.docx 稿.html; do
  run 1 check "$draft"
  grep -q "$draft" "$scratch/said"
done
run 0 annotate 稿.docx
run 0 fix 稿.txt
run 0 fix 稿.docx
run 1 check --format html 稿.txt
run 0 test-rules
for made in 稿_批注.docx 稿_修订.docx 稿_修订.txt 稿_核稿意见.html; do
  [ -s "$scratch/$made" ] || { echo "没有写出“$made”。" >&2; exit 1; }
done
echo "没有编译器、没有网络也能检查、批注、修改；用到的包：$(cd "$wheels" && echo *.whl)"
