#include <stddef.h>

/// Finds every line with memchr and keeps a record of 20 bytes of it: what no parser that keeps places can beat.
/// Returns the number of lines.
size_t line_scan(const char *bytes, size_t count);
