#!/bin/sh
# Every sentence of the source has its translation in every catalogue, with the same formats.
command -v xgettext >/dev/null || { echo "SKIP catalogues: gettext is not installed"; exit 0; }
bad=0
work=$(mktemp)
trap 'rm -f "$work"' EXIT
tests/po/gather.sh >"$work"
for po in src/po/*.po; do
	msgfmt --check-format --check-domain -o /dev/null "$po" || bad=1
	msgcmp "$po" "$work" || bad=1
done
[ "$bad" = 0 ] && echo "ok   catalogues: whole, formats agree" && exit 0
echo "FAIL catalogues: make po, then translate what is empty in src/po"
exit 1
