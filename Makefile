# Depeche: build, run, check, install.  `make help` lists the targets.

PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= build
CC ?= cc
AR ?= ar
CLANG ?= clang
SHARED ?= ../shared
export DEPECHE_SHARED ?= $(abspath $(SHARED))

VERSION := 0.1.0
JOBS := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)

# The floors of the house, from the ground up; a floor may use itself and those before it.
FLOORS := base text article extract know store app ui
UPTO_base := base
UPTO_text := text $(UPTO_base)
UPTO_article := article $(UPTO_text)
UPTO_extract := extract $(UPTO_article)
UPTO_know := know $(UPTO_extract)
UPTO_store := store $(UPTO_know)
UPTO_app := app $(UPTO_store)
UPTO_ui := ui $(UPTO_app)

LIBS_base := -lm
LIBS_text := -lunistring -luchardet -lstemmer
LIBS_article := -lxml2 -ljansson -lsqlite3 -lcmark
LIBS_store := -lpthread -lz -lzstd
LIBS_app := -lsqlite3
LIBS_ui := -lncursesw
# Where it is installed the program refuses itself what it never needs (app/jail-calls.c).
ifeq ($(shell pkg-config --exists libseccomp 2>/dev/null && echo yes),yes)
LIBS_app += -lseccomp
SECCOMP_FLAGS := -DDEPECHE_SECCOMP
endif

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wcast-qual -Wwrite-strings -Wformat=2 -Wvla -Wundef -Wswitch-enum \
	-Wnull-dereference -Wimplicit-fallthrough
CFLAGS ?= -O2 -g
# Only -I: pkg-config's other flags for ncursesw would redefine _XOPEN_SOURCE.
PKG_FLAGS := $(shell pkg-config --cflags-only-I ncursesw sqlite3 uchardet libxml-2.0 jansson 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs-only-L ncursesw sqlite3 uchardet libxml-2.0 jansson 2>/dev/null)
ALL_CFLAGS = -std=c11 -D_XOPEN_SOURCE=700 -Iinclude $(PKG_FLAGS) $(SECCOMP_FLAGS) $(WARNINGS) $(CFLAGS) \
	-DDEPECHE_VERSION='"$(VERSION)"' -DDEPECHE_DATADIR='"$(PREFIX)/share/depeche"'
ifdef DEV
ALL_CFLAGS += -Werror
endif
ifdef SAN
BUILD := build-san
ALL_CFLAGS += -fsanitize=address -fsanitize=undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer -DARENA_PIECEWISE
endif
ALL_LDFLAGS = $(PKG_LIBS) $(LDFLAGS)

# What a program of the given floor links: its archives, top first, and their libraries.
archives = $(foreach f,$(UPTO_$(1)),$(BUILD)/lib/$(f).a)
libraries = $(foreach f,$(UPTO_$(1)),$(LIBS_$(f)))

# Commands are shown short; V=1 shows them whole.
ifdef V
Q :=
SAY := @:
else
Q := @
SAY := @echo
endif

.PHONY: all run check check-now check-long check-long-now lint bench fuzz cover man install \
	uninstall deps deps-check deps-long clean help train

all: $(BUILD)/depeche

help:
	@sed -n 's/^## //p' $(firstword $(MAKEFILE_LIST))

## all          build/depeche (DEV=1: warnings are errors; SAN=1: sanitizers, in build-san)
## run          install what is missing, build, open the bundled archive
## check        install what is missing, run every quick test
## check-long   sanitized monkey, fuzzing, hostile archive, valgrind
## lint         the locks of the house, and their fixtures
## bench        print speed figures (N=10000 articles)
## fuzz         fuzz every target (SECONDS=600 each)
## hostile      read FILES=1000 files that mean harm
## cover        line coverage of the unit tests
## man          check the manual pages
## po           the sentences of the source into the catalogues of src/po
## completions  what bash, zsh and fish complete, in build/completions
## install      to DESTDIR/PREFIX;  uninstall takes it away again
## deps         install what the build needs (apt-get), or name it
## train        make the tables that are trained on data, where the data is there
## clean        remove what was built

run:
	@.ci/deps build
	@$(MAKE) --no-print-directory -s -j$(JOBS) all
	@$(BUILD)/depeche seeds

check:
	@.ci/deps build check
	@$(MAKE) --no-print-directory -j$(JOBS) -O check-now

check-long:
	@.ci/deps build check long
	@$(MAKE) --no-print-directory -O check-long-now

deps:
	@.ci/deps build
deps-check:
	@.ci/deps build check
deps-long:
	@.ci/deps build check long

# --- the program ------------------------------------------------------------

define floor_rules
OBJECTS_$(1) := $$(patsubst src/%.c,$$(BUILD)/obj/%.o,$$(wildcard src/$(1)/*.c))
$$(BUILD)/lib/$(1).a: $$(OBJECTS_$(1))
	@mkdir -p $$(@D)
	@rm -f $$@
	$$(Q)$$(AR) rcs $$@ $$^
endef
$(foreach f,$(FLOORS),$(eval $(call floor_rules,$(f))))

$(BUILD)/obj/%.o: src/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  CC    $<'
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Tables that the assembler takes in as they are.
$(BUILD)/obj/extract/tagger-weights.o: src/extract/tagger-weights.bin

# What the program says in French; without msgfmt it says it in English.
CATALOGUES := $(BUILD)/po/fr.mo
$(BUILD)/po/%.mo: src/po/%.po
	@mkdir -p $(@D)
	@if command -v msgfmt >/dev/null; then msgfmt --endianness=little -o $@ $<; else : >$@; fi
$(BUILD)/obj/base/catalogue.o: src/base/catalogue.c $(BUILD)/flags $(CATALOGUES)
	@mkdir -p $(@D)
	$(SAY) '  CC    $<'
	$(Q)$(CC) $(ALL_CFLAGS) -DDEPECHE_CATALOGUE_FRENCH='"$(BUILD)/po/fr.mo"' -MMD -MP -c -o $@ $<

# What decides how files are read, as a checksum: what was kept by another program is not believed.
KEPT_FLOORS := base text article extract know store
$(BUILD)/sources: FORCE $(BUILD)/flags
	@now=$@.$$$$ && cat $(foreach f,$(KEPT_FLOORS),$(sort $(wildcard src/$(f)/*.[ch] src/$(f)/*.bin include/$(f)/*.h))) \
		$(BUILD)/flags | cksum | tr ' ' - >$$now && \
		if cmp -s $$now $@; then rm $$now; else mv $$now $@; fi
$(BUILD)/obj/store/cache-program.o: src/store/cache-program.c $(BUILD)/sources
	@mkdir -p $(@D)
	$(SAY) '  CC    $<'
	$(Q)$(CC) $(ALL_CFLAGS) -DDEPECHE_SOURCES='"'$$(cat $(BUILD)/sources)'"' -MMD -MP -c -o $@ $<

# The sentences of the source into the catalogues: new ones empty, those that are gone left out.
.PHONY: po
po:
	@mkdir -p $(BUILD)/po
	@tests/po/gather.sh >$(BUILD)/po/depeche.pot
	@for po in src/po/*.po; do \
		msgmerge -q --no-wrap --no-fuzzy-matching --backup=none -U $$po \
			$(BUILD)/po/depeche.pot && \
		msgattrib --no-obsolete --no-wrap -o $$po $$po; done

$(BUILD)/depeche: $(BUILD)/obj/main.o $(call archives,ui)
	$(SAY) '  LINK  $@'
	$(Q)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(call libraries,ui)

# Objects are made anew when the flags change.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(ALL_CFLAGS)' | cmp -s - $@ || echo '$(CC) $(ALL_CFLAGS)' > $@
.PHONY: FORCE
FORCE:

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

include tests/rules.mk

# --- completion of shells, from the tables ------------------------------------

$(BUILD)/completions/generate: man/completions/generate.c $(call archives,app) $(BUILD)/flags
	@mkdir -p $(@D)
	$(SAY) '  CC    $<'
	$(Q)$(CC) $(ALL_CFLAGS) -MMD -MP $(ALL_LDFLAGS) -o $@ $< $(call archives,app) \
		$(call libraries,app)

.PHONY: completions
completions: $(BUILD)/completions/generate
	@$< bash >$(BUILD)/completions/depeche.bash
	@$< zsh >$(BUILD)/completions/_depeche
	@$< fish >$(BUILD)/completions/depeche.fish

# --- installing -------------------------------------------------------------

install: all completions
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/depeche/seeds \
		$(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5 \
		$(DESTDIR)$(PREFIX)/share/man/man7 \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions \
		$(DESTDIR)$(PREFIX)/share/zsh/site-functions \
		$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 644 $(BUILD)/completions/depeche.bash \
		$(DESTDIR)$(PREFIX)/share/bash-completion/completions/depeche
	install -m 644 $(BUILD)/completions/_depeche $(DESTDIR)$(PREFIX)/share/zsh/site-functions
	install -m 644 $(BUILD)/completions/depeche.fish \
		$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 644 man/depeche-config.5 $(DESTDIR)$(PREFIX)/share/man/man5
	install -m 644 man/depeche-keys.7 $(DESTDIR)$(PREFIX)/share/man/man7
	install -m 755 $(BUILD)/depeche $(DESTDIR)$(PREFIX)/bin/depeche
	install -m 644 seeds/*.txt $(DESTDIR)$(PREFIX)/share/depeche/seeds
	install -m 644 man/depeche.1 $(DESTDIR)$(PREFIX)/share/man/man1/depeche.1
	install -m 644 man/depeche-people.5 $(DESTDIR)$(PREFIX)/share/man/man5/depeche-people.5
	install -m 644 man/depeche-corrections.5 \
		$(DESTDIR)$(PREFIX)/share/man/man5/depeche-corrections.5
	install -m 644 man/depeche-query.7 $(DESTDIR)$(PREFIX)/share/man/man7/depeche-query.7

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/depeche \
		$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_depeche \
		$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/depeche.fish \
		$(DESTDIR)$(PREFIX)/share/man/man5/depeche-config.5 \
		$(DESTDIR)$(PREFIX)/share/man/man7/depeche-keys.7
	rm -f $(DESTDIR)$(PREFIX)/bin/depeche $(DESTDIR)$(PREFIX)/share/man/man1/depeche.1 \
		$(DESTDIR)$(PREFIX)/share/man/man5/depeche-people.5 \
		$(DESTDIR)$(PREFIX)/share/man/man5/depeche-corrections.5 \
		$(DESTDIR)$(PREFIX)/share/man/man7/depeche-query.7
	rm -rf $(DESTDIR)$(PREFIX)/share/depeche

clean:
	rm -rf build build-san build-fuzz build-cover build-tiny
