#include "common/server/auth/token_cache.h"

#include <memory>
#include <string>

#include "gtest/gtest.h"

namespace mudiriya::server {
namespace {

std::shared_ptr<const Caller> Named(const std::string& subject) {
  return std::make_shared<const Caller>(subject, std::vector<Grant>());
}

const absl::Time kNow = absl::FromUnixSeconds(1'770'624'000);
const absl::Time kLater = kNow + absl::Minutes(5);

TEST(TokenCacheTest, FindsWhatWasStored) {
  TokenCache cache(2);
  cache.Store("t1", Named("a"), kLater);
  ASSERT_NE(cache.Find("t1", kNow), nullptr);
  EXPECT_EQ(cache.Find("t1", kNow)->subject(), "a");
  EXPECT_EQ(cache.Find("t2", kNow), nullptr);
}

TEST(TokenCacheTest, ForgetsWhatHasExpired) {
  TokenCache cache(2);
  cache.Store("t1", Named("a"), kLater);
  EXPECT_EQ(cache.Find("t1", kLater), nullptr);
  EXPECT_EQ(cache.size(), 0u);
}

TEST(TokenCacheTest, TheOneUsedLongestAgoMakesRoom) {
  TokenCache cache(2);
  cache.Store("t1", Named("a"), kLater);
  cache.Store("t2", Named("b"), kLater);
  cache.Find("t1", kNow);
  cache.Store("t3", Named("c"), kLater);
  EXPECT_NE(cache.Find("t1", kNow), nullptr);
  EXPECT_EQ(cache.Find("t2", kNow), nullptr);
  EXPECT_EQ(cache.size(), 2u);
}

TEST(TokenCacheTest, StoringAgainReplaces) {
  TokenCache cache(2);
  cache.Store("t1", Named("a"), kNow);
  cache.Store("t1", Named("b"), kLater);
  EXPECT_EQ(cache.Find("t1", kNow)->subject(), "b");
  EXPECT_EQ(cache.size(), 1u);
  cache.Clear();
  EXPECT_EQ(cache.Find("t1", kNow), nullptr);
}

}  // namespace
}  // namespace mudiriya::server
