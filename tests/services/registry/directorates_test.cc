#include "services/registry/directorates.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/areas.h"
#include "tests/services/registry/registry_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using ::testing::ElementsAre;
using testing::HasError;
using testing::HasViolation;

class DirectoratesTest : public RegistryTest {
 protected:
  static v1::CreateDirectorateRequest Assiut() {
    v1::CreateDirectorateRequest request;
    request.set_directorate_id("assiut");
    request.mutable_directorate()->mutable_display_name()->set_ar("مديرية الصحة بأسيوط");
    request.mutable_directorate()->set_country("EG");
    request.mutable_directorate()->set_time_zone("Africa/Cairo");
    return request;
  }

  absl::StatusOr<v1::Directorate> Delete(const std::string& id) {
    v1::DeleteDirectorateRequest request;
    request.set_name("directorates/" + id);
    return DeleteDirectorate(call(), request);
  }

  std::vector<std::string> Listed(Call& call) {
    const auto response = ListDirectorates(call, v1::ListDirectoratesRequest());
    EXPECT_OK(response);
    std::vector<std::string> names;
    if (!response.ok()) return names;
    for (const v1::Directorate& row : response->directorates()) names.push_back(row.name());
    return names;
  }
};

TEST_F(DirectoratesTest, FillsInTheUsualWeekendAndLanguage) {
  const auto directorate = CreateDirectorate(call(), Assiut());
  ASSERT_OK(directorate);
  EXPECT_EQ(directorate->name(), "directorates/assiut");
  EXPECT_THAT(directorate->weekend_days(),
              ElementsAre(google::type::FRIDAY, google::type::SATURDAY));
  EXPECT_THAT(directorate->languages(), ElementsAre("ar"));
}

TEST_F(DirectoratesTest, KeepsWhatIsGiven) {
  v1::CreateDirectorateRequest request = Assiut();
  request.mutable_directorate()->add_weekend_days(google::type::FRIDAY);
  for (const char* language : {"fr", "ar"}) request.mutable_directorate()->add_languages(language);
  ASSERT_OK(CreateDirectorate(call(), request));
  v1::GetDirectorateRequest get;
  get.set_name("directorates/assiut");
  const auto directorate = GetDirectorate(call(), get);
  ASSERT_OK(directorate);
  EXPECT_THAT(directorate->weekend_days(), ElementsAre(google::type::FRIDAY));
  EXPECT_THAT(directorate->languages(), ElementsAre("fr", "ar"));
  EXPECT_EQ(directorate->display_name().ar(), "مديرية الصحة بأسيوط");
}

TEST_F(DirectoratesTest, ReportsEveryFaultTogether) {
  v1::CreateDirectorateRequest request = Assiut();
  request.mutable_directorate()->set_time_zone("Africa/Atlantis");
  for (const char* language : {"ar", "ar"}) request.mutable_directorate()->add_languages(language);
  for (int i = 0; i < 2; ++i) request.mutable_directorate()->add_weekend_days(google::type::FRIDAY);
  const auto result = CreateDirectorate(call(), request);
  EXPECT_THAT(result, HasViolation("directorate.time_zone", Reason::UNKNOWN_TIME_ZONE));
  EXPECT_THAT(result, HasViolation("directorate.languages", Reason::DUPLICATE_ITEM));
  EXPECT_THAT(result, HasViolation("directorate.weekend_days", Reason::DUPLICATE_ITEM));
}

TEST_F(DirectoratesTest, ListsThoseThatTheCallerMayRead) {
  ASSERT_OK(CreateDirectorate(call(), Assiut()));
  EXPECT_THAT(Listed(call()), ElementsAre("directorates/assiut", "directorates/homs"));
  EXPECT_THAT(Listed(*CallWith({"homs:viewer"})), ElementsAre("directorates/homs"));
  EXPECT_THAT(Listed(*CallWith({})), ElementsAre());
}

TEST_F(DirectoratesTest, IsNotDeletedWhileItHasPlaces) {
  ASSERT_OK(AddArea({"gov"}));
  EXPECT_THAT(Delete("homs"), HasError(Reason::IN_USE));
  v1::DeleteAreaRequest request;
  request.set_name(AreaName("gov"));
  ASSERT_OK(DeleteArea(call(), request));
  EXPECT_OK(Delete("homs"));
}

TEST_F(DirectoratesTest, TakesNothingNewWhileDeleted) {
  ASSERT_OK(Delete("homs"));
  EXPECT_THAT(AddArea({"gov"}), HasError(Reason::NOT_FOUND));
  v1::UndeleteDirectorateRequest request;
  request.set_name("directorates/homs");
  ASSERT_OK(UndeleteDirectorate(call(), request));
  EXPECT_OK(AddArea({"gov"}));
}

}  // namespace
}  // namespace mudiriya::registry
