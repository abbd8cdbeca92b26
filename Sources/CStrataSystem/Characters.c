// The functions of the C library by which ncurses counts and writes characters. A static glibc has no UTF-8 of its own: it reads a
// locale's files, and without them knows ASCII alone. These stand before the library's, in a static program and in a dynamic one.
#define _GNU_SOURCE
#include "CStrataSystem.h"

#include <errno.h>
#include <langinfo.h>
#include <wchar.h>

/// Nil: ASCII.
static int (*columns)(uint32_t);

void strata_system_set_characters(int (*width)(uint32_t)) { columns = width; }

int wcwidth(wchar_t character) {
  uint32_t value = (uint32_t)character;
  if (value == 0) return 0;
  if (value < 0x7F) return value < 0x20 ? -1 : 1;
  return columns && value >= 0xA0 ? columns(value) : -1;
}

size_t wcrtomb(char *bytes, wchar_t character, mbstate_t *state) {
  (void)state;
  uint32_t value = (uint32_t)character;
  if (!bytes) return 1;
  if (value < 0x80) {
    bytes[0] = (char)value;
    return 1;
  }
  if (!columns || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) {
    errno = EILSEQ;
    return (size_t)-1;
  }
  size_t count = value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
  for (size_t index = count - 1; index > 0; index--, value >>= 6) bytes[index] = (char)(0x80 | (value & 0x3F));
  bytes[0] = (char)((0xF00 >> count) | value);
  return count;
}

/// Nothing here asks for anything but the name of the character set.
char *nl_langinfo(nl_item item) {
  if (item != CODESET) return (char *)"";
  return (char *)(columns ? "UTF-8" : "ANSI_X3.4-1968");
}
