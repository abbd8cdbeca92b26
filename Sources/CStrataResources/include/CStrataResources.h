// The data that strata carries along: no file look-up, no copy at start.
#ifndef STRATA_RESOURCES_H
#define STRATA_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

struct strata_resource {
  /// The file's name in its folder of Resources.
  const char *name;
  const uint8_t *bytes;
  size_t count;
};

/// The files of Resources/catalog, landscape.yaml first.
size_t strata_catalog_file_count(void);
struct strata_resource strata_catalog_file(size_t index);

#endif
