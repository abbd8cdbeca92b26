// The data that strata carries along: no file look-up, no copy at start.
#ifndef STRATA_RESOURCES_H
#define STRATA_RESOURCES_H

#include <stddef.h>
#include <stdint.h>

struct strata_bytes {
  const uint8_t *bytes;
  size_t count;
};

/// The image of Resources/catalog: `Catalog(static:)` reads it. Made by the plugin CatalogImage.
struct strata_bytes strata_catalog_image(void);

/// Resources/signals: what in a file says that a tool is in use.
struct strata_bytes strata_signals(void);

/// Resources/commands.json: what the command parser says of all commands and options. Written by Scripts/generate-docs.
struct strata_bytes strata_commands(void);

/// Resources/schemas: the JSON Schema of that name; without bytes where there is none.
struct strata_bytes strata_schema(const char *name);

/// The commit that was built, as Scripts/stamp wrote it down; empty where nobody did.
const char *strata_commit(void);

#endif
