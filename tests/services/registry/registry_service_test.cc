// The registry as it runs: tokens, permissions, validation and the wire, in one process.

#include "common/status/grpc_status.h"
#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "gtest/gtest.h"
#include "mudiriya/registry/v1/area_service.grpc.pb.h"
#include "mudiriya/registry/v1/calendar_service.grpc.pb.h"
#include "mudiriya/registry/v1/change_service.grpc.pb.h"
#include "mudiriya/registry/v1/department_service.grpc.pb.h"
#include "mudiriya/registry/v1/directorate_service.grpc.pb.h"
#include "mudiriya/registry/v1/export_service.grpc.pb.h"
#include "mudiriya/registry/v1/facility_place_service.grpc.pb.h"
#include "mudiriya/registry/v1/facility_service.grpc.pb.h"
#include "mudiriya/registry/v1/import_service.grpc.pb.h"
#include "mudiriya/registry/v1/programme_service.grpc.pb.h"
#include "services/registry/module.h"
#include "tests/testing/service_fixture.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::registry {
namespace {

using testing::HasError;
using testing::ServiceFixture;

// What a caller finds in an error of the wire; empty if there is none.
google::rpc::BadRequest BadRequestOf(const absl::Status& status) {
  google::rpc::BadRequest details;
  const auto payload = status.GetPayload("type.googleapis.com/google.rpc.BadRequest");
  EXPECT_TRUE(payload.has_value()) << status.ToString();
  if (payload.has_value()) details.ParseFromString(std::string(*payload));
  return details;
}

class RegistryServiceTest : public ::testing::Test {
 protected:
  RegistryServiceTest() : fixture_({Registry()}) {}

  void SetUp() override {
    for (const char* id : {"homs", "assiut"}) ASSERT_OK(AddDirectorate(id, {"*:administrator"}));
  }

  absl::Status AddDirectorate(const std::string& id, const std::vector<std::string>& roles) {
    v1::CreateDirectorateRequest request;
    request.set_directorate_id(id);
    request.mutable_directorate()->mutable_display_name()->set_en(id);
    request.mutable_directorate()->set_country("SY");
    request.mutable_directorate()->set_time_zone("Asia/Damascus");
    v1::Directorate response;
    const auto stub = v1::DirectorateService::NewStub(fixture_.channel());
    return FromGrpcStatus(
        stub->CreateDirectorate(fixture_.Context(roles).get(), request, &response));
  }

  static v1::CreateAreaRequest AreaIn(const std::string& directorate) {
    v1::CreateAreaRequest request;
    request.set_parent("directorates/" + directorate);
    request.set_area_id("gov");
    request.mutable_area()->mutable_display_name()->set_ar("محافظة");
    request.mutable_area()->set_level(v1::Area::GOVERNORATE);
    return request;
  }

  absl::Status Create(const v1::CreateAreaRequest& request, const std::vector<std::string>& roles,
                      Language language = Language::kEnglish) {
    v1::Area response;
    return FromGrpcStatus(
        v1::AreaService::NewStub(fixture_.channel())
            ->CreateArea(fixture_.Context(roles, language).get(), request, &response));
  }

  absl::Status Get(const std::string& name, const std::vector<std::string>& roles) {
    v1::GetAreaRequest request;
    request.set_name(name);
    v1::Area response;
    return FromGrpcStatus(v1::AreaService::NewStub(fixture_.channel())
                              ->GetArea(fixture_.Context(roles).get(), request, &response));
  }

  ServiceFixture fixture_;
};

TEST_F(RegistryServiceTest, OnlyWhoMayDoSoEverywhereCreatesADirectorate) {
  EXPECT_FALSE(AddDirectorate("libya", {"homs:administrator"}).ok());
  EXPECT_FALSE(AddDirectorate("libya", {"libya:administrator"}).ok());
  EXPECT_OK(AddDirectorate("libya", {"*:administrator"}));
}

TEST_F(RegistryServiceTest, AViewerReadsAndDoesNotWrite) {
  ASSERT_OK(Create(AreaIn("homs"), {"homs:administrator"}));
  EXPECT_OK(Get("directorates/homs/areas/gov", {"homs:viewer"}));
  EXPECT_THAT(Create(AreaIn("homs"), {"homs:viewer"}), HasError(Reason::PERMISSION_DENIED));
}

TEST_F(RegistryServiceTest, AnotherDirectorateLooksAsIfItWereNotThere) {
  ASSERT_OK(Create(AreaIn("homs"), {"*:administrator"}));
  const absl::Status hidden = Get("directorates/homs/areas/gov", {"assiut:administrator"});
  EXPECT_THAT(hidden, testing::StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(Create(AreaIn("homs"), {"assiut:administrator"}),
              testing::StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(RegistryServiceTest, ReportsEveryViolationInTheCallersLanguage) {
  v1::CreateAreaRequest request = AreaIn("homs");
  request.mutable_area()->clear_level();
  request.mutable_area()->clear_display_name();
  request.mutable_area()->set_population(-1);
  request.mutable_area()->mutable_centroid()->set_latitude(91);
  request.set_area_id("NOT AN ID");
  google::rpc::BadRequest details =
      BadRequestOf(Create(request, {"homs:administrator"}, Language::kArabic));
  std::vector<std::string> fields;
  for (const auto& violation : details.field_violations()) {
    fields.push_back(violation.field());
    EXPECT_EQ(violation.localized_message().locale(), "ar");
  }
  EXPECT_THAT(fields,
              ::testing::UnorderedElementsAre("area.display_name", "area.level", "area.population",
                                              "area.centroid", "area_id"));
}

TEST_F(RegistryServiceTest, AnswersARetryOnce) {
  v1::CreateAreaRequest request = AreaIn("homs");
  request.set_request_id("8d3f");
  EXPECT_OK(Create(request, {"homs:administrator"}));
  EXPECT_OK(Create(request, {"homs:administrator"}));
  request.set_request_id("other");
  EXPECT_THAT(Create(request, {"homs:administrator"}), HasError(Reason::ALREADY_EXISTS));
}

TEST_F(RegistryServiceTest, StreamsChangesAsTheyHappen) {
  ASSERT_OK(Create(AreaIn("homs"), {"homs:administrator"}));
  v1::WatchChangesRequest request;
  request.set_parent("directorates/homs");
  const auto stub = v1::ChangeService::NewStub(fixture_.channel());
  const auto context = fixture_.Context({"homs:auditor"});
  const auto reader = stub->WatchChanges(context.get(), request);
  std::vector<std::string> seen;
  v1::WatchChangesResponse message;
  while (seen.size() < 2 && reader->Read(&message)) {
    for (const auto& change : message.changes()) seen.push_back(change.resource());
  }
  context->TryCancel();
  reader->Finish();
  EXPECT_THAT(seen, ::testing::ElementsAre("directorates/homs", "directorates/homs/areas/gov"));
}

TEST_F(RegistryServiceTest, StreamsAnExport) {
  ASSERT_OK(Create(AreaIn("homs"), {"homs:administrator"}));
  v1::ExportRowsRequest request;
  request.set_parent("directorates/homs");
  request.set_resource_type("registry.mudiriya.health/Area");
  const auto stub = v1::ExportService::NewStub(fixture_.channel());
  const auto context = fixture_.Context({"homs:viewer"});
  const auto reader = stub->ExportRows(context.get(), request);
  std::string csv;
  v1::ExportRowsResponse message;
  while (reader->Read(&message)) csv += message.csv();
  EXPECT_OK(FromGrpcStatus(reader->Finish()));
  EXPECT_THAT(csv, ::testing::HasSubstr("محافظة"));
}

TEST_F(RegistryServiceTest, AnswersEveryService) {
  ASSERT_OK(Create(AreaIn("homs"), {"homs:administrator"}));
  v1::ListFacilityPlacesRequest places;
  places.set_parent("directorates/homs");
  v1::ListFacilityPlacesResponse place_list;
  EXPECT_OK(FromGrpcStatus(
      v1::FacilityPlaceService::NewStub(fixture_.channel())
          ->ListFacilityPlaces(fixture_.Context({"homs:viewer"}).get(), places, &place_list)));
  v1::ListHolidaysRequest holidays;
  holidays.set_parent("directorates/homs");
  v1::ListHolidaysResponse holiday_list;
  EXPECT_OK(FromGrpcStatus(
      v1::CalendarService::NewStub(fixture_.channel())
          ->ListHolidays(fixture_.Context({"homs:viewer"}).get(), holidays, &holiday_list)));
  v1::ListProgrammesRequest programmes;
  programmes.set_parent("directorates/-");
  v1::ListProgrammesResponse programme_list;
  EXPECT_OK(FromGrpcStatus(
      v1::ProgrammeService::NewStub(fixture_.channel())
          ->ListProgrammes(fixture_.Context({"homs:viewer"}).get(), programmes, &programme_list)));
  v1::ListDepartmentsRequest departments;
  departments.set_parent("directorates/homs/facilities/-");
  v1::ListDepartmentsResponse department_list;
  EXPECT_OK(FromGrpcStatus(v1::DepartmentService::NewStub(fixture_.channel())
                               ->ListDepartments(fixture_.Context({"homs:viewer"}).get(),
                                                 departments, &department_list)));
}

}  // namespace
}  // namespace mudiriya::registry
