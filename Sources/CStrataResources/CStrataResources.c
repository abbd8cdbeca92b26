// The image of the catalog is made while building: see Plugins/CatalogImage.
#include "CStrataResources.h"

#include <string.h>

static const uint8_t signals[] = {
#embed "../../Resources/signals/signals.txt"
};

struct strata_bytes strata_signals(void) { return (struct strata_bytes){signals, sizeof signals}; }

static const uint8_t commands[] = {
#embed "../../Resources/commands.json"
};

struct strata_bytes strata_commands(void) { return (struct strata_bytes){commands, sizeof commands}; }

static const uint8_t schema_check[] = {
#embed "../../Resources/schemas/check.json"
};
static const uint8_t schema_compare[] = {
#embed "../../Resources/schemas/compare.json"
};
static const uint8_t schema_config[] = {
#embed "../../Resources/schemas/config.json"
};
static const uint8_t schema_diff[] = {
#embed "../../Resources/schemas/diff.json"
};
static const uint8_t schema_info[] = {
#embed "../../Resources/schemas/info.json"
};
static const uint8_t schema_keys[] = {
#embed "../../Resources/schemas/keys.json"
};
static const uint8_t schema_list[] = {
#embed "../../Resources/schemas/list.json"
};
static const uint8_t schema_scan[] = {
#embed "../../Resources/schemas/scan.json"
};
static const uint8_t schema_search[] = {
#embed "../../Resources/schemas/search.json"
};
static const uint8_t schema_show[] = {
#embed "../../Resources/schemas/show.json"
};
static const uint8_t schema_stack[] = {
#embed "../../Resources/schemas/stack.json"
};
static const uint8_t schema_stats[] = {
#embed "../../Resources/schemas/stats.json"
};
static const uint8_t schema_tree[] = {
#embed "../../Resources/schemas/tree.json"
};

struct strata_bytes strata_schema(const char *name) {
  static const struct {
    const char *name;
    struct strata_bytes text;
  } schemas[] = {
    {"check", {schema_check, sizeof schema_check}},
    {"compare", {schema_compare, sizeof schema_compare}},
    {"config", {schema_config, sizeof schema_config}},
    {"diff", {schema_diff, sizeof schema_diff}},
    {"info", {schema_info, sizeof schema_info}},
    {"keys", {schema_keys, sizeof schema_keys}},
    {"list", {schema_list, sizeof schema_list}},
    {"scan", {schema_scan, sizeof schema_scan}},
    {"search", {schema_search, sizeof schema_search}},
    {"show", {schema_show, sizeof schema_show}},
    {"stack", {schema_stack, sizeof schema_stack}},
    {"stats", {schema_stats, sizeof schema_stats}},
    {"tree", {schema_tree, sizeof schema_tree}},
  };
  for (size_t index = 0; index < sizeof schemas / sizeof *schemas; index++)
    if (strcmp(schemas[index].name, name) == 0) return schemas[index].text;
  return (struct strata_bytes){0};
}

static const char commit[] = {
#if __has_embed("commit.txt")
#embed "commit.txt" suffix(,)
#endif
  0};

const char *strata_commit(void) { return commit; }
