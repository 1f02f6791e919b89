#include "services/registry/checks.h"

#include "gmock/gmock.h"
#include "google/type/dayofweek.pb.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using testing::HasViolation;

TEST(CheckDistinct, NamesWhatComesAgain) {
  google::protobuf::RepeatedPtrField<std::string> texts;
  for (const char* text : {"ar", "en", "ar"}) texts.Add(text);
  Violations violations;
  CheckDistinct(texts, "directorate.languages", violations);
  EXPECT_THAT(violations.ToStatus(), HasViolation("directorate.languages", Reason::DUPLICATE_ITEM));
  EXPECT_EQ(violations.size(), 1);
}

TEST(CheckWeekend, RefusesUnknownAndRepeatedDays) {
  google::protobuf::RepeatedField<int> days;
  for (const int day : {google::type::FRIDAY + 0, google::type::FRIDAY + 0, 0, 9}) days.Add(day);
  Violations violations;
  CheckWeekend(days, "directorate.weekend_days", violations);
  EXPECT_EQ(violations.size(), 3);
  EXPECT_THAT(violations.ToStatus(),
              HasViolation("directorate.weekend_days", Reason::UNKNOWN_VALUE));
}

TEST(ToDate, TurnsBackWhatToCivilDayGives) {
  EXPECT_EQ(ToCivilDay(ToDate(absl::CivilDay(2028, 2, 29))), absl::CivilDay(2028, 2, 29));
}

}  // namespace
}  // namespace mudiriya::registry
