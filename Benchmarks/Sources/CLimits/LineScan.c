#include "CLimits.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct record {
  uint32_t start, length, indentation, colon, number;
};

size_t line_scan(const char *bytes, size_t count) {
  size_t capacity = 1024, lines = 0;
  struct record *records = malloc(capacity * sizeof *records);
  const char *at = bytes, *end = bytes + count;
  while (at < end) {
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    if (!stop) stop = end;
    if (lines == capacity) {
      capacity *= 2;
      records = realloc(records, capacity * sizeof *records);
    }
    const char *text = at;
    while (text < stop && *text == ' ') text++;
    const char *colon = memchr(text, ':', (size_t)(stop - text));
    records[lines] = (struct record){(uint32_t)(at - bytes), (uint32_t)(stop - at), (uint32_t)(text - at),
                                     (uint32_t)((colon ? colon : stop) - text), (uint32_t)lines};
    lines++;
    at = stop + 1;
  }
  // The records count as used.
  volatile uint32_t last = lines ? records[lines - 1].start : 0;
  (void)last;
  free(records);
  return lines;
}
