// The image of the catalog is made while building: see Plugins/CatalogImage.
#include "CStrataResources.h"

static const uint8_t signals[] = {
#embed "../../Resources/signals/signals.txt"
};

struct strata_bytes strata_signals(void) { return (struct strata_bytes){signals, sizeof signals}; }
