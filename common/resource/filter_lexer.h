#ifndef MUDIRIYA_COMMON_RESOURCE_FILTER_LEXER_H_
#define MUDIRIYA_COMMON_RESOURCE_FILTER_LEXER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace mudiriya::resource {

inline constexpr size_t kMaxFilterBytes = 4096;

// A word of a filter (AIP-160).
struct FilterToken {
  enum class Kind {
    kWord,      // an unquoted name or value, `display_name.ar`, `-5`, `hosp*`
    kString,    // a quoted value; `text` is what it says
    kOperator,  // = != < <= > >= :
    kOpen,      // (
    kClose,     // )
    kAnd,
    kOr,
    kNot,
    kEnd,
  };
  Kind kind = Kind::kEnd;
  std::string text;
  size_t position = 0;  // of its first byte, from 1
  // A quoted value may hold `*` that stands for itself: `\*`. Whether its ends are wildcards.
  bool star_front = false;
  bool star_back = false;
};

// The tokens of a filter, kEnd last.
// Returns INVALID_ARGUMENT at `filter`: TOO_LONG over 4 KB, INVALID_FILTER for a character that
// stands nowhere or a quotation that does not end.
absl::StatusOr<std::vector<FilterToken>> LexFilter(absl::string_view filter);

// The error for a filter that cannot be read at this token.
absl::Status FilterSyntaxError(const FilterToken& token);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_FILTER_LEXER_H_
