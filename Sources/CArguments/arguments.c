// Keeps the words of the command line. The Swift runtime looks for them in /proc/self/maps, and a
// sandbox need not have a /proc; the C library gives them to every constructor.
#include "arguments.h"

static int count;
static char **words;

__attribute__((constructor)) static void keep(int argc, char **argv) {
  count = argc;
  words = argv;
}

int clauselint_argument_count(void) { return count; }

const char *clauselint_argument(int index) {
  return index >= 0 && index < count ? words[index] : 0;
}
