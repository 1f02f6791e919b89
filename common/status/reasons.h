#ifndef MUDIRIYA_COMMON_STATUS_REASONS_H_
#define MUDIRIYA_COMMON_STATUS_REASONS_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/status/language.h"

namespace mudiriya {

// google.rpc.ErrorInfo.domain of every reason in the table.
inline constexpr absl::string_view kErrorDomain = "mudiriya.health";

// Why something was refused. The enumerator is the stable name that callers see, hence its
// spelling. See reason_table.inc for the meanings and texts.
enum class Reason {
#define MUDIRIYA_REASON(name, code, english, arabic, french) name,
#include "common/status/reason_table.inc"
#undef MUDIRIYA_REASON
};

// A value for one {placeholder} of a reason's text: {"max", 40}. Callers see it as metadata, so it
// never holds anything about a person.
struct Argument {
  Argument(absl::string_view key, const absl::AlphaNum& value) : key(key), value(value.Piece()) {}

  std::string key;
  std::string value;
};
using Arguments = std::vector<Argument>;

// Every reason of the table, in its order.
absl::Span<const Reason> AllReasons();

// "OUT_OF_RANGE" for Reason::OUT_OF_RANGE.
absl::string_view ReasonName(Reason reason);

// Nothing if the table has no such name.
std::optional<Reason> ParseReason(absl::string_view name);

// The status code that an error of this reason has.
absl::StatusCode ReasonCode(Reason reason);

// The text with its {placeholders} unfilled.
absl::string_view ReasonTemplate(Reason reason, Language language);

// The text with its placeholders filled. One without an argument is shown as “…”.
std::string RenderReason(Reason reason, const Arguments& arguments, Language language);

// The names of the placeholders of a text, in order of appearance.
std::vector<std::string> Placeholders(absl::string_view text);

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_STATUS_REASONS_H_
