#!/bin/sh
# What each shell completes, where it is installed: completions.sh FOLDER of the completions.
set -u
folder=$1
failed=0 tried=

# expect LABEL WANTED GOT: every word of WANTED is among those of GOT.
expect() {
	for word in $2; do
		printf '%s\n' "$3" | grep -qx -- "$word.*" ||
			{ echo "FAIL $1: no $word in: $(echo "$3" | tr '\n' ' ')" >&2; failed=1; }
	done
}
never() {
	! printf '%s\n' "$3" | grep -qx -- "$2.*" ||
		{ echo "FAIL $1: $2 in: $(echo "$3" | tr '\n' ' ')" >&2; failed=1; }
}

in_bash() { # WORD...: the last one is completed
	bash -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _depeche
		printf "%s\n" "${COMPREPLY[@]}"' "$folder/depeche.bash" "$@"
}
if command -v bash >/dev/null; then
	tried="$tried bash"
	expect 'bash: commands' 'list people stories' "$(in_bash depeche '')"
	expect 'bash: options of a command' '--sort= --json --color=' "$(in_bash depeche list --)"
	never 'bash: no option of another' '--format=' "$(in_bash depeche list --)"
	expect 'bash: values' 'relevance' "$(in_bash depeche list --sort = r)"
	expect 'bash: formats' 'md csv bib' "$(in_bash depeche export --format =)"
fi
in_fish() { fish -N -c "source '$folder/depeche.fish'; complete -C '$1'" 2>/dev/null; }
if command -v fish >/dev/null; then
	tried="$tried fish"
	expect 'fish: commands' 'list people stories' "$(in_fish 'depeche ')"
	expect 'fish: options of a command' '--sort --json --color' "$(in_fish 'depeche list --')"
	never 'fish: no option of another' '--format' "$(in_fish 'depeche list --')"
	expect 'fish: values' '--sort=relevance' "$(in_fish 'depeche list --sort=r')"
fi
in_zsh() { timeout 60 zsh -f tests/cli/completions.zsh "$folder" "$1"; }
if command -v zsh >/dev/null; then
	tried="$tried zsh"
	zsh -n "$folder/_depeche" || failed=1
	expect 'zsh: commands' 'list people stories' "$(in_zsh 'depeche ')"
	expect 'zsh: options of a command' '--sort --json --color' "$(in_zsh 'depeche list --')"
	never 'zsh: no option of another' '--format' "$(in_zsh 'depeche list --')"
	expect 'zsh: values' 'relevance' "$(in_zsh 'depeche list --sort=r')"
	expect 'zsh: formats' 'md csv bib' "$(in_zsh 'depeche export --format=')"
fi
[ -n "$tried" ] || echo "SKIP: no shell to complete in"
[ $failed = 0 ] && echo "ok   completions:$tried"
exit $failed
