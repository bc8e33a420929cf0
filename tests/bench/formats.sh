#!/bin/sh
# Archives of the formats that other readers have, opened by them and by Depeche: a cache of
# newsboat of N entries made by newsboat itself from a feed on this disk, a Maildir of N messages,
# and JSON lines of 3 N articles (100 MB for N=10000).  Prints wall and processor seconds and
# memory; asserts nothing.  DEPECHE=build/depeche tests/bench/formats.sh [N]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
count=${1:-10000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
HOME=$work/home
export HOME
mkdir "$HOME"
depeche=$(realpath "${DEPECHE:-build/depeche}")
python3 "$here/formats.py" "$work/made" "$count"
cd "$work/made"

measure() { # LABEL COMMAND...
	label=$1
	shift
	if ! command -v "$1" >/dev/null; then
		printf '%-44s  not installed\n' "$label"
		return
	fi
	/usr/bin/time -o "$work/time" -f '%e %U %S %M' timeout 300 "$@" >/dev/null 2>&1 </dev/null || true
	tail -n 1 "$work/time" | awk -v label="$label" \
		'{ printf "%-44s %7.2f s %7.2f s cpu %6d MB\n", label, $1, $2 + $3, $4 / 1024 }'
}

# A full-screen program on a terminal of its own, which the key ends.
on_terminal() { # LABEL COMMAND
	measure "$1" script -qec "$2" /dev/null
}

if command -v newsboat >/dev/null; then
	measure "newsboat: reload the feed" newsboat -u urls -c cache.db -x reload
	measure "newsboat: start with the cache" newsboat -u urls -c cache.db -x print-unread
	measure "depeche: the cache, first start" "$depeche" list cache.db
	measure "depeche: the cache, next start" "$depeche" list cache.db
fi
on_terminal "neomutt: open the Maildir" \
	"TERM=xterm neomutt -n -f Maildir -e 'set folder=. quit=yes; push <quit>'"
measure "depeche: the Maildir, first start" "$depeche" list Maildir
measure "depeche: the Maildir, next start" "$depeche" list Maildir
measure "depeche: $(($(wc -c <lines.jsonl) / 1000000)) MB of JSON lines, first start" \
	"$depeche" list lines.jsonl
measure "depeche: the same, next start" "$depeche" list lines.jsonl
