#include "CStrataResources.h"

static const uint8_t landscape[] = {
#embed "../../Resources/catalog/landscape.yaml"
};
static const uint8_t app_definition_development[] = {
#embed "../../Resources/catalog/app-definition-development.yaml"
};
static const uint8_t orchestration_management[] = {
#embed "../../Resources/catalog/orchestration-management.yaml"
};
static const uint8_t runtime[] = {
#embed "../../Resources/catalog/runtime.yaml"
};
static const uint8_t provisioning[] = {
#embed "../../Resources/catalog/provisioning.yaml"
};
static const uint8_t observability_analysis[] = {
#embed "../../Resources/catalog/observability-analysis.yaml"
};
static const uint8_t platform[] = {
#embed "../../Resources/catalog/platform.yaml"
};

static const struct strata_resource catalog_files[] = {
    {"landscape.yaml", landscape, sizeof landscape},
    {"app-definition-development.yaml", app_definition_development, sizeof app_definition_development},
    {"orchestration-management.yaml", orchestration_management, sizeof orchestration_management},
    {"runtime.yaml", runtime, sizeof runtime},
    {"provisioning.yaml", provisioning, sizeof provisioning},
    {"observability-analysis.yaml", observability_analysis, sizeof observability_analysis},
    {"platform.yaml", platform, sizeof platform},
};

size_t strata_catalog_file_count(void) { return sizeof catalog_files / sizeof *catalog_files; }

struct strata_resource strata_catalog_file(size_t index) { return catalog_files[index]; }
