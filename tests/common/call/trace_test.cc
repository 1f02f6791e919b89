#include "common/call/trace.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya {
namespace {

using ::testing::MatchesRegex;
using ::testing::Ne;

constexpr char kHeader[] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

TEST(TraceTest, ContinuesTheCallersTraceWithASpanOfItsOwn) {
  const Trace trace = ContinueTrace(kHeader);
  EXPECT_EQ(trace.trace_id, "4bf92f3577b34da6a3ce929d0e0e4736");
  EXPECT_EQ(trace.flags, "01");
  EXPECT_THAT(trace.span_id, Ne("00f067aa0ba902b7"));
  EXPECT_EQ(trace.Header(), "00-4bf92f3577b34da6a3ce929d0e0e4736-" + trace.span_id + "-01");
}

TEST(TraceTest, StartsATraceOfItsOwn) {
  EXPECT_THAT(ContinueTrace("").Header(), MatchesRegex("00-[0-9a-f]+-[0-9a-f]+-00"));
  EXPECT_EQ(ContinueTrace("").trace_id.size(), 32u);
  EXPECT_EQ(ContinueTrace("").span_id.size(), 16u);
  EXPECT_NE(ContinueTrace("").trace_id, ContinueTrace("").trace_id);
}

TEST(TraceTest, AcceptsALaterVersionWithMoreFields) {
  const Trace trace = ContinueTrace("01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00-more");
  EXPECT_EQ(trace.trace_id, "4bf92f3577b34da6a3ce929d0e0e4736");
}

TEST(TraceTest, StartsAnewFromAMalformedHeader) {
  for (const char* header : {"junk", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                             "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                             "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                             "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                             "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"}) {
    const Trace trace = ContinueTrace(header);
    EXPECT_THAT(trace.Header(), MatchesRegex("00-[0-9a-f]+-[0-9a-f]+-00")) << header;
    EXPECT_NE(trace.trace_id, "4bf92f3577b34da6a3ce929d0e0e4736") << header;
  }
}

}  // namespace
}  // namespace mudiriya
