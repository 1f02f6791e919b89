#include "common/client/client_file.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::client {
namespace {

using ::mudiriya::testing::StatusIs;

class ClientFileTest : public ::testing::Test {
 protected:
  ClientFileTest() { std::filesystem::create_directories(folder_); }

  void Write(const std::string& text) { std::ofstream(folder_ + "/client.json") << text; }

  const std::string folder_ = absl::StrCat(::testing::TempDir(), "client-", getpid());
};

TEST_F(ClientFileTest, ReadsWhatTheServerWrites) {
  Write(FormatClientFile({"127.0.0.1:7070", "token", "/etc/ca.pem"}));
  ASSERT_OK_AND_ASSIGN(const ClientFile file, ReadClientFile(folder_));
  EXPECT_EQ(file.address, "127.0.0.1:7070");
  EXPECT_EQ(file.token, "token");
  EXPECT_EQ(file.tls_ca, "/etc/ca.pem");
}

TEST_F(ClientFileTest, AServerWithoutTlsNamesNoCertificate) {
  Write(FormatClientFile({"127.0.0.1:7070", "token", ""}));
  ASSERT_OK_AND_ASSIGN(const ClientFile file, ReadClientFile(folder_));
  EXPECT_EQ(file.tls_ca, "");
}

TEST_F(ClientFileTest, RefusesAMalformedFile) {
  for (const char* text :
       {"", "junk", "[]", "{}", R"({"address":7,"token":"t"})", R"({"address":"a"})"}) {
    Write(text);
    EXPECT_THAT(ReadClientFile(folder_), StatusIs(absl::StatusCode::kInvalidArgument)) << text;
  }
  EXPECT_THAT(ReadClientFile("/nonexistent"), StatusIs(absl::StatusCode::kNotFound));
}

}  // namespace
}  // namespace mudiriya::client
