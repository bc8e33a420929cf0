#!/bin/sh
# Every variable of the environment that is looked at is in the manual.
set -eu
failed=0
for name in $(grep -rhoE '(getenv\(|folder\()"[A-Z_]+"|_variables\[\] = \{[^}]*' src --include='*.c' |
	grep -oE '"[A-Z_]+"' | tr -d '"' | sort -u); do
	case $name in DEPECHE_TTY_SYNC) continue ;; esac
	grep -q "^\.It Ev.*\b$name\b" man/depeche.1 ||
		{ echo "FAIL man: depeche(1) does not tell of $name" >&2; failed=1; }
done
exit $failed
