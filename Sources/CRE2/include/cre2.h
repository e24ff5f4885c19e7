// A C face over the system's RE2: compile, search, free. RE2 matches in time linear in the text.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_pattern cre2_pattern;

/// Compiles `pattern` (UTF-8). Returns NULL and writes a NUL-terminated message to `error`
/// when the pattern is not RE2 syntax or needs more than `max_memory` bytes.
cre2_pattern *cre2_compile(const uint8_t *pattern, size_t length, int64_t max_memory,
                           char *error, size_t error_capacity);
void cre2_free(cre2_pattern *pattern);

/// 1 when the pattern matches anywhere in `text`, 0 when it does not, -1 when matching failed.
int cre2_search(const cre2_pattern *pattern, const uint8_t *text, size_t length);

#ifdef __cplusplus
}
#endif
