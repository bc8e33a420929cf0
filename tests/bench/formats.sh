#!/bin/sh
# Archives of the formats that other readers have, opened by them and by Depeche: a cache of
# newsboat of N entries made by newsboat itself from a feed on this disk, a Maildir of N messages,
# and JSON lines of 3 N articles (100 MB for N=10000).  One table, each opened for the first time
# and then again: seconds on the clock, seconds of processor, memory.  Asserts nothing.
#   DEPECHE=build/depeche tests/bench/formats.sh [N]
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

measure() { # COMMAND...
	/usr/bin/time -o "$work/time" -f '%e %U %S %M' timeout 900 "$@" >/dev/null 2>&1 </dev/null || true
	tail -n 1 "$work/time" | awk '{ printf "%8.2f s %7.2f s %5d MB", $1, $2 + $3, $4 / 1024 }'
}

row() { # LABEL COMMAND...
	label=$1
	shift
	if ! command -v "$1" >/dev/null; then
		printf '%-34s  not installed\n' "$label"
		return
	fi
	first=$(measure "$@")
	printf '%-34s%s   %s\n' "$label" "$first" "$(measure "$@")"
}

# A full-screen program on a terminal of its own, which the key ends.
neomutt_row() {
	command -v neomutt >/dev/null || { echo "neomutt: not installed"; return; }
	row "neomutt, the Maildir" script -qec \
		"TERM=xterm neomutt -n -f Maildir -e 'set folder=. quit=yes; push <quit>'" /dev/null
}

printf '%-34s%10s %9s %8s   %10s %9s %8s\n' "$count of each" "first" "cpu" "memory" "next" "cpu" "memory"
if command -v newsboat >/dev/null; then
	first=$(measure newsboat -u urls -c cache.db -x reload)
	printf '%-34s%s   %s\n' "newsboat, the feed, then its cache" "$first" \
		"$(measure newsboat -u urls -c cache.db -x print-unread)"
	# What was written a moment ago is not kept: it may be written again within one tick.
	sleep 3
	row "depeche, newsboat's cache" "$depeche" list cache.db
else
	echo "newsboat: not installed"
fi
neomutt_row
row "depeche, the Maildir" "$depeche" list Maildir
row "depeche, $(($(wc -c <lines.jsonl) / 1000000)) MB of JSON lines" "$depeche" list lines.jsonl
