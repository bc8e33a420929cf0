# The catalogues of messages: nothing untranslated, formats agree.

.PHONY: catalogues
catalogues:
	@tests/po/check.sh
ifndef SAN
CHECKS += catalogues
endif
