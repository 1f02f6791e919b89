#include "services/staffing/identity_cipher.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "absl/strings/match.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/staffing/national_id.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::staffing {
namespace {

using ::testing::HasSubstr;
using testing::HasViolation;
using testing::IsOkAndHolds;
using ::testing::Not;
using testing::StatusIs;

constexpr char kPerson[] = "directorates/homs/staffMembers/s1";
constexpr char kNumber[] = "04010012417";

IdentityCipher Cipher(char fill = 'k') {
  return IdentityCipher::FromKey(std::string(32, fill)).value();
}

TEST(IdentityCipher, OpensWhatItSealed) {
  const std::string sealed = Cipher().Seal(kPerson, kNumber);
  EXPECT_THAT(sealed, Not(HasSubstr(kNumber)));
  EXPECT_THAT(Cipher().Open(kPerson, sealed), IsOkAndHolds(std::string(kNumber)));
}

TEST(IdentityCipher, SealsTheSameNumberDifferentlyEachTime) {
  EXPECT_NE(Cipher().Seal(kPerson, kNumber), Cipher().Seal(kPerson, kNumber));
}

TEST(IdentityCipher, DoesNotOpenForAnotherPersonOrKey) {
  const std::string sealed = Cipher().Seal(kPerson, kNumber);
  EXPECT_THAT(Cipher().Open("directorates/homs/staffMembers/s2", sealed),
              StatusIs(absl::StatusCode::kInternal));
  EXPECT_THAT(Cipher('x').Open(kPerson, sealed), StatusIs(absl::StatusCode::kInternal));
}

TEST(IdentityCipher, DoesNotOpenWhatWasChanged) {
  std::string sealed = Cipher().Seal(kPerson, kNumber);
  sealed[40] = sealed[40] == 'A' ? 'B' : 'A';
  EXPECT_THAT(Cipher().Open(kPerson, sealed), StatusIs(absl::StatusCode::kInternal));
  EXPECT_THAT(Cipher().Open(kPerson, "short"), StatusIs(absl::StatusCode::kInternal));
}

TEST(IdentityCipher, DigestsTellNumbersAndDirectoratesApart) {
  EXPECT_EQ(Cipher().Digest("homs", kNumber), Cipher().Digest("homs", kNumber));
  EXPECT_NE(Cipher().Digest("homs", kNumber), Cipher().Digest("assiut", kNumber));
  EXPECT_NE(Cipher().Digest("homs", kNumber), Cipher('x').Digest("homs", kNumber));
}

TEST(IdentityCipher, WantsAKeyOf32Bytes) {
  EXPECT_THAT(IdentityCipher::FromKey("short"), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(IdentityCipher, MakesItsKeyFileOnceForItsOwnerAlone) {
  const std::string folder = ::testing::TempDir() + "identity_cipher_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const std::string path = folder + "/national_id.key";
  const std::string sealed = IdentityCipher::FromFile(path).value().Seal(kPerson, kNumber);
  struct stat file;
  ASSERT_EQ(stat(path.c_str(), &file), 0);
  EXPECT_EQ(file.st_mode & 0777, 0600u);
  EXPECT_THAT(IdentityCipher::FromFile(path).value().Open(kPerson, sealed),
              IsOkAndHolds(std::string(kNumber)));
}

TEST(CanonicalNationalId, TakesArabicDigitsAndSpaces) {
  EXPECT_THAT(CanonicalNationalId("f", "٠٤٠-١٠٠ 12417"), IsOkAndHolds(std::string(kNumber)));
  EXPECT_THAT(CanonicalNationalId("f", "ab1234"), IsOkAndHolds(std::string("AB1234")));
}

TEST(CanonicalNationalId, NeverRepeatsWhatItRefuses) {
  for (const char* bad : {"9x7", "12345'; DROP", "123456789012345678901", "ليلى١٢٣٤"}) {
    const absl::Status status = CanonicalNationalId("person.national_id", bad).status();
    EXPECT_THAT(status, HasViolation("person.national_id", Reason::PATTERN)) << bad;
    EXPECT_FALSE(absl::StrContains(status.ToString(), bad));
  }
}

TEST(MaskNationalId, ShowsTheLastThree) {
  EXPECT_EQ(MaskNationalId(kNumber), "••••••••417");
  EXPECT_EQ(MaskNationalId(""), "");
}

}  // namespace
}  // namespace mudiriya::staffing
