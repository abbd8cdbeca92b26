// ncurses with wide characters, and one-line inlines for what Swift cannot import: macros, globals, variadic calls.
#ifndef STRATA_CNCURSES_SHIM_H
#define STRATA_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <ncurses.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <term.h>

// The screen.
static inline SCREEN *strata_newterm(int output) { return newterm(NULL, fdopen(output, "w"), stdin); }
static inline WINDOW *strata_stdscr(void) { return stdscr; }
static inline WINDOW *strata_curscr(void) { return curscr; }
static inline WINDOW *strata_newscr(void) { return newscr; }
static inline int strata_colors(void) { return COLORS; }
// The attributes that the terminal cannot show in colour; −1 where it can show all.
static inline int strata_no_color_video(void) { return tigetnum("ncv"); }

// Attributes.
static inline attr_t strata_bold(void) { return WA_BOLD; }
static inline attr_t strata_dim(void) { return WA_DIM; }
static inline attr_t strata_italic(void) { return WA_ITALIC; }
static inline attr_t strata_underline(void) { return WA_UNDERLINE; }
static inline attr_t strata_reverse(void) { return WA_REVERSE; }
static inline attr_t strata_borders(void) { return WA_ALTCHARSET; }

// A cell of one character; as in `setcchar`, a look is attributes and a colour pair.
static inline cchar_t strata_cell(wchar_t character, attr_t attributes, int pair) {
  const wchar_t text[] = {character, 0};
  cchar_t cell;
  setcchar(&cell, text, attributes, 0, &pair);
  return cell;
}

// The terminal.
static inline int strata_window_size(int descriptor, struct winsize *size) { return ioctl(descriptor, TIOCGWINSZ, size); }

// A capability of the terminal type; NULL where it has none (tigetstr has a second "none": -1).
static inline const char *strata_capability(const char *name) { char *s = tigetstr(name); return s == (char *)-1 ? NULL : s; }

#endif
