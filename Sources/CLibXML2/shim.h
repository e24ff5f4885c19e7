// The pull reader of libxml2, from the system package libxml2-dev.
#pragma once
// Debian's libxml2 is built with ICU and then includes ICU's headers, whose types stand in
// Foundation's own ICU module too: a file that sees both does not compile. Only private fields of
// encoding.h depend on this, and nothing here touches them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/xmlreader.h>
