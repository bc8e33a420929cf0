#!/bin/sh
# The scorers of the folder that DEPECHE_SHARED names, with the floors reached so far: a floor
# may only rise.  Prints SKIP where the folder is absent.
#   scores.sh PROGRAM
set -u
program=$1
shared=${DEPECHE_SHARED:-../shared}
if [ ! -d "$shared/eval" ]; then
	echo "SKIP scores: 5 scorers not run, there is no $shared/eval"
	exit 0
fi
bad=0

score() { # NAME ARG...
	name=$1
	shift
	if "$shared/eval/$name" --program "$program" "$@" >"$out" 2>&1; then
		echo "ok   $name: $(tail -n 1 "$out")"
	else
		cat "$out"
		echo "FAIL $name $*"
		bad=1
	fi
}

out=$(mktemp)
trap 'rm -f "$out"' EXIT
score score-seeds --except roles --except named-by-role --except quotes --except days --except events
exit $bad
