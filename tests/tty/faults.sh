#!/bin/sh
# What the world does to the program while it is on the screen: disks that are full, a home that
# cannot be written, files that are cut, memory that runs out.  Each time a message, a whole
# terminal, and nothing lost.   faults.sh SCENE PROGRAM
set -u
scene=$1 program=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
failed=0
mkdir "$work/archive"
cp "$root"/seeds/*.txt "$work/archive"
archive=$work/archive

# plays NAME LIMIT: the scene on standard input, the program under that limit of the shell.
plays() {
	printf '#!/bin/sh\n%s\nexec "%s" "$@"\n' "$2" "$program" >"$work/limited"
	chmod +x "$work/limited"
	cat >"$work/$1.scene"
	"$scene" "$work/limited" "$work/$1.scene" >"$work/out" 2>&1 && return
	failed=$((failed + 1))
	echo "FAIL $1" >&2
	cat "$work/out" >&2
}

# --- a disk that is full: the journal cannot grow, and what it had is there the next time
plays before-full : <<-END
	env XDG_DATA_HOME=$work/data
	run 100x30 $archive
	loaded
	key .
	see "★ Le Kremlin"
	key Q
	exit 0
	restored
END
# Enough to open it and for a change or two.
plays full 'ulimit -f 66' <<-END
	env XDG_DATA_HOME=$work/data
	run 100x30 $archive
	loaded
	see "★ Le Kremlin"
	key j . . . . . . . . . . . . . .
	see "kept until the end only: the mark could not be saved"
	key :
	type "export $work/made.jsonl"
	key Enter
	see "not written: $work/made.jsonl: File too large"
	key :
	type "export $work/made.sqlite"
	key Enter
	see "not written: $work/made.sqlite"
	key n
	key Q
	restored
END
plays after-full : <<-END
	env XDG_DATA_HOME=$work/data
	run 100x30 $archive
	loaded
	see "★ Le Kremlin"
	key Q
	exit 0
	restored
END
[ -z "$(ls -d "$work"/made* 2>/dev/null)" ] || {
	failed=$((failed + 1))
	echo "FAIL a file that did not fit was left behind" >&2
}

# --- no room at all: what is read is read, and that nothing was kept is told in the end
plays no-room 'ulimit -f 1' <<-END
	env XDG_DATA_HOME=$work/data
	run 100x30 $archive
	loaded
	key j .
	see "starred"
	key Q
	exit 0
	see "marks were not kept"
	restored
END

# --- a home that cannot be written: a file stands where its folders would be made
: >"$work/home"
plays no-home : <<-END
	env HOME=$work/home
	run 100x30 $archive
	loaded
	key .
	see "starred"
	key :
	type "set theme mono"
	key Enter
	key :
	type "export $work/made.csv"
	key Enter
	see "5 articles written to"
	key Q
	exit 0
	see "marks were not kept"
	restored
END

# --- files that are cut or gone while they are on the screen, and one that cannot be read on
cp -r "$archive" "$work/cut"
plays cut : <<-END
	run 100x30 $work/cut
	loaded
	key |
	type "cd $work/cut; for f in 001* 002*; do : >\$f; done; rm 003*"
	key Enter
	see "done"
	key j Enter
	see "Lavrov"
	key Esc F5
	reloaded
	see "2 articles"
	key :
	type "problems"
	key Enter
	see "empty"
	key Q
	exit 0
	restored
END
ln -s /proc/self/mem "$archive/memory.txt"
plays read-error : <<-END
	run 100x30 $archive /proc/self/mem
	loaded
	see "5 articles"
	key :
	type "problems"
	key Enter
	see "mem"
	see "error"
	key Q
	exit 0
	restored
END

# --- memory that runs out; the sanitizers need more than any limit
if ! LC_ALL=C grep -q __asan_init "$program"; then
	mkdir "$work/large"
	# More than the threads of a large machine need, less than the articles.
	for town in Lorient Vannes; do
		yes "Le maire de $town, Paul Kerven, a promis mardi une halle couverte." |
			head -c 60000000 >"$work/large/$town.txt"
	done
	plays memory 'ulimit -v 700000' <<-END
		run 100x30 $work/large
		exit 134
		see "out of memory"
		restored
	END
fi

[ "$failed" = 0 ] || exit 1
echo "ok   faults on the screen"
