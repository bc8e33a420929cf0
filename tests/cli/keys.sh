#!/bin/sh
# The keys section of depeche(1) is what the table of keys says: keys.sh PROGRAM [PAGE].
# UPDATE=1 rewrites the section.
set -eu
program=$1
page=${2:-man/depeche.1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" >"$work/keys"
sed -n '/^\.\\" keys: begin/,/^\.\\" keys: end/p' "$page" | sed '1d;$d' >"$work/page"
cmp -s "$work/keys" "$work/page" && exit 0
if [ "${UPDATE:-}" = 1 ]; then
	{
		sed '/^\.\\" keys: begin/q' "$page"
		cat "$work/keys"
		sed -n '/^\.\\" keys: end/,$p' "$page"
	} >"$work/new"
	cat "$work/new" >"$page"
	exit 0
fi
diff "$work/page" "$work/keys" || true
echo "keys: the keys section of $page differs from the table; make man UPDATE=1 rewrites it" >&2
exit 1
