#!/bin/sh
# Every lock has a fixture that must fail: a small tree in fixtures/LOCK on which lint.sh must
# complain, with that lock's name and no other.
set -u
here=$(cd "$(dirname "$0")" && pwd)
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
bad=0 count=0

judge() { # LOCK OUTPUT
	count=$((count + 1))
	if [ -z "$2" ]; then
		echo "lint: the fixture of lock $1 passes" >&2
		bad=1
	elif echo "$2" | grep -qv "^$1: "; then
		echo "lint: the fixture of lock $1 fails for another reason: $2" >&2
		bad=1
	fi
}

for tree in "$here"/fixtures/*/; do
	lock=$(basename "$tree")
	case $lock in
	links | state)
		rm -rf "$build/$lock"
		for source in $(cd "$tree" && find src -name '*.c'); do
			floor=$(basename "$(dirname "$source")")
			object=$build/$lock/obj/$floor/$(basename "$source" .c).o
			mkdir -p "$(dirname "$object")" "$build/$lock/lib"
			${CC:-cc} -c -o "$object" "$tree$source" || bad=1
			${AR:-ar} rcs "$build/$lock/lib/$floor.a" "$object"
		done
		judge "$lock" "$("$here/lint.sh" --objects "$build/$lock")"
		;;
	*) judge "$lock" "$("$here/lint.sh" "$tree")" ;;
	esac
done
locks=$(sed -n 's/^\tonly_in \([a-z]*\) .*/\1/p; s/^lock_\([a-z]*\)() .*/\1/p' "$here/lint.sh" |
	grep -v '^sources$')
for lock in $locks; do
	[ -d "$here/fixtures/$lock" ] || { echo "lint: lock $lock has no fixture" >&2; bad=1; }
done
echo "lint: $count fixtures fail as they must"
exit $bad
