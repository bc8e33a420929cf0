#!/bin/sh
# A file of each format of the table in README opens: title, day, source and text are there.
set -u
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
HOME=$work/home
export HOME
mkdir "$HOME"
passed=0 failed=0
python3 "$here/formats.py" "$work/files" || exit 1
cd "$work/files" || exit 1

# opens COUNT SOURCE PATH: so many articles, each with the title, the day, the source, the text.
opens() {
	"$DEPECHE" export --format=jsonl "$3" >"$work/out" 2>"$work/err"
	got=$(python3 "$here/formats-check.py" "$2" <"$work/out" 2>&1)
	if [ "$got" = "$1" ] && [ ! -s "$work/err" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $3: $got $(head -c 200 "$work/err")" >&2
	fi
}

opens 1 - text/bac.txt
opens 1 - text/bac-latin1.txt
opens 1 'La Vigie' page/bac.html
opens 1 'La Vigie' feed/rss.xml
opens 1 'La Vigie' feed/atom.xml
opens 1 'La Vigie' feed/feed.json
opens 2 'La Vigie' notes
opens 1 - pandoc.md
opens 1 'vigie.example' json/one.json
opens 2 'La Vigie' json/lines.jsonl
opens 1 'La Vigie' mail/bac.eml
opens 2 'La Vigie' mail/press.mbox
opens 1 'La Vigie' mail/Maildir
opens 1 'La Vigie' newsboat/cache.db
opens 2 'La Vigie' running
opens 2 'La Vigie' running/cache.db
opens 1 - packed/bac.txt.gz
opens 2 'La Vigie' packed/press.mbox.gz
opens 1 'La Vigie' packed/bac.html.zst

[ "$failed" = 0 ] || { echo "formats: $failed of $((passed + failed)) failed" >&2; exit 1; }
echo "ok   formats: $passed files of each kind open"
