// The pull reader of libxml2, from the system package libxml2-dev.
#pragma once
#include <libxml/xmlreader.h>
