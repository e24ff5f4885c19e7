#include "cre2.h"

#include <re2/re2.h>

#include <cstring>
#include <memory>
#include <string>

struct cre2_pattern {
  std::unique_ptr<re2::RE2> compiled;
};

static void copy_error(const std::string &text, char *error, size_t capacity) {
  if (error == nullptr || capacity == 0) return;
  const size_t length = text.size() < capacity - 1 ? text.size() : capacity - 1;
  std::memcpy(error, text.data(), length);
  error[length] = '\0';
}

// No C++ exception crosses into Swift.
extern "C" cre2_pattern *cre2_compile(const uint8_t *pattern, size_t length, int64_t max_memory,
                                      char *error, size_t error_capacity) {
  try {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(max_memory);
    auto holder = std::make_unique<cre2_pattern>();
    holder->compiled = std::make_unique<re2::RE2>(
        re2::StringPiece(reinterpret_cast<const char *>(pattern), length), options);
    if (!holder->compiled->ok()) {
      copy_error(holder->compiled->error(), error, error_capacity);
      return nullptr;
    }
    return holder.release();
  } catch (...) {
    copy_error("out of memory", error, error_capacity);
    return nullptr;
  }
}

extern "C" void cre2_free(cre2_pattern *pattern) { delete pattern; }

extern "C" int cre2_search(const cre2_pattern *pattern, const uint8_t *text, size_t length) {
  try {
    const re2::StringPiece piece(reinterpret_cast<const char *>(text), length);
    return pattern->compiled->Match(piece, 0, length, re2::RE2::UNANCHORED, nullptr, 0) ? 1 : 0;
  } catch (...) {
    return -1;
  }
}
