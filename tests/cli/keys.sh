#!/bin/sh
# A section of a manual page is what its table says, which the program prints when it is
# asked for that section:
# keys.sh PROGRAM [PAGE [SECTION]].  UPDATE=1 rewrites the section.
set -eu
program=$1
page=${2:-man/depeche.1}
section=${3:-keys}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$program" "$section" >"$work/keys"
sed -n "/^\.\\\\\" $section: begin/,/^\.\\\\\" $section: end/p" "$page" | sed '1d;$d' >"$work/page"
cmp -s "$work/keys" "$work/page" && exit 0
if [ "${UPDATE:-}" = 1 ]; then
	{
		sed "/^\.\\\\\" $section: begin/q" "$page"
		cat "$work/keys"
		sed -n "/^\.\\\\\" $section: end/,\$p" "$page"
	} >"$work/new"
	cat "$work/new" >"$page"
	exit 0
fi
diff "$work/page" "$work/keys" || true
echo "man: the $section of $page differ from the table; make man UPDATE=1 rewrites them" >&2
exit 1
