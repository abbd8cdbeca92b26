// What is here is made while building: see Plugins/CatalogImage.
#include "CStrataResources.h"
