#!/bin/sh
# The locks of the house, checked on the tree ROOT (default: here).  Prints a line for each
# fault, "lock: file:line: what", and exits 1 if there is one.
#   lint.sh [ROOT]            locks on the sources
#   lint.sh --objects BUILD   locks on what was compiled: archives and objects
set -u
here=$(cd "$(dirname "$0")" && pwd)
floors="base text article extract know store app ui"
faults=$(mktemp)
work=$(mktemp -d)
trap 'rm -rf "$faults" "$work"' EXIT

tell() { printf '%s\n' "$1" >>"$faults"; }

# Lines of stripped headers and sources that match PATTERN, outside the files that match ALLOWED.
only_in() { # LOCK ALLOWED-REGEX PATTERN WORDS
	files=$(printf '%s\n' $headers $sources | grep -Evx "$2")
	[ -n "$files" ] || return
	(cd "$work" && awk -v p="$3" -v lock="$1" -v words="$4" \
		'$0 ~ p { printf "%s: %s:%d: %s\n", lock, FILENAME, FNR, words }' $files) >>"$faults"
}

lock_floors() { # main.c may use everything
	awk -v floors="$floors" '
	BEGIN { n = split(floors, names); for (i = 1; i <= n; i++) rank[names[i]] = i }
	FNR == 1 { depth = split(FILENAME, parts, "/"); own = depth > 2 ? rank[parts[2]] : n }
	/^#[ \t]*include[ \t]*"/ {
		split($0, quoted, "\"")
		split(quoted[2], included, "/")
		if (!(included[1] in rank))
			printf "floors: %s: \"%s\" names no floor\n", FILENAME, quoted[2]
		else if (rank[included[1]] > own)
			printf "floors: %s: includes \"%s\" from above\n", FILENAME, quoted[2]
	}' $headers $sources >>"$faults"
}

# Headers that include each other, directly or through others.
lock_cycles() {
	[ -n "$headers" ] || return
	for f in $headers; do
		sed -n "s,^#[ \t]*include[ \t]*\"\([^\"]*\)\".*,include/\1 $f,p" "$f"
	done | tsort >/dev/null 2>"$work/cycle" || true
	grep -q 'loop' "$work/cycle" &&
		tell "cycles: $(tr '\n' ' ' <"$work/cycle")"
}

lock_headers() {
	for f in $headers; do
		printf '#include "%s"\n' "${f#include/}" |
			${CC:-cc} -std=c11 -D_XOPEN_SOURCE=700 -Wall -Wextra -Werror -Iinclude -fsyntax-only -x c - \
				>/dev/null 2>&1 || tell "headers: $f: does not compile alone"
	done
}

lock_sizes() {
	small=$(printf '%s\n' $headers $sources | grep -Ev '(-data|-table|-weights)\.c$')
	awk '
	function judge() { if (lines > 500) printf "sizes: %s: %d lines (500 at most)\n", file, lines }
	FNR == 1 { judge(); file = FILENAME; start = 0 }
	{ lines = FNR }
	/^\{/ { start = FNR }
	/^\}/ {
		if (start && FNR - start > 80)
			printf "sizes: %s:%d: a function of %d lines (80 at most)\n", file, start, FNR - start
		start = 0
	}
	END { judge() }' $small >>"$faults"
	[ -n "$headers" ] || return
	(cd "$work" && awk '
	function judge() { if (n > 12) printf "sizes: %s: %d functions (12 at most)\n", file, n }
	FNR == 1 { judge(); file = FILENAME; n = 0 }
	/^[a-z].*\(/ && !/^(static|typedef|extern|#)/ { n++ }
	END { judge() }' $headers) >>"$faults"
}

word() { printf '(^|[^a-zA-Z0-9_>.])(%s)[ ]*\\(' "$1"; }

lock_sources() {
	# What libraries hand out is freed in the module that wraps them.
	only_in memory 'src/base/.*|src/text/(decode|fold|language|wrap|width|stem)[a-z-]*\.c|src/ui/term[a-z-]*\.c' \
		"$(word 'malloc|calloc|realloc|reallocarray|strdup|strndup|free')" \
		'memory is asked for and given back in floor base alone'
	only_in curses 'src/ui/(term|input)[a-z-]*\.c' '^#[ ]*include[ ]*<(n?cursesw?/)?(n?curses|term)\.h>' \
		'only ui/term.c and ui/input.c know curses'
	only_in sqlite 'src/app/(journal|export)[a-z-]*\.c|include/app/(journal-db|export-file)\.h|src/article/newsboat\.c' '^#[ ]*include[ ]*<sqlite3\.h>' \
		'only the journal, the SQLite reader and writer know SQLite'
	only_in unicode 'src/text/.*' '^#[ ]*include[ ]*<(uni(str|case|norm|width|lbrk|gbrk|wbrk|ctype|conv|types|stdio|name)|uchardet/uchardet|libstemmer)\.h>' \
		'only floor text knows libunistring, uchardet and libstemmer'
	only_in threads '(src|include)/store/(load|work|gather)[a-z-]*\.[ch]' '^#[ ]*include[ ]*<(pthread|threads)\.h>' \
		'threads live in store/load alone'
	only_in printing 'src/main\.c|src/app/batch[a-z-]*\.c' \
		"$(word 'printf|fprintf|vprintf|vfprintf|dprintf|puts|fputs|putc|fputc|putchar|perror|fwrite')" \
		'only main.c and app/batch.c print'
	only_in clock 'src/main\.c|src/ui/loop[a-z-]*\.c' \
		"$(word 'time|gettimeofday|clock_gettime|localtime|localtime_r|gmtime|gmtime_r|clock')" \
		'the clock is read in main.c and ui/loop.c and handed down'
	only_in banned 'none' \
		"$(word 'strcpy|strcat|sprintf|vsprintf|strtok|atoi|atol|atof|system|popen|gets|alloca|setjmp|longjmp')" \
		'a banned function'
	only_in typedefs 'none' '^typedef[ ]+(struct|union)' 'structs keep their name'
}

finish() {
	[ -s "$faults" ] || exit 0
	sort -u "$faults"
	exit 1
}

# --- on what was compiled -----------------------------------------------------

lock_links() { # no archive needs a symbol that a floor above it defines
	for floor in $floors; do
		[ -f "$1/lib/$floor.a" ] || continue
		nm -g "$1/lib/$floor.a" 2>/dev/null | awk 'NF == 3 { print $3 }' | sort -u \
			>"$work/$floor.defined"
		nm -u "$1/lib/$floor.a" 2>/dev/null | awk '$1 == "U" { print $2 }' | sort -u \
			>"$work/$floor.wanted"
	done
	below=
	for floor in $floors; do
		below="$below $floor"
		[ -f "$work/$floor.wanted" ] || continue
		for other in $floors; do
			case " $below " in *" $other "*) continue ;; esac
			[ -f "$work/$other.defined" ] || continue
			comm -12 "$work/$floor.wanted" "$work/$other.defined" | while read -r symbol; do
				tell "links: $floor.a: $symbol is defined above it, in $other.a"
			done
		done
	done
}

lock_state() { # no file-scope variable that is not const, but what ui/term keeps for signals
	for object in $(find "$1/obj" -name '*.o' | sort); do
		case $object in */ui/term*.o) continue ;; esac
		# .data.rel.ro holds constants that the linker must place.
		objdump -t "$object" | awk '/ O / && $(NF - 2) ~ /^(\.data|\.bss|\*COM\*)/ &&
			$(NF - 2) !~ /^\.data\.rel\.ro/ && $NF !~ /^(__|\.)/ { print $NF }' |
			while read -r symbol; do
				tell "state: ${object#"$1"/}: $symbol is a variable at file scope"
			done
	done
}

if [ "${1:-}" = --objects ]; then
	lock_links "$2"
	lock_state "$2"
	finish
fi

cd "${1:-.}" || exit 2
headers=$(find include -name '*.h' 2>/dev/null | sort)
sources=$(find src -name '*.c' 2>/dev/null | sort)
(cd "$work" && printf '%s\n' $headers $sources | sed 's,/[^/]*$,,' | sort -u | xargs mkdir -p)
awk -v out="$work" -f "$here/strip.awk" $headers $sources
lock_floors
lock_cycles
lock_headers
lock_sizes
lock_sources
finish
