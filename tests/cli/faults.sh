#!/bin/sh
# What the world does to $DEPECHE: a file that may not grow, a home that cannot be written, an error
# in the middle of a file, a file that changes while it is read, too little memory.  Each is told in
# one line; what was there is there still; the rest is read.
. "$(dirname "$0")/checks.sh"
mkdir bad

# told CODE WORDS: that exit code, and one line with those words.
told() { [ "$code" = "$1" ] && [ "$(wc -l <err)" = 1 ] && grep -q "$2" err; }

# --- a file that may not grow further, as on a full disk
echo 'what was there' >made.jsonl
(ulimit -f 8 && exec "$DEPECHE" export --format=jsonl -o made.jsonl archive) >out 2>err
code=$?
check 'an export that does not fit is told' told 2 'made.jsonl: '
check 'what was there before is there still' grep -qx 'what was there' made.jsonl
check 'nothing half-written lies beside it' test "$(ls -d made* | wc -l)" = 1
(ulimit -f 8 && exec "$DEPECHE" export --format=jsonl archive) >printed 2>err
code=$?
check 'so is output that does not fit' told 2 'standard output: '
if [ -c /dev/full ]; then
	"$DEPECHE" export --format=md -o /dev/full archive >out 2>err
	code=$?
	check 'an export to a full device is told' told 2 '/dev/full: '
fi

# --- a home that cannot be
HOME=/dev/null "$DEPECHE" list archive >out 2>err
code=$?
check 'a home that is no folder keeps nobody from reading' test "$code $(wc -l <out)" = '0 5'

# --- an error in the middle of a file: memory at address 0 cannot be read
if [ -e /proc/self/mem ]; then
	cp archive/000_* bad
	ln -s /proc/self/mem bad/mem.txt
	# By its own name too, for a link alone does not lead out of the archive.
	"$DEPECHE" problems bad /proc/self/mem >out 2>err
	check 'a file that cannot be read is a problem' grep -q 'mem.*: .*error' out
	"$DEPECHE" list bad /proc/self/mem >out 2>err
	code=$?
	check 'the rest is read' test "$code $(wc -l <out)" = '0 1'
	check 'and one line says that there is more' told 0 '1 file could not be read'
fi

# --- files that grow, shrink and go away while they are read
mkdir moving
cp archive/*.txt moving
(
	while [ ! -e done ]; do
		: >moving/a.txt
		cat archive/*.txt >>moving/a.txt
		mv moving/a.txt moving/b.txt
		rm -f moving/b.txt
	done
) 2>/dev/null &
mover=$!
i=0 sound=0
while [ $i -lt 20 ]; do
	"$DEPECHE" export --format=jsonl moving >out 2>err
	[ $? = 0 ] && [ "$(grep -c '^{[^{]*"path":"moving/00' out)" = 5 ] && sound=$((sound + 1))
	i=$((i + 1))
done
touch done
wait $mover
check 'what stays is read while other files change' test "$sound" = 20

# --- too little memory; the sanitizers need more than any limit
if ! LC_ALL=C grep -q __asan_init "$DEPECHE"; then
	mkdir large
	# More than the threads of a large machine need, less than the articles.
	for town in Lorient Vannes; do
		yes "Le maire de $town, Paul Kerven, a promis mardi une halle couverte." |
			head -c 60000000 >large/$town.txt
	done
	(ulimit -v 700000 && exec "$DEPECHE" list large) >out 2>err
	check 'too little memory is told' grep -qx 'depeche: out of memory' err
fi

echo "faults: $passed passed, $failed failed"
[ "$failed" = 0 ]
