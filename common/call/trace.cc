#include "common/call/trace.h"

#include <cstdint>

#include "absl/random/random.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace mudiriya {
namespace {

std::string RandomHex64() {
  thread_local absl::BitGen generator;
  // Zero would be an invalid id.
  return absl::StrCat(
      absl::Hex(absl::Uniform<uint64_t>(generator, 1, UINT64_MAX), absl::kZeroPad16));
}

bool IsLowerHex(absl::string_view text, size_t length) {
  if (text.size() != length) return false;
  for (char c : text) {
    if (!absl::ascii_isdigit(c) && (c < 'a' || c > 'f')) return false;
  }
  return true;
}

bool IsId(absl::string_view text, size_t length) {
  return IsLowerHex(text, length) && text.find_first_not_of('0') != absl::string_view::npos;
}

// Reads version-trace-parent-flags. Later versions may append fields, and version ff is invalid.
bool ReadTraceparent(absl::string_view header, Trace* trace) {
  constexpr size_t kLongest = 512;
  if (header.size() > kLongest) return false;
  const std::vector<absl::string_view> parts = absl::StrSplit(header, '-');
  if (parts.size() < 4 || !IsLowerHex(parts[0], 2) || parts[0] == "ff") return false;
  if (parts[0] == "00" && parts.size() != 4) return false;
  if (!IsId(parts[1], 32) || !IsId(parts[2], 16) || !IsLowerHex(parts[3], 2)) return false;
  trace->trace_id = std::string(parts[1]);
  trace->flags = std::string(parts[3]);
  return true;
}

}  // namespace

std::string Trace::Header() const {
  return absl::StrCat("00-", trace_id, "-", span_id, "-", flags);
}

Trace ContinueTrace(absl::string_view traceparent) {
  Trace trace;
  if (!ReadTraceparent(traceparent, &trace)) {
    trace.trace_id = absl::StrCat(RandomHex64(), RandomHex64());
    trace.flags = "00";
  }
  trace.span_id = RandomHex64();
  return trace;
}

}  // namespace mudiriya
