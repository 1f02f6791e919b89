#include "common/server/server_options.h"

#include <cstdlib>
#include <initializer_list>
#include <variant>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace mudiriya::server {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

std::variant<ServerOptions, int> Parse(std::initializer_list<const char*> arguments,
                                       bool can_seed = true) {
  std::vector<const char*> all = {"mudiriya-suite"};
  all.insert(all.end(), arguments);
  return ParseServerOptions(static_cast<int>(all.size()), all.data(), can_seed);
}

ServerOptions Good(std::initializer_list<const char*> arguments) {
  return std::get<ServerOptions>(Parse(arguments));
}

TEST(ServerOptionsTest, HasDefaultsForEverything) {
  const ServerOptions options = Good({});
  EXPECT_EQ(options.listen, "127.0.0.1:7070");
  EXPECT_EQ(options.workers, 4);
  EXPECT_TRUE(options.reflection);
  EXPECT_FALSE(options.seed);
}

TEST(ServerOptionsTest, ReadsFlags) {
  const ServerOptions options =
      Good({"--listen", "0.0.0.0:1", "--data_dir=d", "--workers", "8", "--seed", "--no_reflection",
            "--drain_seconds", "3", "--peer", "registry=a:1", "--peer", "partners=b:2"});
  EXPECT_EQ(options.listen, "0.0.0.0:1");
  EXPECT_EQ(options.data_dir, "d");
  EXPECT_EQ(options.workers, 8);
  EXPECT_TRUE(options.seed);
  EXPECT_FALSE(options.reflection);
  EXPECT_EQ(options.drain, absl::Seconds(3));
  EXPECT_THAT(options.peers, ElementsAre(Pair("partners", "b:2"), Pair("registry", "a:1")));
}

TEST(ServerOptionsTest, TakesTheEnvironmentUnlessTheCommandLineSaysOtherwise) {
  setenv("MUDIRIYA_WORKERS", "6", 1);
  setenv("MUDIRIYA_PEER", "registry=a:1,partners=b:2", 1);
  EXPECT_EQ(Good({}).workers, 6);
  EXPECT_EQ(Good({}).peers.size(), 2u);
  EXPECT_EQ(Good({"--workers", "2"}).workers, 2);
  unsetenv("MUDIRIYA_WORKERS");
  unsetenv("MUDIRIYA_PEER");
}

TEST(ServerOptionsTest, EndsTheProgramOverWrongUsage) {
  EXPECT_EQ(std::get<int>(Parse({"--help"})), 0);
  EXPECT_EQ(std::get<int>(Parse({"--unknown"})), 2);
  EXPECT_EQ(std::get<int>(Parse({"--workers", "0"})), 2);
  EXPECT_EQ(std::get<int>(Parse({"--peer", "registry"})), 2);
  EXPECT_EQ(std::get<int>(Parse({"--issuer", "i"})), 2);
  EXPECT_EQ(std::get<int>(Parse({"--jwks", "j"})), 2);
  EXPECT_EQ(std::get<int>(Parse({"--tls_cert", "c"})), 2);
  EXPECT_EQ(std::get<int>(Parse({"--seed"}, /*can_seed=*/false)), 2);
}

}  // namespace
}  // namespace mudiriya::server
