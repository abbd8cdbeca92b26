#include "CStrataSignals.h"
