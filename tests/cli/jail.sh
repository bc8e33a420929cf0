#!/bin/sh
# The jail of $DEPECHE seen from outside: what it says of itself, what it refuses to read and write,
# what still works.  Where the system has no such lock, that is said and counted as skipped.
. "$(dirname "$0")/checks.sh"
skipped=0
mkdir elsewhere many
cp "$root"/seeds/004_* elsewhere/secret.txt
ln -s ../elsewhere/secret.txt archive/link.txt
ln -s ../elsewhere archive/folder

skip() {
	skipped=$((skipped + $1))
	echo "SKIP: $2"
}

"$DEPECHE" --version >out 2>err
check 'the version tells what keeps it in' grep -Eq '^kept in by: (Landlock ABI [0-9]+|no Landlock), (no )?seccomp$|^kept in by: nothing, ' out
version=$(cat out)

DEPECHE_JAIL=off "$DEPECHE" --version >out 2>err
check 'and that it is not kept in' grep -q '^kept in by: nothing, ' out

# --- files
case $version in
*'Landlock ABI'*)
	"$DEPECHE" problems archive >out 2>err
	check 'a link out of the archive is a problem' grep -q 'link.txt: a link that leads out' out
	check 'so is one to a folder' grep -q 'folder: a link that leads out' out
	"$DEPECHE" list archive >out 2>err
	check 'neither is read' test "$(wc -l <out)" = 5
	"$DEPECHE" list archive elsewhere >out 2>err
	check 'where the place is named too, it is' test "$(wc -l <out)" = 6
	;;
*) skip 4 'no Landlock here' ;;
esac

# --- calls: the state of a program that waits for its reader
case $version in
*', seccomp'*)
	for i in 1 2 3 4 5 6 7 8 9; do cp -r archive many/$i; done
	mkfifo results
	# shellcheck disable=SC2016
	(echo "x$i" >>many/1/000_*; exec sh -c 'echo $$ >pid; exec "$DEPECHE" export --format=json many' >results 2>err) &
	exec 3<results
	read -r line <&3
	cat "/proc/$(cat pid)/status" >status
	exec 3<&-
	wait
	check 'no call is free' grep -qx 'Seccomp:[^0-9]*2' status
	check 'no right is gained' grep -qx 'NoNewPrivs:[^0-9]*1' status
	check 'in no thread' test "$(grep '^Threads' status | tr -dc 0-9)" -ge 1
	;;
*) skip 3 'no seccomp here' ;;
esac

# --- what the user asks for works
for format in md csv json jsonl bib sqlite; do
	"$DEPECHE" export --format=$format -o made.$format archive >out 2>err
	check "an export as $format" test -s made.$format
done
check 'with the rights of a new file' test "$(ls -l made.md | cut -c1-10)" = "$(umask 022; : >new; ls -l new | cut -c1-10)"
mkdir -p "$HOME/dotfiles" "$HOME/.config/depeche"
echo 'set snippets no-such' >"$HOME/dotfiles/depeche"
ln -s ../../dotfiles/depeche "$HOME/.config/depeche/config"
"$DEPECHE" list archive >out 2>err
check 'settings that are a link are read' grep -q 'dotfiles\|config' err
i=0
check 'nothing is left beside a file' test "$(ls -d made* | wc -l)" = 6

echo "jail: $passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
