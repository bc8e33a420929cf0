#!/bin/sh
# Prints how long things take: a whole load, the first screen, every key while the archive loads.
#   bench.sh PROGRAM SCENE-PLAYER RELATED FOLDER
set -eu
program=$1 scene=$2 related=$3 folder=$4

seconds() { # COMMAND… -> wall seconds
	start=$(date +%s.%N)
	"$@" >/dev/null
	end=$(date +%s.%N)
	echo "$start $end" | awk '{ printf "%.2f", $2 - $1 }'
}

# Crowds: all of one day, all the same text.
for archive in day copies; do
	articles=$(find "$folder/$archive" -type f | wc -l)
	echo "$archive: $articles articles"
	"$related" "$folder/$archive"
	echo "  load and list    $(seconds "$program" list --limit=1 "$folder/$archive") s"
	echo "  load and related $(seconds "$program" related 5 "$folder/$archive") s"
done

for archive in generated varied; do
	articles=$(find "$folder/$archive" -type f | wc -l)
	megabytes=$(du -sk --apparent-size "$folder/$archive" | awk '{ printf "%.0f", $1 / 1024 }')
	echo "$archive: $articles articles, $megabytes MB"
	echo "  plain read       $(seconds sh -c "find '$folder/$archive' -type f -print0 | xargs -0 cat") s"
	echo "  load and list    $(seconds "$program" list --limit=1 "$folder/$archive") s"
	cat >"$folder/$archive.scene" <<EOF
run 120x36 $folder/$archive
wait
key j j j k Tab j j Tab j k Space Space < ? q r q
type /traité
key Enter n n Esc ) ) (
type fnégociation
key Enter C J J K K
busy j j J k d u Space r Down Esc Esc f a Esc a Down Esc G g ) n K
loaded
key j j J K g G Q
exit 0
restored
EOF
	"$scene" -t "$program" "$folder/$archive.scene" | awk -v archive="$archive" '
		/first screen/ { print "  first screen     " $1 " ms"; next }
		$3 == "Q" { next } # the end of the program is no answer on the screen
		/^ok|^FAIL/ { print "  " $0; next }
		{ n++; t[n] = $1; if ($1 > worst) { worst = $1; key = $3 } }
		END { for (i = 2; i <= n; i++) { v = t[i]; for (j = i - 1; j > 0 && t[j] > v; j--) t[j + 1] = t[j]; t[j + 1] = v }
			printf "  keys while loading: %d, median %.2f ms, 95 %% %.2f ms, worst %.2f ms (%s)\n", n, t[int((n + 1) / 2)], t[int(n * .95)], worst, key }'
done
