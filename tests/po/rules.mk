# The catalogues of messages: nothing untranslated, formats agree.

.PHONY: catalogues
catalogues:
	@tests/po/check.sh
CHECKS += catalogues
