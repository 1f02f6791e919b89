#ifndef MUDIRIYA_COMMON_RESOURCE_FILTER_PARSER_H_
#define MUDIRIYA_COMMON_RESOURCE_FILTER_PARSER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/resource/filter_lexer.h"

namespace mudiriya::resource {

inline constexpr int kMaxFilterDepth = 32;
inline constexpr int kMaxFilterTerms = 64;

// A filter as a tree.
struct FilterNode {
  enum class Kind { kAnd, kOr, kNot, kTerm };
  Kind kind = Kind::kTerm;
  std::vector<FilterNode> children;  // of all but terms; never empty for them

  // A term: `field operator value`; a bare value has neither field nor operator.
  std::string field;
  std::string operation;
  FilterToken value;
};

// Reads a filter by the grammar of AIP-160: a sequence of terms means AND, OR binds more tightly
// than AND, `-` and NOT negate, `field:(a OR b)` compares one field with several values.
// Returns INVALID_ARGUMENT at `filter`: INVALID_FILTER with the place, FILTER_TOO_COMPLEX over 64
// terms or a nesting of 32.
absl::StatusOr<FilterNode> ParseFilter(absl::string_view filter);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_FILTER_PARSER_H_
