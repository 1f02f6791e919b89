#include "common/db/options.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::db {
namespace {

using ::mudiriya::testing::StatusIs;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(ParseDatabaseUrlTest, ReadsEveryPartOfANetworkAddress) {
  ASSERT_OK_AND_ASSIGN(
      const DatabaseOptions options,
      ParseDatabaseUrl("mysql://clerk:s%40cret@db.example:3307/registry?tls_ca=/etc/ca.pem"));
  EXPECT_EQ(options.user, "clerk");
  EXPECT_EQ(options.password, "s@cret");
  EXPECT_EQ(options.host, "db.example");
  EXPECT_EQ(options.port, 3307);
  EXPECT_EQ(options.schema, "registry");
  EXPECT_EQ(options.tls_ca, "/etc/ca.pem");
  EXPECT_EQ(options.unix_socket, "");
}

TEST(ParseDatabaseUrlTest, FillsInWhatIsLeftOut) {
  ASSERT_OK_AND_ASSIGN(const DatabaseOptions options, ParseDatabaseUrl("mysql://localhost"));
  EXPECT_EQ(options.host, "localhost");
  EXPECT_EQ(options.port, 3306);
  EXPECT_EQ(options.user, "root");
  EXPECT_EQ(options.password, "");
  EXPECT_EQ(options.schema, "");
}

TEST(ParseDatabaseUrlTest, KeepsAnAddressOfVersionSixWhole) {
  ASSERT_OK_AND_ASSIGN(const DatabaseOptions plain, ParseDatabaseUrl("mysql://[::1]/"));
  EXPECT_EQ(plain.host, "[::1]");
  EXPECT_EQ(plain.port, 3306);
  ASSERT_OK_AND_ASSIGN(const DatabaseOptions with_port, ParseDatabaseUrl("mysql://[::1]:44/"));
  EXPECT_EQ(with_port.host, "[::1]");
  EXPECT_EQ(with_port.port, 44);
}

TEST(ParseDatabaseUrlTest, ReadsASocketWithItsAccount) {
  ASSERT_OK_AND_ASSIGN(
      const DatabaseOptions options,
      ParseDatabaseUrl("unix:/run/my%20sql/s.sock?user=a&password=b%26c&schema=staffing"));
  EXPECT_EQ(options.unix_socket, "/run/my sql/s.sock");
  EXPECT_EQ(options.user, "a");
  EXPECT_EQ(options.password, "b&c");
  EXPECT_EQ(options.schema, "staffing");
}

class MalformedUrlTest : public ::testing::TestWithParam<const char*> {};

TEST_P(MalformedUrlTest, IsRefusedWithoutRepeatingThePassword) {
  EXPECT_THAT(ParseDatabaseUrl(GetParam()),
              StatusIs(absl::StatusCode::kInvalidArgument, Not(HasSubstr("hidden"))));
}

INSTANTIATE_TEST_SUITE_P(All, MalformedUrlTest,
                         ::testing::Values("", "localhost", "postgres://a", "mysql://",
                                           "mysql://:hidden@host", "mysql://a:hidden@:33",
                                           "mysql://host:0", "mysql://host:65536", "mysql://host:x",
                                           "mysql://host/?password=hidden&x=1",
                                           "unix:", "unix:/a?user=%zz", "unix:/a?user=%4"));

}  // namespace
}  // namespace mudiriya::db
