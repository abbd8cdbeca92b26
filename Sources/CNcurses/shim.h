// ncurses with wide characters, and one-line inlines for what Swift cannot import: macros and globals.
#ifndef STRATA_CNCURSES_SHIM_H
#define STRATA_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <term.h>
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

static inline int strata_wcwidth(wchar_t c) { return wcwidth(c); }

#endif
