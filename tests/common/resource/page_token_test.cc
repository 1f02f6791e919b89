#include "common/resource/page_token.h"

#include <limits>
#include <random>
#include <string>

#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::resource {
namespace {

using testing::HasViolation;

const std::vector<db::Value>& Key() {
  static const auto& key = *new std::vector<db::Value>{std::string("حمص: 'x'"),
                                                       int64_t{-7},
                                                       0.1,
                                                       true,
                                                       nullptr,
                                                       std::string("a\0b", 3),
                                                       std::string(),
                                                       std::numeric_limits<double>::infinity()};
  return key;
}

TEST(PageTokenTest, CarriesEveryKindOfValue) {
  const std::string print = Fingerprint({"a"});
  const std::string token = EncodePageToken(print, Key());
  EXPECT_EQ(token.find_first_of("+/="), token.npos) << token;
  ASSERT_OK_AND_ASSIGN(const auto key, DecodePageToken(token, print, Key().size()));
  EXPECT_EQ(key, Key());
}

TEST(PageTokenTest, PartsOfTheQueryAreKeptApart) {
  EXPECT_EQ(Fingerprint({"a", "b"}), Fingerprint({"a", "b"}));
  EXPECT_NE(Fingerprint({"a", "b"}), Fingerprint({"ab", ""}));
  EXPECT_NE(Fingerprint({"a", "b"}), Fingerprint({"b", "a"}));
}

TEST(PageTokenTest, OtherQueriesTokenIsForeign) {
  const std::string token = EncodePageToken(Fingerprint({"a"}), Key());
  EXPECT_THAT(DecodePageToken(token, Fingerprint({"b"}), Key().size()),
              HasViolation("page_token", Reason::FOREIGN_PAGE_TOKEN));
}

TEST(PageTokenTest, AnyChangeIsNoticed) {
  const std::string print = Fingerprint({"a"});
  const std::string token = EncodePageToken(print, Key());
  std::mt19937 random(1);
  for (int i = 0; i < 5'000; ++i) {
    std::string damaged = token;
    damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
    if (random() % 4 == 0) damaged.resize(random() % damaged.size());
    if (damaged == token) continue;
    const auto key = DecodePageToken(damaged, print, Key().size());
    if (key.ok()) {
      EXPECT_EQ(*key, Key());  // white space and unused bits of the last character
    } else {
      EXPECT_THAT(key, HasViolation("page_token", Reason::INVALID_PAGE_TOKEN));
    }
  }
}

TEST(PageTokenTest, WrongNumberOfValuesIsInvalid) {
  const std::string print = Fingerprint({"a"});
  EXPECT_THAT(DecodePageToken(EncodePageToken(print, Key()), print, 2),
              HasViolation("page_token", Reason::INVALID_PAGE_TOKEN));
}

TEST(PageSizeTest, IsBoundedAndDefaulted) {
  EXPECT_THAT(EffectivePageSize(0), testing::IsOkAndHolds(50));
  EXPECT_THAT(EffectivePageSize(7), testing::IsOkAndHolds(7));
  EXPECT_THAT(EffectivePageSize(1'000'000), testing::IsOkAndHolds(1000));
  EXPECT_THAT(EffectivePageSize(-1), HasViolation("page_size", Reason::BELOW_MINIMUM));
}

}  // namespace
}  // namespace mudiriya::resource
