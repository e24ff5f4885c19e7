// libzip's public header, from the system package libzip-dev.
#pragma once
#include <zip.h>
