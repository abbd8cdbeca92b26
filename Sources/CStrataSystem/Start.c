// C, because it runs before Swift's runtime starts.
#define _GNU_SOURCE
#include "CStrataSystem.h"

#include <stdlib.h>
#include <unistd.h>

/// Of Swift's runtime: the words of `CommandLine.arguments`, which it otherwise reads from /proc.
extern void _swift_stdlib_overrideUnsafeArgvArgc(unsigned char **argv, int argc);

static const char backtrace[] = "SWIFT_BACKTRACE";
static int is_ours;

/// Of a static program the runtime wants to know at its start where its program for backtraces lies, asks /proc where this one
/// does, and ends where there is none. strata puts the terminal back itself after a fault, and has no such program beside it.
__attribute__((constructor(101))) static void start(int argc, char **argv) {
  _swift_stdlib_overrideUnsafeArgvArgc((unsigned char **)argv, argc);
  if (getenv(backtrace) && access("/proc/self/exe", F_OK) == 0) return;
  is_ours = setenv(backtrace, "enable=no,swift-backtrace=/", 1) == 0;
}

void strata_system_begin(void) {
  if (is_ours) unsetenv(backtrace);
}
