#!/bin/sh
# The scorers of the folder that DEPECHE_SHARED names, with the floors reached so far: a floor
# may only rise.  Prints SKIP where the folder is absent.
#   scores.sh PROGRAM
set -u
program=$1
shared=${DEPECHE_SHARED:-../shared}
if [ ! -d "$shared/eval" ]; then
	echo "SKIP scores: 7 scorers not run, there is no $shared/eval"
	exit 0
fi
bad=0

# Of a scorer's table each row's name and F or share; of a list of checks its last line.
figures() {
	awk '$2 ~ /^(P|[01]\.[0-9]+)$/ {
		value = $2
		for (i = 2; i < NF; i++)
			if ($i == "F")
				value = $(i + 1)
		row = row $1 " " value "  "
	}
	{ last = $0 }
	END { print row == "" ? last : row }'
}

score() { # NAME ARG...
	name=$1
	shift
	if "$shared/eval/$name" --program "$program" "$@" >"$out" 2>&1; then
		echo "ok   $name: $(figures <"$out")"
	else
		cat "$out"
		echo "FAIL $name $*"
		bad=1
	fi
}

out=$(mktemp)
trap 'rm -f "$out"' EXIT
score score-seeds
score score-dates --floor both.f=.97
score score-quotes --floor found.f=.98 --floor speaker=.92
score score-events --floor pairs.f=.80 --floor groups.f=.97 --floor hit1=.93 --floor hit5=.98
score score-identities --floor bcubed.f=.96
score score-pages --floor html.f=.98 --floor title=.92 --floor byline=.86 --floor published=.99 --floor lines.f=.87
score score-published --floor right=.93
exit $bad
