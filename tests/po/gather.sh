#!/bin/sh
# Writes the template of the catalogues: every sentence of the source that a reader can see.
# ACTIONS and its like are X-macros whose rows begin as a call of _ does; their help is the fourth.
set -e
find src include -name '*.[ch]' | LC_ALL=C sort | xgettext --files-from=- --from-code=UTF-8 \
	--language=C --no-wrap --sort-by-file --no-location \
	--keyword= --keyword=_:1,1t --keyword=_:4,5t --keyword=N_ --keyword=P_:1,2 \
	--keyword=fail:3 --keyword=say:2 -o - |
	sed -n '/^msgid ""$/,$p' | sed '1,/^$/{
		/^"POT-Creation\|^"PO-Revision\|^"Last-Tr\|^"Language\|^"Project\|^"Report\|^"Plural\|^#/d
		s/CHARSET/UTF-8/
	}'
