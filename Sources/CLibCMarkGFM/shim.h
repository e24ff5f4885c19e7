// cmark-gfm's public header, from the system package libcmark-gfm-dev. Its table extension is not
// used: it is quadratic in the size of a table.
#pragma once
#include <cmark-gfm.h>
