// What the C library and Swift's runtime look for in files that not every Linux has (/proc, locales), answered without them.
#ifndef STRATA_SYSTEM_H
#define STRATA_SYSTEM_H

#include <stdint.h>

/// Gives back what had to stand in the environment while Swift's runtime started. Call it before other programs are started.
void strata_system_begin(void);

/// Makes wcwidth, wcrtomb and nl_langinfo, which ncurses asks, answer for UTF-8, whatever locales are installed; without `width`
/// they answer for ASCII, as they do before the first call.
///
/// - width: columns of a character beyond ASCII: 0, 1 or 2, or -1 for what is none.
void strata_system_set_characters(int (*width)(uint32_t));

#endif
