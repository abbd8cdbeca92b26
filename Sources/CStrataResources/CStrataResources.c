#include "CStrataResources.h"
