#!/bin/sh
# The command line of $DEPECHE: exit codes, where results and messages go, messages of one line,
# JSON that keeps its contract, nothing written where nothing should be.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
passed=0 failed=0
HOME=$work/home
export HOME
mkdir "$HOME" "$work/archive" "$work/empty" "$work/nothing" "$work/bad"
cp "$root"/seeds/*.txt "$work/archive"
cd "$work" || exit 1

fault() { failed=$((failed + 1)); echo "FAIL $1" >&2; }
pass() { passed=$((passed + 1)); }

# expect CODE OUT ERR LABEL ARGUMENT...: OUT and ERR are patterns of grep -E; "" is nothing at all,
# "*" whatever.
expect() {
	code=$1 out=$2 err=$3 label=$4
	shift 4
	"$DEPECHE" "$@" >"$work/out" 2>"$work/err" </dev/null
	got=$?
	if [ "$got" != "$code" ]; then
		fault "$label: exit code $got, not $code: $(head -c 200 "$work/err")"
	elif ! matches "$work/out" "$out"; then
		fault "$label: printed $(head -c 200 "$work/out")"
	elif ! matches "$work/err" "$err"; then
		fault "$label: said $(head -c 200 "$work/err")"
	elif [ "$(wc -l <"$work/err")" -gt 1 ]; then
		fault "$label: a message of several lines"
	else
		pass
	fi
}
matches() {
	case $2 in
	'*') return 0 ;;
	'') [ ! -s "$1" ] ;;
	*) grep -Eq -- "$2" "$1" ;;
	esac
}

# contract KIND COUNT LABEL ARGUMENT...: what is printed are COUNT objects of that kind.
contract() {
	kind=$1 count=$2 label=$3
	shift 3
	"$DEPECHE" "$@" >"$work/out" 2>"$work/err" </dev/null
	got=$(python3 "$here/contract.py" "$kind" <"$work/out" 2>&1)
	if [ "$got" = "$count" ]; then pass; else fault "$label: $got"; fi
}

check() { # LABEL COMMAND...
	label=$1
	shift
	if "$@" >/dev/null 2>&1; then pass; else fault "$label"; fi
}

# --- what is asked of the program itself
expect 0 '^Usage: depeche' '' 'help' --help
expect 0 '^Usage: depeche list' '' 'help of a command' list --help
expect 0 '^depeche [0-9]+\.[0-9]+' '' 'version' --version

# --- refused in one line
expect 2 '' '^depeche: unknown option --jsno; did you mean --json\?$' 'a slip' list --jsno archive
expect 2 '' '^depeche: /no/where: no such file or folder$' 'no such path' list /no/where
expect 2 '' 'did you mean depeche list\?$' 'a command misspelt' lst
expect 2 '' '--filter=person:peskov$' 'a filter in the place of a path' list person:peskov archive
expect 2 '' '^depeche: empty: no article' 'an empty folder' list empty
expect 2 '' 'wants a name' 'a person without a name' person
expect 1 '' 'nobody' 'a person who is not there' person zzzzz archive
expect 2 '' 'wants two articles' 'a comparison with nothing' compare 0
expect 1 '' 'no such article' 'with what is not there' compare 0 nowhere archive
expect 0 '.' '' 'nothing is read yet' list --filter=is:unread archive
expect 1 '' '' 'nothing is starred' list --filter=is:starred archive
check 'a filter of marks makes no journal' test ! -e "$HOME/.local/share/depeche"
expect 1 '' 'character 5: there is no tag' 'no such tag' list --filter=tag:garden archive
expect 1 '' '' 'no story passes' stories --filter=zeppelin archive
expect 2 '' 'md, csv, json' 'a format that is none' export --format=xlsx archive
expect 2 '' 'wants a format' 'an export of no format' export archive
expect 2 '' 'no path on standard input' 'no paths' list -
expect 2 '' '--since=soon' 'no day' list --since=soon archive
expect 2 '' 'several articles' 'a part of several paths' show .txt archive
expect 1 '' 'no such article' 'no article of that number' show 77 archive
expect 1 '' '' 'nothing matches' list --filter=zeppelin archive
expect 2 '' '--color=sometimes: auto, always or never' 'no such colour' --color=sometimes archive

# --- packed files
mkdir packed && for file in archive/*.txt; do gzip -c "$file" >"packed/$(basename "$file").gz"; done
printf '\037\213\010cut' >packed/cut.txt.gz
expect 0 '^4  2024-03-27   Baonghean.vn  Le Kremlin' '1 file could not' 'an archive of packed files' \
	list packed
expect 0 'cut.txt.gz: packed, and' '' 'a packed file that is damaged' problems packed

# --- an export that is refused writes nothing
expect 2 '' '*' 'a wrong filter' export --format=jsonl --since=x -o made.jsonl archive
check 'no file was made' test ! -e made.jsonl
expect 2 '' 'not written over' 'an article as the output' \
	export --format=jsonl -o archive/000_3fa91c07be52d6e8.txt archive
check 'the article is as it was' cmp archive/000_3fa91c07be52d6e8.txt "$root/seeds/000_3fa91c07be52d6e8.txt"
expect 0 '' '' 'an export into a file' export --format=jsonl -o made.jsonl archive
"$DEPECHE" export --format=jsonl archive >printed.jsonl
check 'what is printed and what is written are the same' cmp made.jsonl printed.jsonl
expect 2 '' 'needs a file: -o FILE' 'a database on the standard output' export --format=sqlite archive
expect 0 '' '' 'an export as a database' export --format=sqlite -o made.sqlite archive
check 'the database holds what JSON does' sh -c \
	'python3 "$0" made.sqlite 5 <printed.jsonl' "$here/database.py"
expect 2 '' 'ordinary file' 'a database into a device' export --format=sqlite -o /dev/null archive
expect 2 '' 'made.sqlite.d/a.sqlite: No such file' 'a database in a folder that is not there' \
	export --format=sqlite -o made.sqlite.d/a.sqlite archive

# --- results
expect 0 '^4  2024-03-27   Baonghean.vn  Le Kremlin' '' 'list' list archive
expect 0 '^4  2024-03-27' '' 'no command and no terminal: list' archive
expect 0 'Dmitri Peskov +3 articles' '' 'people' people archive
expect 0 '^  31 Jan 2021≈  “pragmatique et professionnel”' '' 'person' person peskov archive
expect 0 '^1  2021-01-25≈' '' 'related' related 0 archive
expect 0 'same event' '' 'related tells why' related 0 archive
expect 0 '^0  25–26 January 2021  2 articles  ' '' 'stories' stories archive
expect 0 '^   .*Sullivan' '' 'stories tell who' stories archive
expect 0 '^< names alone: .*Zakharova' '' 'compare tells who is in one alone' compare 0 1 archive
expect 0 '^~> ' '' 'compare tells what is told otherwise' compare 000_ 001_ archive
expect 0 '^100 % the same text; paragraphs: 0 told' '' 'compared with itself' compare 2 2 archive
expect 0 'lines of page furniture left out' '' 'show' show 000_ archive
expect 0 '' '' 'no problems' problems archive
contract article 5 'export' export --format=jsonl archive
contract article 2 'export of some' export --format=jsonl --person=poutine archive
contract article 1 'show --json' show --json 3 archive
contract list 5 'list --json' list --json archive
contract list 3 'by a person' list --json --person=peskov archive
contract list 1 'by a source' list --json --source=sputnik archive
contract list 4 'by time' list --json --until=2021 archive
contract person 15 'people --json' people --json archive
contract dossier 1 'person --json' person --json Песков archive
contract quote 10 'quotes --json' quotes --json archive
contract quote 6 'quotes of a person' quotes --json --says=peskov archive
contract list 2 'by who is quoted' list --json --says=peskov archive
contract story 1 'stories --json' stories --json archive
contract compare 1 'compare --json' compare --json 0 1 archive
contract compare 1 'compare --json with itself' compare --json 4 4 archive
contract related 4 'related --json' related --json 0 archive
check 'the same twice' sh -c '"$DEPECHE" export --format=jsonl archive | cmp - printed.jsonl'
printf '%s\n' archive/000_3fa91c07be52d6e8.txt archive/002_e17d4a90c38b5f26.txt >paths
check 'paths on standard input' sh -c 'test "$("$DEPECHE" list - <paths | wc -l)" = 2'

# --- the bundled archive, and the archive read last
expect 0 'Baonghean' '' 'no path: the bundled archive' list
check 'commands note no archive' sh -c '! "$DEPECHE" list | grep -q zeppelin'

# --- the reader's own decisions about people
mkdir -p "$HOME/.local/share/depeche"
people=$HOME/.local/share/depeche/people
printf 'hide Vladimir Poutine\nmerg a: b\nmerge jake-sullivan: Sergueï Lavrov\nsplit x\n' >"$people"
expect 0 '*' 'people: line 2: merg: .* \(and 1 more; depeche problems lists them\)$' \
	'a slip is named with its line' list --person=lavrov archive
check 'what is understood holds' sh -c '"$DEPECHE" people archive | grep -q "^Jake Sullivan *3 articles"'
check 'who is hidden is nobody' sh -c '! "$DEPECHE" people archive | grep -q Poutine'
expect 0 'line 4: split wants' '' 'problems lists every slip' problems archive
: >"$people"
expect 0 'Poutine' '' 'an empty file of decisions' people archive
rm "$people"

# --- what the reader put right
corrections=$HOME/.local/share/depeche/corrections
key=da1b1e8c167d8bf1950d793e54875390 # of seeds/002_…
printf '# a comment\n%s title Premier appel\n%s source Le Journal\n%s day 2021-01-28\n%s nonsense\n' \
	$key $key $key $key >"$corrections"
printf '%s person Joe Biden = Piotr Malenko\n' $key >>"$corrections"
expect 0 'Premier appel' 'corrections: line 5: nonsense: ' 'a wrong line is named, the rest holds' \
	list --source='le journal' --since=2021-01-28 --until=2021-01-28 archive
check 'who is meant is who the reader says' sh -c '"$DEPECHE" people archive 2>/dev/null | grep -q "Piotr Malenko"'
contract article 5 'export with corrections' export --format=jsonl archive
check 'title, day and source say whence they are' sh -c '
	grep -q "\"title\":{\"text\":\"Premier appel\",\"from\":\"reader\"}" out &&
	grep -q "\"date\":\"2021-01-28\".*\"from\":\"reader\"" out &&
	grep -q "\"source_from\":\"reader\"" out'
head -c 20000 /dev/urandom >"$corrections"
check 'any bytes in it leave the archive as it was' sh -c \
	'"$DEPECHE" export --format=jsonl archive 2>/dev/null | cmp - printed.jsonl'
rm "$corrections"

# --- what a page sets apart
mkdir sets
more='the engineers of both banks measured the water once more, as the mayor had asked.'
echo "<html><body><article><h1>A harbour</h1><p>On Monday, $more</p><ol><li>Here, $more<li>There, $more</ol>" \
	"<blockquote><p>Nobody, $more</p></blockquote><ul><li>Then, $more</ul></article></html>" >sets/a.html
"$DEPECHE" export --format=md sets >out 2>err
check 'lists and quotations stay such in Markdown' test "$(grep -Eo '^(1\. Here|2\. There|> Nobody|- Then)' out | tr '\n' ' ')" = '1. Here 2. There > Nobody - Then '

# --- names in the reader's language
mkdir languages
printf 'The president Vladimir Putin arrived in Geneva on Monday for the talks.\n' >languages/en.txt
printf 'Le président Vladimir Poutine est arrivé lundi à Genève pour les pourparlers.\n' >languages/fr.txt
printf 'Президент Владимир Путин прибыл в понедельник в Женеву на переговоры.\n' >languages/ru.txt
shown() { LC_ALL=$1 "$DEPECHE" people languages | cut -d' ' -f1,2; }
for pair in 'fr_FR.UTF-8 Vladimir Poutine' 'en_GB.UTF-8 Vladimir Putin' 'ru_RU.UTF-8 Владимир Путин'; do
	check "shown as ${pair#* }" test "$(shown "${pair%% *}")" = "${pair#* }"
done
french() { LC_ALL=fr_FR.UTF-8 "$DEPECHE" "$@" 2>/dev/null; }
for command in '' list show people person quotes timeline related stories compare export problems; do
	# shellcheck disable=SC2086
	french $command --help >out
	check "help in French: $command" sh -c \
		'grep -q "^Utilisation : " out && ! grep -Eq "Usage|Everywhere|FILTER|PATH" out && [ "$(LC_ALL=C.UTF-8 wc -L <out)" -le 80 ]'
done
french show 0 archive >out
check 'what is left out, in French' grep -qx '\[13 lignes d’habillage de la page laissées de côté\]' out
french compare 0 1 archive >out
check 'what only one names, in French' grep -q '^< parle seul de : ' out
french stories archive >out
check 'stories in French' grep -q '^0  25–26 janvier 2021  2 articles  ' out
check 'another language makes up nothing' test "$(shown pl_PL.UTF-8)" = "$(shown C.UTF-8)"

# --- saved web pages
mkdir pages
cp "$root/tests/fuzz/corpus/html/greve.html" pages
expect 0 '2019-09-15  Le Littoral  Les ferries reprennent la mer' '' 'a web page' list pages
expect 0 '^by Anne Roy$' '' 'its writer' show greve pages
expect 0 '^Quarante embauches' '' 'its body' show greve pages
check 'without menus, comments and the foot' sh -c \
	'! "$DEPECHE" show greve pages | grep -q "Accueil\|Enfin\|Mentions\|phare"'
cat >pages/foire.html <<'PAGE'
<html><title>La foire aux pommes</title><body><article><h1>La foire aux pommes</h1>
<p>La foire aux pommes ouvre ses portes samedi matin sur le quai. Apporter avant tout :</p>
<ul><li>un panier</li><li>des gants</li></ul><p>On y vient ainsi :</p>
<ol><li>par le pont</li><li>par le bac</li></ol>
<blockquote><p>Il viendra du monde, dit le maire aux journalistes.</p><p>Beaucoup.</p></blockquote>
</article></body></html>
PAGE
"$DEPECHE" show foire pages >out
check 'bullets and numbers of lists' test "$(grep -E '^(•|[0-9][.]) ' out | paste -sd/)" = \
	'• un panier/• des gants/1. par le pont/2. par le bac'
check 'quotations have their bar' test "$(grep '^│' out | cut -d' ' -f1,2 | paste -sd/)" = \
	'│ Il/│/│ Beaucoup.'
rm pages/foire.html
contract article 1 'a web page exported' export --format=jsonl pages
python3 -c 'print("<html><body>" + "<div>" * 100000 + "a")' >pages/deep.html
expect 0 'deep.html: .*nested too deep' '*' 'a page without a floor is a problem' problems pages
expect 0 'Les ferries' '*' 'the other is read' list pages

# --- bad input never stops the rest
cp "$root"/seeds/004_9d03b7c5f82ea461.txt bad
: >bad/empty.txt
: >bad/picture.png
mkfifo bad/pipe
ln -s . bad/loop
ln -s /no/where bad/dangling
printf 'a\033]0;title\a\033[31m title \342\200\256 of harm\n\nThe body of it has a sentence. And one more.\n' >'bad/esc.txt'
head -c 3000 /dev/urandom >bad/noise.txt
i=0
while [ $i -lt 256 ]; do
	printf "\\$(printf '%03o' $i)"
	i=$((i + 1))
done >bad/bytes.txt
expect 0 'empty.txt: ' '*' 'an empty file is a problem' problems bad
expect 0 'pipe: ' '*' 'so is a pipe' problems bad
expect 0 '2024-03-27 +Baonghean' '*' 'the rest is read' list bad
check 'what is no UTF-8 is exported as JSON' sh -c \
	'"$DEPECHE" export --format=jsonl bad 2>/dev/null | python3 "$0" article' "$here/contract.py"
check 'problems as JSON' sh -c '"$DEPECHE" problems --json bad 2>/dev/null | python3 "$0" problem' "$here/contract.py"
for command in 'list' 'show esc.txt' 'people' 'related esc.txt' 'stories' 'compare esc.txt noise.txt' 'problems' 'export --format=jsonl' 'list --json'; do
	# shellcheck disable=SC2086
	"$DEPECHE" $command bad 2>&1 | LC_ALL=C tr -d '\n\t' | LC_ALL=C grep -q "$(printf '[\001-\037\177]')" &&
		fault "$command: a control character got out" || pass
done
expect 2 '' '^depeche: nothing: no article to read \(files with problems: 0, passed over: 0\)$' \
	'a folder of nothing' list nothing
mkdir nothing/only
: >nothing/only/empty.txt
expect 2 '' 'files with problems: 1' 'a folder of problems' list nothing
expect 0 'only/empty.txt: ' '*' 'whose problems are told' problems nothing

# --- full devices, no home
if [ -c /dev/full ]; then
	"$DEPECHE" list archive >/dev/full 2>err
	[ $? = 2 ] && grep -q 'No space' err && pass || fault 'a full device is told'
fi
check 'without a home' env -u HOME "$DEPECHE" list archive
check 'without anything' env -i "$DEPECHE" list archive
check 'in a locale with decimal commas' sh -c \
	'LC_ALL=fr_FR.UTF-8 "$DEPECHE" related --json 0 archive | python3 "$0" related' "$here/contract.py"

# --- as somebody who may not read everything
cp "$DEPECHE" "$work/depeche"
chmod 755 "$work" "$work/depeche"
as=
[ "$(id -u)" = 0 ] && as='setpriv --reuid=65534 --regid=65534 --clear-groups'
if [ -z "$as" ] || $as true 2>/dev/null; then
	chmod 000 bad/noise.txt
	# shellcheck disable=SC2086
	$as "$work/depeche" problems bad 2>/dev/null | grep -q 'noise.txt: .*permi' && pass ||
		fault 'a file that may not be read is a problem'
	mkdir -m 000 closed
	# shellcheck disable=SC2086
	$as "$work/depeche" list closed >out 2>err
	[ $? = 2 ] && [ "$(wc -l <err)" = 1 ] && pass || fault 'a folder that may not be read'
fi

echo "cli: $passed passed, $failed failed"
[ "$failed" = 0 ]
