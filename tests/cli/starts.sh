#!/bin/sh
# Web pages read by several threads at once, from the first moment on, time and again: what a
# library makes ready at its first use, two of them must not make ready at once.

STARTS=${STARTS:-100}
PATIENCE=60 # seconds; a start takes some hundredths of one

depeche=${DEPECHE:-build/depeche}
pages=$(mktemp -d) || exit 1
trap 'rm -rf "$pages"' EXIT
for n in 1 2 3 4; do
	printf '<html><head><title>Page %s</title></head><body><p>A text.</p></body></html>\n' "$n" \
		>"$pages/$n.html"
done
i=0
while [ "$i" -lt "$STARTS" ]; do
	i=$((i + 1))
	listed=$(timeout "$PATIENCE" "$depeche" list --no-cache "$pages") || {
		echo "FAIL start $i of $STARTS did not end, or failed" >&2
		exit 1
	}
	[ "$(printf '%s\n' "$listed" | wc -l)" -eq 4 ] || {
		echo "FAIL start $i of $STARTS listed: $listed" >&2
		exit 1
	}
done
echo "ok   $STARTS starts that read web pages at once"
