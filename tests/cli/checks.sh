# What scripts that try $DEPECHE begin with: a folder of their own, $work, with a home and the
# bundled archive, and counts of what was as it should be.  To be read in by them.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
HOME=$work/home
export HOME
mkdir "$HOME" "$work/archive"
cp "$root"/seeds/*.txt "$work/archive"
cd "$work" || exit 1

check() { # LABEL COMMAND...
	label=$1
	shift
	if "$@" >/dev/null 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $label: $(cat out err 2>/dev/null | head -c 300)" >&2
	fi
}
