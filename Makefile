# Makefile -- builds, tests and installs gongshi.  GNU make; `make help`.

VERSION	= 0.1.0

PREFIX	?= /usr/local
bindir	?= $(PREFIX)/bin
datadir	?= $(PREFIX)/share
mandir	?= $(datadir)/man
localedir ?= $(datadir)/locale
alertlocaledir ?= $(localedir)
sysconfdir ?= $(if $(filter /usr,$(PREFIX)),/etc,$(PREFIX)/etc)
# Desktops look in /etc/xdg, also for what lies in /usr/local.
autostartdir ?= $(if $(filter /usr /usr/local,$(PREFIX)),/etc,$(sysconfdir))/xdg/autostart
pkgdatadir = $(datadir)/gongshi
examplesdir ?= $(datadir)/doc/gongshi/examples
systemddir ?= $(PREFIX)/lib/systemd/system
userunitdir ?= $(PREFIX)/lib/systemd/user
icondir	?= $(datadir)/icons/hicolor
sysusersdir ?= $(PREFIX)/lib/sysusers.d
tmpfilesdir ?= $(PREFIX)/lib/tmpfiles.d

CFLAGS	?= -O2 -g
INSTALL	?= install
PKG_CONFIG ?= pkg-config
SETUP	?= contrib/setup
SAN	?=
WERROR	?=
V	?=
T	?=

# Each compiler and each set of sanitizers has a folder of its own, so that
# none disturbs another: build, build/clang, build/san-address-undefined ...
comma	:= ,
empty	:=
space	:= $(empty) $(empty)
variant	:= $(filter-out cc gcc,$(notdir $(lastword $(CC)))) \
	$(if $(SAN),san-$(subst $(comma),-,$(SAN)))
variant	:= $(subst $(space),-,$(strip $(variant)))
B	?= build$(if $(variant),/$(variant))

all: $(B)/gongshi $(B)/gongshi-alert data

PKGS	= libical sqlite3 yaml-0.1 libmd xlsxwriter libzip expat libqrencode
ALERT_PKGS = libical libnotify

# For its header: it is not linked (src/hub/libpq.h).  Where it is absent,
# src/hub/absent.c stands for the files that ask for it.
HUB_PKGS = libpq

WARN	= -Wall -Wextra -Wpedantic -Wconversion -Wshadow \
	-Wstrict-prototypes -Wmissing-prototypes $(if $(WERROR),-Werror)
DEFS	= -D_XOPEN_SOURCE=700 -DGONGSHI_VERSION='"$(VERSION)"' \
	-DGONGSHI_BINDIR='"$(bindir)"' \
	-DGONGSHI_DATADIR='"$(pkgdatadir)"' \
	-DGONGSHI_SYSCONFDIR='"$(sysconfdir)"' \
	-DGONGSHI_LOCALEDIR='"$(localedir)"'
ifeq ($(SAN),)
HARDEN	= -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
HARDENL	= -pie -Wl,-z,relro,-z,now
else
HARDEN	= -O1 -fno-omit-frame-pointer -fsanitize=$(SAN) \
	-fno-sanitize-recover=all
HARDENL	= -fsanitize=$(SAN)
endif
COMPILE	= $(CC) -std=c17 $(WARN) -Isrc $(DEFS) $(CPPFLAGS) \
	$(PKG_CFLAGS) $(CFLAGS) $(HARDEN)
LINK	= $(CC) $(CFLAGS) $(HARDENL) -Wl,--as-needed $(LDFLAGS)

# Say what is done in a word; with V=1, the command.
Q	:= $(if $(V),,@)
say	= $(if $(V),,@echo "  $(1)	$(patsubst $(B)/%,%,$@)")

# What there is

SRC	:= $(filter-out src/alert/%,$(wildcard src/*/*.c))
OBJ	:= $(SRC:src/%.c=$(B)/obj/%.o)
ALERT	:= $(patsubst src/%.c,$(B)/obj/%.o,$(wildcard src/alert/*.c))
ALERTLIB := $(filter-out %/main.o %/talker.o,$(ALERT))
MO	:= $(patsubst src/po/%.po,$(B)/locale/%/LC_MESSAGES/gongshi.mo,\
	$(wildcard src/po/*.po))
LINKS	:= $(addprefix $(B)/,$(wildcard rules calendars sample))
MAN	:= $(wildcard src/man/*.[1-8] src/man/*/*.[1-8])

# tests/unit/test_X.c, tests/prop/prop_X.c, tests/fuzz/fuzz_X.c: a program
# each.  Other files of tests/unit and tests/prop are linked into all there.
UNIT	:= $(wildcard tests/unit/test_*.c)
PROP	:= $(wildcard tests/prop/prop_*.c)
FUZZ	:= $(if $(wildcard tests/fuzz/replay.c),$(wildcard tests/fuzz/fuzz_*.c))
tobj	= $(patsubst tests/%.c,$(B)/obj/tests/%.o,$(1))
UNITLIB	:= $(call tobj,$(filter-out $(UNIT),$(wildcard tests/unit/*.c)))
PROPLIB	:= $(call tobj,$(filter-out $(PROP),$(wildcard tests/prop/*.c)))
FUZZLIB	:= $(call tobj,$(if $(findstring fuzzer,$(SAN)),,tests/fuzz/replay.c))
TESTS	:= $(patsubst tests/%.c,$(B)/tests/%,$(UNIT) $(PROP) $(FUZZ))
BENCH	:= $(addprefix $(B)/tests/bench/,generate bare days unpack \
	$(if $(wildcard /usr/include/ql/quantlib.hpp),quantlib))
TESTOBJ	:= $(call tobj,$(UNIT) $(PROP) $(FUZZ) $(wildcard tests/bench/*.c)) \
	$(UNITLIB) $(PROPLIB) \
	$(if $(FUZZ),$(FUZZLIB))

# What the goals need is looked for before anything is made, and where
# nothing was ever made also what building needs: so that what is to be run by
# hand, if anything is, is the last that one reads.

goals	:= $(or $(MAKECMDGOALS),all)
needs	:= $(if $(filter check,$(goals)),--test) \
	$(if $(filter demo,$(goals)),--demo) \
	$(if $(filter deb,$(goals)),--deb) \
	$(if $(filter check-deb,$(goals)),--check-deb) \
	$(if $(filter-out clean help pot po deb check-deb,$(goals)),\
	$(if $(wildcard $(B)/config.mk),,--build))
define newline


endef
line	:=
$(foreach n,$(needs),$(if $(line),,$(eval line := \
	$(shell $(SETUP) $(n) || echo ' '))))
ifneq ($(line),)
# make ends what it says with a stop: behind the line it is a comment.
$(error setup$(if $(strip $(line)),$(newline)$(newline)$(strip $(line))  #))
endif

# The libraries' flags.

ifneq ($(filter-out clean help pot po deb check-deb,$(goals)),)
include $(B)/config.mk
endif

$(B)/config.mk: contrib/setup Makefile
	@$(SETUP) --build
	@mkdir -p $(@D)
	@cflags=$$($(PKG_CONFIG) --cflags $(PKGS)) && \
	    libs=$$($(PKG_CONFIG) --libs $(PKGS)) && \
	    printf 'PKG_CFLAGS = %s\nPKG_LIBS = %s\n' "$$cflags" "$$libs" >$@.tmp
	@cflags=$$($(PKG_CONFIG) --cflags $(ALERT_PKGS)) && \
	    libs=$$($(PKG_CONFIG) --libs $(ALERT_PKGS)) && \
	    printf 'ALERT_CFLAGS = %s\nALERT_LIBS = %s\n' "$$cflags" "$$libs" \
	    >>$@.tmp
	@if $(PKG_CONFIG) --exists $(HUB_PKGS); then printf \
	    'HUB = yes\nHUB_CFLAGS = %s\n' \
	    "$$($(PKG_CONFIG) --cflags $(HUB_PKGS))" >>$@.tmp; fi
	@mv $@.tmp $@

# `make HUB= B=build/bare` builds without a hub where libpq is.
HUB_ABSENT = absent address
hubless	:= $(filter-out $(HUB_ABSENT:%=$(B)/obj/hub/%.o),$(filter \
	$(B)/obj/hub/%,$(OBJ)))
OBJ	:= $(filter-out $(if $(HUB),$(B)/obj/hub/absent.o,$(hubless)),$(OBJ))
PKG_LIBS += $(if $(HUB),-ldl)

$(B)/obj/hub/%: PKG_CFLAGS += $(HUB_CFLAGS)

# Stamps: a file that changes when the flags, or the list of sources, do.

$(B)/flags: export STAMP = $(COMPILE) $(LINK)
$(B)/objects: export STAMP = $(sort $(OBJ) $(ALERT))
$(B)/flags $(B)/objects: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' "$$STAMP" | cmp -s - $@ || printf '%s\n' "$$STAMP" >$@

# The program

$(B)/gongshi: $(OBJ) $(B)/objects
	$(call say,LINK)
	$(Q)$(LINK) -o $@ $(OBJ) $(PKG_LIBS)

# The alerter: a program of its own, and the only one that knows the desktop.

# It hashes nothing, and does not link libmd.
$(B)/gongshi-alert: $(ALERT) $(filter-out $(B)/obj/base/hash.o,$(filter \
    $(B)/obj/base/% $(B)/obj/time/% $(B)/obj/folder/%,$(OBJ))) $(B)/objects
	$(call say,LINK)
	$(Q)$(LINK) -o $@ $(filter %.o,$^) $(ALERT_LIBS)

$(B)/libalert.a: $(ALERTLIB) $(B)/objects
	$(call say,AR)
	$(Q)rm -f $@ && $(AR) rcs $@ $(filter %.o,$^)

$(B)/obj/alert/%: PKG_CFLAGS = $(ALERT_CFLAGS)
$(B)/obj/alert/%: DEFS += -UGONGSHI_LOCALEDIR \
	-DGONGSHI_LOCALEDIR='"$(alertlocaledir)"'

$(B)/libgongshi.a: $(filter-out $(B)/obj/cmd/main.o,$(OBJ)) $(B)/objects
	$(call say,AR)
	$(Q)rm -f $@ && $(AR) rcs $@ $(filter %.o,$^)

$(B)/obj/%.o: src/%.c $(B)/flags
	$(call say,CC)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -MMD -MP -c -o $@ $<

lib: $(B)/libgongshi.a

# What lies beside the program, so that it runs from the tree: messages,
# and links to the rules and the calendars.

data: $(MO) $(LINKS)

$(B)/locale/%/LC_MESSAGES/gongshi.mo: src/po/%.po
	$(call say,MSGFMT)
	@mkdir -p $(@D)
	$(Q)msgfmt --check -o $@ $<

$(LINKS): $(B)/%: | $(B)/config.mk
	@ln -sfn "$$(realpath --relative-to=$(B) $*)" $@

# Translations

XGETTEXT = xgettext --language=C --from-code=UTF-8 -k -k_ -kN_ \
	-ktext_plural:1,2 -ktext_say_plural:2,3 -ktold_plural:2,3 \
	--add-comments=TRANSLATORS --add-location=file \
	--sort-by-file --package-name=gongshi --package-version=$(VERSION)

pot:
	@mkdir -p src/po
	$(XGETTEXT) -o - $(sort $(wildcard src/*/*.[ch])) | \
	    sed '/^"POT-Creation-Date:/d' >src/po/gongshi.pot.tmp
	@mv src/po/gongshi.pot.tmp src/po/gongshi.pot

po: pot
	@for f in $(wildcard src/po/*.po); do \
	    msgmerge --quiet --update --backup=none --no-fuzzy-matching \
	    --add-location=file "$$f" src/po/gongshi.pot || exit 1; done

# Tests

$(B)/obj/tests/%.o: tests/%.c $(B)/flags
	$(call say,CC)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -Itests -MMD -MP -c -o $@ $<

$(B)/tests/unit/%: $(B)/obj/tests/unit/%.o $(UNITLIB) $(B)/libgongshi.a
	$(call say,LINK)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $^ $(PKG_LIBS) -lcmocka

$(B)/tests/unit/test_alert%: $(B)/obj/tests/unit/test_alert%.o $(UNITLIB) \
    $(B)/libalert.a $(B)/libgongshi.a
	$(call say,LINK)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $^ $(PKG_LIBS) -lcmocka

$(B)/tests/prop/%: $(B)/obj/tests/prop/%.o $(PROPLIB) $(B)/libgongshi.a
	$(call say,LINK)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $^ $(PKG_LIBS) -lcmocka

$(B)/tests/fuzz/fuzz_alert: $(B)/obj/tests/fuzz/fuzz_alert.o $(FUZZLIB) \
    $(B)/libalert.a $(B)/libgongshi.a
	$(call say,LINK)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $^ $(PKG_LIBS)

$(B)/tests/fuzz/%: $(B)/obj/tests/fuzz/%.o $(FUZZLIB) $(B)/libgongshi.a
	$(call say,LINK)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $^ $(PKG_LIBS)

tests: all lib $(TESTS)

# `make CC=clang SAN=fuzzer,address,undefined fuzz` links libFuzzer instead
# of the replay of the corpus.
fuzz: $(filter $(B)/tests/fuzz/%,$(TESTS))

check:
	@$(MAKE) --no-print-directory tests
	@B='$(B)' CC='$(CC)' SAN='$(SAN)' tests/run $(T)

# Measuring; see tests/bench/bench.  What it compares with may be absent.

$(B)/tests/bench/generate $(B)/tests/bench/bare: $(B)/obj/tests/bench/region.o

$(B)/tests/bench/%: $(B)/obj/tests/bench/%.o $(B)/libgongshi.a
	$(call say,LINK)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $^ $(PKG_LIBS)

$(B)/tests/bench/quantlib: tests/bench/quantlib.cpp
	$(call say,CXX)
	@mkdir -p $(@D)
	$(Q)$(CXX) $(CFLAGS) -o $@ $< -lQuantLib

bench:
	@$(SETUP) --bench || :
	@$(MAKE) --no-print-directory all bench-programs
	@B='$(B)' SCALE='$(SCALE)' RUNS='$(RUNS)' SEED='$(SEED)' \
	    KEEP='$(KEEP)' ONLY='$(ONLY)' tests/bench/bench

bench-programs: $(BENCH)

demo:
	@$(MAKE) --no-print-directory all
	@B='$(B)' GONGSHI_BIN='$(abspath $(B))' contrib/demo/run

# Installing

D	= $(DESTDIR)

# install_text,FROM,TO: with the places of this installation in it.
install_text = $(INSTALL) -d $(D)$(dir $(strip $(2))) && sed \
	-e 's,/usr/bin/gongshi,$(bindir)/gongshi,g' \
	-e 's,/usr/share/gongshi,$(pkgdatadir),g' \
	-e 's,/etc/gongshi/,$(sysconfdir)/gongshi/,g' $(1) \
	>$(D)$(strip $(2)) && chmod 644 $(D)$(strip $(2))

install: all
	$(INSTALL) -d $(D)$(bindir)
	$(INSTALL) -m 755 $(B)/gongshi $(D)$(bindir)/gongshi
	$(INSTALL) -m 755 $(B)/gongshi-alert $(D)$(bindir)/gongshi-alert
	@$(foreach f,service timer,$(call install_text,\
	    contrib/desktop/gongshi-alert.$(f),\
	    $(userunitdir)/gongshi-alert.$(f)) &&) :
	$(INSTALL) -D -m 644 contrib/desktop/gongshi-alert.desktop \
	    $(D)$(datadir)/applications/gongshi-alert.desktop
	$(INSTALL) -D -m 644 contrib/desktop/autostart.desktop \
	    $(D)$(autostartdir)/gongshi-alert.desktop
	$(INSTALL) -D -m 644 contrib/desktop/gongshi.svg \
	    $(D)$(icondir)/scalable/apps/gongshi.svg
	$(INSTALL) -D -m 644 contrib/desktop/gongshi-symbolic.svg \
	    $(D)$(icondir)/symbolic/apps/gongshi-symbolic.svg
	@$(foreach d,$(wildcard rules calendars sample),find $(d) -type f \
	    \( -name '*.yaml' -o -path 'sample/*.csv' -o -name '*.ics' -o -path '*/tests/*.txt' \) | \
	    while read -r f; do $(INSTALL) -D -m 644 "$$f" \
	    "$(D)$(pkgdatadir)/$$f" || exit 1; done;)
	@$(B)/gongshi --lang zh rules schema \
	    >$(D)$(pkgdatadir)/rules.schema.json && \
	    chmod 644 $(D)$(pkgdatadir)/rules.schema.json
	@$(foreach f,$(MO:$(B)/locale/%=%),$(INSTALL) -D -m 644 \
	    $(B)/locale/$(f) $(D)$(localedir)/$(f) &&) :
	@$(foreach f,$(MAN:src/man/%=%),$(INSTALL) -D -m 644 src/man/$(f) \
	    $(D)$(mandir)/$(dir $(f))man$(subst .,,$(suffix $(f)))/$(notdir \
	    $(f)) &&) :
	@$(foreach f,$(wildcard contrib/completions/gongshi*),$(INSTALL) -D \
	    -m 644 $(f) \
	    $(D)$(datadir)/bash-completion/completions/$(notdir $(f)) &&) :
	$(INSTALL) -d $(D)$(sysconfdir)/gongshi/rules \
	    $(D)$(sysconfdir)/gongshi/calendars
	@$(call install_text,contrib/etc/README,$(sysconfdir)/gongshi/README)
	@$(foreach f,$(wildcard contrib/systemd/*.service \
	    contrib/systemd/*.timer),$(call install_text,$(f),\
	    $(systemddir)/$(notdir $(f))) &&) :
	@$(call install_text,contrib/systemd/gongshi.sysusers,\
	    $(sysusersdir)/gongshi.conf)
	@$(call install_text,contrib/systemd/gongshi.tmpfiles,\
	    $(tmpfilesdir)/gongshi.conf)
	@$(call install_text,contrib/cron/gongshi,$(examplesdir)/cron)
	@$(foreach f,$(wildcard contrib/web/* contrib/share/*),$(INSTALL) -D \
	    -m $(if $(filter %/township,$(f)),755,644) $(f) \
	    $(D)$(examplesdir)/$(f:contrib/%=%) &&) :

# Debian packages, and a clean root to try them in (as root).

deb:
	@contrib/debian/build '$(B)/deb' '$(VERSION)'

check-deb:
	@B='$(B)' VERSION='$(VERSION)' tests/deb/check

clean:
	rm -rf build

help:
	@echo 'gongshi $(VERSION)'
	@echo '  make             build $(B)/gongshi'
	@echo '  make demo        build, and show what it does on sample data'
	@echo '  make check       build, and run all tests; T=WORD: only suites'
	@echo '                   whose name contains it'
	@echo '  make bench       measure; SCALE=30: a country (8 GB, 20 minutes)'
	@echo '  make install     PREFIX=$(PREFIX), DESTDIR=$(DESTDIR)'
	@echo '  make deb         $(B)/deb/*.deb'
	@echo '  make check-deb   try them in a clean Debian (as root)'
	@echo '  make lib         $(B)/libgongshi.a: all but main'
	@echo '  make pot, po     gather the messages; merge into translations'
	@echo '  make fuzz        the fuzz targets'
	@echo '  make clean       remove build/'
	@echo '  CC=clang  SAN=address,undefined  WERROR=1  V=1  B=FOLDER'

FORCE:
.PHONY: all lib data pot po tests fuzz check bench bench-programs demo
.PHONY: install deb check-deb clean help FORCE
.SECONDARY:
.DELETE_ON_ERROR:

-include $(OBJ:.o=.d) $(ALERT:.o=.d) $(TESTOBJ:.o=.d)
