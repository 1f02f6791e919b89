#include "common/resource/filter_parser.h"

#include <random>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::resource {
namespace {

using testing::HasViolation;

// The tree in prefix form: (AND a=1 (NOT b:2)).
std::string Print(const FilterNode& node) {
  if (node.kind == FilterNode::Kind::kTerm) {
    const std::string value = node.value.kind == FilterToken::Kind::kString
                                  ? absl::StrCat("'", node.value.text, "'")
                                  : node.value.text;
    return absl::StrCat(node.field, node.operation, value);
  }
  const char* name = node.kind == FilterNode::Kind::kAnd  ? "AND"
                     : node.kind == FilterNode::Kind::kOr ? "OR"
                                                          : "NOT";
  std::string out = absl::StrCat("(", name);
  for (const FilterNode& child : node.children) absl::StrAppend(&out, " ", Print(child));
  return out + ")";
}

std::string Parsed(absl::string_view filter) {
  const auto tree = ParseFilter(filter);
  return tree.ok() ? Print(*tree) : std::string(tree.status().message());
}

TEST(FilterParserTest, ReadsComparisons) {
  EXPECT_EQ(Parsed("a = 1"), "a=1");
  EXPECT_EQ(Parsed("a=1"), "a=1");
  EXPECT_EQ(Parsed("a.b != \"x y\""), "a.b!='x y'");
  EXPECT_EQ(Parsed("a <= -5"), "a<=-5");
  EXPECT_EQ(Parsed("a >= 'x'"), "a>='x'");
  EXPECT_EQ(Parsed("a:*"), "a:*");
  EXPECT_EQ(Parsed("حمص"), "حمص");
}

TEST(FilterParserTest, OrBindsMoreTightlyThanAnd) {
  EXPECT_EQ(Parsed("a=1 AND b=2 OR c=3"), "(AND a=1 (OR b=2 c=3))");
  EXPECT_EQ(Parsed("a=1 OR b=2 AND c=3"), "(AND (OR a=1 b=2) c=3)");
  EXPECT_EQ(Parsed("(a=1 AND b=2) OR c=3"), "(OR (AND a=1 b=2) c=3)");
}

TEST(FilterParserTest, TermsInARowMeanAnd) {
  EXPECT_EQ(Parsed("a=1 b=2 word"), "(AND a=1 b=2 word)");
  EXPECT_EQ(Parsed("a=1 b=2 OR c=3"), "(AND a=1 (OR b=2 c=3))");
}

TEST(FilterParserTest, MinusAndNotNegate) {
  EXPECT_EQ(Parsed("NOT a=1"), "(NOT a=1)");
  EXPECT_EQ(Parsed("-a=1"), "(NOT a=1)");
  EXPECT_EQ(Parsed("-(a=1 OR b=2)"), "(NOT (OR a=1 b=2))");
  EXPECT_EQ(Parsed("-\"x\""), "(NOT 'x')");
  EXPECT_EQ(Parsed("a=1 -b=2"), "(AND a=1 (NOT b=2))");
  EXPECT_EQ(Parsed("nothing = NOTHING"), "nothing=NOTHING");
}

TEST(FilterParserTest, OneFieldIsComparedWithSeveralValues) {
  EXPECT_EQ(Parsed("a:(b OR c)"), "(OR a:b a:c)");
  EXPECT_EQ(Parsed("a=(1 OR 2) b=3"), "(AND (OR a=1 a=2) b=3)");
  EXPECT_EQ(Parsed("a:(NOT b)"), "(NOT a:b)");
}

TEST(FilterParserTest, QuotesHoldAnything) {
  EXPECT_EQ(Parsed(R"(a = "say \"x\"")"), "a='say \"x\"'");
  EXPECT_EQ(Parsed("a = 'AND ( : ='"), "a='AND ( : ='");
  EXPECT_EQ(Parsed("a = \"\""), "a=''");
}

TEST(FilterParserTest, StarsAtTheEndsAreMarked) {
  EXPECT_TRUE(ParseFilter("a = x*")->value.star_back);
  EXPECT_TRUE(ParseFilter("a = \"*x\"")->value.star_front);
  EXPECT_FALSE(ParseFilter(R"(a = "x\*")")->value.star_back);
}

TEST(FilterParserTest, SaysWhereItCannotRead) {
  for (absl::string_view filter :
       {"(", ")", "a =", "= 1", "a = = 1", "a ! 1", "\"open", "a AND", "OR a", "a=1 OR", "f(x)",
        "a=(b=1)", "'x' = 1", "a,b", "NOT", "a:()", "a=1)"}) {
    EXPECT_THAT(ParseFilter(filter), HasViolation("filter", Reason::INVALID_FILTER)) << filter;
  }
}

TEST(FilterParserTest, LimitsSizeDepthAndTerms) {
  EXPECT_THAT(ParseFilter(std::string(4097, 'a')), HasViolation("filter", Reason::TOO_LONG));
  EXPECT_OK(ParseFilter(std::string(4096, 'a')));
  EXPECT_OK(ParseFilter(std::string(31, '(') + "a" + std::string(31, ')')));
  EXPECT_THAT(ParseFilter(std::string(32, '(') + "a" + std::string(32, ')')),
              HasViolation("filter", Reason::FILTER_TOO_COMPLEX));
  EXPECT_OK(ParseFilter(absl::StrJoin(std::vector<std::string>(64, "a"), " ")));
  EXPECT_THAT(ParseFilter(absl::StrJoin(std::vector<std::string>(65, "a"), " ")),
              HasViolation("filter", Reason::FILTER_TOO_COMPLEX));
  EXPECT_THAT(ParseFilter("a=\xff"), HasViolation("filter", Reason::INVALID_UTF8));
}

TEST(FilterParserTest, SurvivesAnything) {
  static constexpr absl::string_view kPieces[] = {"a",  "=",   "(", ")", "\"", "'",   "AND",
                                                  "OR", "NOT", "-", "*", ":",  "<=",  "!",
                                                  " ",  "\\",  ".", ",", "1",  "حمص", "\xd8",
                                                  "\n", "%",   "_", ";"};
  std::mt19937 random(1);
  for (int i = 0; i < 20'000; ++i) {
    std::string filter;
    for (size_t pieces = random() % 12; pieces > 0; --pieces) {
      absl::StrAppend(&filter, kPieces[random() % std::size(kPieces)]);
    }
    const auto tree = ParseFilter(filter);
    EXPECT_TRUE(tree.ok() || absl::IsInvalidArgument(tree.status())) << filter;
  }
}

}  // namespace
}  // namespace mudiriya::resource
