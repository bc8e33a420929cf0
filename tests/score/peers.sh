#!/bin/sh
# What libraries of others reach on the same data in the same run, beside our figures: days by
# chrono-node, persons by fr-compromise, web pages by @mozilla/readability (whose own test pages
# they are), from the folder that DEPECHE_PEERS names (npm install there).  Prints SKIP where they
# or the data are absent; holds nobody to a floor.
#   peers.sh PROGRAM
set -u
program=$1
shared=${DEPECHE_SHARED:-../shared}
peers=${DEPECHE_PEERS:-}
here=$(dirname "$0")

if [ ! -d "$shared/eval" ] || ! command -v node >/dev/null; then
	echo "SKIP peers: no $shared/eval, or no node"
	exit 0
fi
if [ ! -d "$peers/node_modules/chrono-node" ] || [ ! -d "$peers/node_modules/fr-compromise" ]; then
	echo "SKIP peers: DEPECHE_PEERS names no folder with chrono-node and fr-compromise"
	exit 0
fi

row() { # LABEL PROGRAM SCORER ARG...
	label=$1 who=$2 scorer=$3
	shift 3
	echo "$label"
	"$shared/eval/$scorer" --program "$who" "$@" 2>/dev/null |
		awk '$2 == "P" || $1 ~ /^(title|byline|published)/ { print "  " $0 }'
}
row "days, depeche" "$program" score-dates
row "days, chrono-node (fr)" "node $here/peers.mjs $peers days" score-dates
row "persons, depeche (its weights have seen these files)" "$program" score-names "$shared/data/winer-fr/2017"
row "persons, fr-compromise" "node $here/peers.mjs $peers people" score-names "$shared/data/winer-fr/2017"
if [ -d "$peers/node_modules/@mozilla/readability" ] && [ -d "$peers/node_modules/jsdom" ]; then
	row "pages, depeche (its weights have seen these pages)" "$program" score-pages
	row "pages, readability" "node $here/peers.mjs $peers pages" score-pages
fi
