// The terminal is put back whatever ends the program, and signals wake the loop that waits for keys.
//
// One terminal a process. Everything here may be called from Swift on the main thread; `strata_signals_wake` from any.
#ifndef STRATA_SIGNALS_H
#define STRATA_SIGNALS_H

#include <stddef.h>
#include <stdint.h>

/// Keeps the modes of the terminal at descriptor `terminal` as they are now, and takes over the signals.
/// Returns a descriptor that is readable while `strata_signals_take` has something to tell, or -1 with errno.
int strata_signals_open(int terminal);

/// Gives the signals back as they were, and closes the descriptor.
void strata_signals_close(void);

/// The bytes that a terminal needs to be as it was: at most 512 are kept.
void strata_signals_set_reset(const uint8_t *bytes, size_t count);

/// Whether the screen is ours: only then a fault, or an end that cannot wait, writes the reset bytes and the modes.
void strata_signals_hold_screen(int held);

/// Whether `strata_signals_take` has something to tell. Makes no system call; the descriptor may be readable all the same.
int strata_signals_came(void);

/// The signals that came since the last call, bit n for signal n; bit 0 for `strata_signals_wake`.
uint64_t strata_signals_take(void);

/// Makes the descriptor readable. Safe in any thread.
void strata_signals_wake(void);

/// Stops the process group, as the terminal's suspend key does; returns when it is continued.
void strata_signals_stop(void);

#endif
