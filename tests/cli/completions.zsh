# What zsh offers at the end of a line, a word a line: completions.zsh FOLDER LINE.
# An inner zsh has a terminal of its own; what its completion adds is printed between marks.
zmodload zsh/zpty || exit 1
zpty inner zsh -f -i
zpty -w inner "
PROMPT=
fpath=(${(q)1} \$fpath)
autoload -Uz compinit
compinit -D -u
compadd () {
	if [[ -z \${(M)@:#-[OAD]} ]]; then
		local -a offered
		builtin compadd -A offered \"\$@\"
		(( \$#offered )) && print -rl -- '<<'\${^offered}'>>'
	fi
	builtin compadd \"\$@\"
}
zle -C offer list-choices _main_complete
show () { zle offer; print -r -- '<<''END>>'; exit }
zle -N show
bindkey '^X' show
print -r -- '<<''READY>>'"
read_up_to () {
	local all= part
	while [[ $all != *$1* ]] && zpty -r inner part; do all+=$part; done
	print -r -- $all
}
read_up_to '<<READY>>' >/dev/null
zpty -w -n inner $2$'\x18'
read_up_to '<<END>>' | grep -o '<<[^>]*>>' | tr -d '<>\r' | grep -vx END
