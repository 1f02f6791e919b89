#ifndef MUDIRIYA_COMMON_CALL_TRACE_H_
#define MUDIRIYA_COMMON_CALL_TRACE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace mudiriya {

// W3C trace context (https://www.w3.org/TR/trace-context): one trace id runs through every call
// that a request causes; each hop has a span id of its own.
struct Trace {
  std::string trace_id;  // 32 lower-case hexadecimal digits
  std::string span_id;   // 16, this hop's own
  std::string flags;     // 2, "01" when sampled

  // The header to send onward, in which this hop is the parent.
  std::string Header() const;
};

// Continues the trace of a `traceparent` header with a new span; starts a new trace if the header
// is empty or malformed, as the standard asks.
Trace ContinueTrace(absl::string_view traceparent);

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_CALL_TRACE_H_
