#include "services/suite/seed_loader.h"

#include <gmock/gmock.h>
#include <grpcpp/grpcpp.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "google/api/resource.pb.h"
#include "mudiriya/registry/v1/area.pb.h"
#include "mudiriya/registry/v1/department.pb.h"
#include "mudiriya/registry/v1/directorate_service.grpc.pb.h"
#include "mudiriya/registry/v1/facility.pb.h"
#include "mudiriya/registry/v1/holiday.pb.h"
#include "mudiriya/registry/v1/import_service.grpc.pb.h"
#include "mudiriya/registry/v1/programme.pb.h"
#include "mudiriya/staffing/v1/activity_standard.pb.h"
#include "mudiriya/staffing/v1/additional_activity.pb.h"
#include "mudiriya/staffing/v1/assignment.pb.h"
#include "mudiriya/staffing/v1/cadre.pb.h"
#include "mudiriya/staffing/v1/establishment.pb.h"
#include "mudiriya/staffing/v1/import_service.grpc.pb.h"
#include "mudiriya/staffing/v1/leave.pb.h"
#include "mudiriya/staffing/v1/staff_member.pb.h"
#include "mudiriya/staffing/v1/staff_return.pb.h"
#include "mudiriya/staffing/v1/staffing_norm.pb.h"
#include "mudiriya/staffing/v1/staffing_settings_service.grpc.pb.h"
#include "mudiriya/staffing/v1/substitution_rule.pb.h"
#include "mudiriya/staffing/v1/support_activity.pb.h"
#include "mudiriya/staffing/v1/working_time.pb.h"
#include "mudiriya/staffing/v1/workload.pb.h"
#include "tests/testing/status_matchers.h"

namespace mudiriya::suite {
namespace {

namespace fs = std::filesystem;
namespace registry = ::mudiriya::registry::v1;
namespace staffing = ::mudiriya::staffing::v1;

using ::mudiriya::testing::StatusIs;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// What the fake services were asked, in order, and what they answer.
struct Record {
  std::vector<std::string> calls;
  std::string token;
  std::string rejected;  // rows with this text are rejected
  std::vector<std::string> unknown_titles;
};

void Note(Record& record, const grpc::ServerContext& context, const std::string& call) {
  record.calls.push_back(call);
  const auto header = context.client_metadata().find("authorization");
  if (header != context.client_metadata().end()) {
    record.token = std::string(header->second.data(), header->second.size());
  }
}

// The message of a resource type; null for one that is not imported.
const google::protobuf::Descriptor* DescriptorOf(const std::string& resource_type) {
  for (const google::protobuf::Descriptor* message :
       {registry::Area::descriptor(), registry::Programme::descriptor(),
        registry::Holiday::descriptor(), registry::Facility::descriptor(),
        registry::Department::descriptor(), staffing::Cadre::descriptor(),
        staffing::WorkingTime::descriptor(), staffing::ActivityStandard::descriptor(),
        staffing::SupportActivity::descriptor(), staffing::AdditionalActivity::descriptor(),
        staffing::SubstitutionRule::descriptor(), staffing::StaffingNorm::descriptor(),
        staffing::Establishment::descriptor(), staffing::StaffMember::descriptor(),
        staffing::Assignment::descriptor(), staffing::Leave::descriptor(),
        staffing::StaffReturn::descriptor(), staffing::Workload::descriptor()}) {
    if (message->options().GetExtension(google::api::resource).type() == resource_type) {
      return message;
    }
  }
  return nullptr;
}

// Titles of a header that are neither a field of the resource nor a variable of its name.
std::vector<std::string> UnknownTitles(const std::string& resource_type, absl::string_view header) {
  const google::protobuf::Descriptor* message = DescriptorOf(resource_type);
  if (message == nullptr) return {resource_type};
  const std::string& pattern = message->options().GetExtension(google::api::resource).pattern(0);
  std::vector<std::string> unknown;
  for (const std::string& title : std::vector<std::string>(absl::StrSplit(header, ','))) {
    const google::protobuf::Descriptor* at = message;
    for (absl::string_view step : absl::StrSplit(title, '.')) {
      const auto* field = at == nullptr ? nullptr : at->FindFieldByName(std::string(step));
      if (field == nullptr && !absl::StrContains(pattern, absl::StrCat("{", title, "}"))) {
        unknown.push_back(title);
      }
      at = field == nullptr ? nullptr : field->message_type();
    }
  }
  return unknown;
}

// An ImportService of either service: counts the rows as created.
template <typename Base, typename Request, typename Response>
class FakeImport final : public Base {
 public:
  explicit FakeImport(Record& record) : record_(record) {}

  grpc::Status ImportRows(grpc::ServerContext* context, const Request* request,
                          Response* response) override {
    Note(record_, *context,
         request->resource_type() + "@" + std::to_string(request->first_row()) + " in " +
             request->parent());
    for (const std::string& title : UnknownTitles(
             request->resource_type(), request->csv().substr(0, request->csv().find('\n')))) {
      record_.unknown_titles.push_back(request->resource_type() + ": " + title);
    }
    const auto rows = std::count(request->csv().begin(), request->csv().end(), '\n') - 1;
    if (record_.rejected.empty() || request->csv().find(record_.rejected) == std::string::npos) {
      response->set_created_count(rows);
      return grpc::Status::OK;
    }
    response->set_rejected_count(1);
    auto* outcome = response->add_outcomes();
    outcome->set_row(request->first_row());
    auto* problem = outcome->add_problems();
    problem->set_field("fte");
    problem->set_message("must be at most 1");
    return grpc::Status::OK;
  }

 private:
  Record& record_;
};

class FakeDirectorates final : public registry::DirectorateService::Service {
 public:
  explicit FakeDirectorates(Record& record) : record_(record) {}

  grpc::Status UpdateDirectorate(grpc::ServerContext* context,
                                 const registry::UpdateDirectorateRequest* request,
                                 registry::Directorate*) override {
    std::string call = request->directorate().name();
    for (const std::string& path : request->update_mask().paths()) call += " " + path;
    Note(record_, *context, call + (request->allow_missing() ? " or create" : ""));
    return grpc::Status::OK;
  }

 private:
  Record& record_;
};

class FakeSettings final : public staffing::StaffingSettingsService::Service {
 public:
  explicit FakeSettings(Record& record) : record_(record) {}

  grpc::Status UpdateStaffingSettings(grpc::ServerContext* context,
                                      const staffing::UpdateStaffingSettingsRequest* request,
                                      staffing::StaffingSettings*) override {
    Note(record_, *context, request->staffing_settings().name());
    return grpc::Status::OK;
  }

 private:
  Record& record_;
};

class SeedLoaderTest : public ::testing::Test {
 protected:
  SeedLoaderTest() : folder_(fs::path(::testing::TempDir()) / "seed_loader") {
    fs::remove_all(folder_);
    grpc::ServerBuilder builder;
    builder.RegisterService(&directorates_);
    builder.RegisterService(&settings_);
    builder.RegisterService(&places_);
    builder.RegisterService(&staff_);
    server_ = builder.BuildAndStart();
  }
  ~SeedLoaderTest() override {
    server_->Shutdown();
    fs::remove_all(folder_);
  }

  void Write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }

  absl::StatusOr<SeedCounts> Load(const std::string& folder) {
    return LoadSeeds(server_->InProcessChannel({}), "secret", folder, progress_);
  }

  const fs::path folder_;
  Record record_;
  FakeDirectorates directorates_{record_};
  FakeSettings settings_{record_};
  FakeImport<registry::ImportService::Service, registry::ImportRowsRequest,
             registry::ImportRowsResponse>
      places_{record_};
  FakeImport<staffing::ImportService::Service, staffing::ImportRowsRequest,
             staffing::ImportRowsResponse>
      staff_{record_};
  std::unique_ptr<grpc::Server> server_;
  std::ostringstream progress_;
};

TEST_F(SeedLoaderTest, AsksEachServiceForItsResourcesInOrder) {
  Write("homs/00_directorate.json", R"({"name": "directorates/homs", "country": "SY"})");
  Write("homs/10_areas.csv", "area\nsy04\n");
  Write("homs/20_cadres.csv", "cadre\nnurse\n");
  Write("homs/28_staffingSettings.json", R"({"name": "directorates/homs/staffingSettings"})");
  const auto counts = Load(folder_.string());
  ASSERT_TRUE(counts.ok()) << counts.status();
  EXPECT_EQ(counts->created, 2);
  EXPECT_THAT(record_.calls, ElementsAre("directorates/homs country or create",
                                         "registry.mudiriya.health/Area@2 in directorates/homs",
                                         "staffing.mudiriya.health/Cadre@2 in directorates/homs",
                                         "directorates/homs/staffingSettings"));
  EXPECT_EQ(record_.token, "Bearer secret");
  EXPECT_THAT(progress_.str(), HasSubstr("homs areas: 1 created"));
}

TEST_F(SeedLoaderTest, SendsLongFilesInParts) {
  std::string csv = "staff_member\n";
  for (int row = 0; row < 1001; ++row) csv += "s-" + std::to_string(row) + "\n";
  Write("homs/30_staffMembers.csv", csv);
  const auto counts = Load(folder_.string());
  ASSERT_TRUE(counts.ok()) << counts.status();
  EXPECT_EQ(counts->created, 1001);
  EXPECT_THAT(record_.calls,
              ElementsAre("staffing.mudiriya.health/StaffMember@2 in directorates/homs",
                          "staffing.mudiriya.health/StaffMember@1002 in directorates/homs"));
}

TEST_F(SeedLoaderTest, ARejectedRowEndsTheLoadingAndIsNamed) {
  Write("homs/31_assignments.csv", "assignment\nbad\n");
  Write("homs/32_leaves.csv", "leave\nl1\n");
  record_.rejected = "bad";
  EXPECT_THAT(Load(folder_.string()),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       AllOf(HasSubstr("31_assignments.csv"), HasSubstr("row 2"), HasSubstr("fte"),
                             HasSubstr("must be at most 1"))));
  EXPECT_EQ(record_.calls.size(), 1);
}

TEST_F(SeedLoaderTest, RefusesACollectionThatNoServiceKnows) {
  Write("homs/40_unicorns.csv", "unicorn\nu1\n");
  EXPECT_THAT(Load(folder_.string()),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("unknown collection")));
}

TEST_F(SeedLoaderTest, RefusesJsonThatDoesNotFitItsContract) {
  Write("homs/00_directorate.json", R"({"name": "directorates/homs", "colour": "green"})");
  EXPECT_THAT(Load(folder_.string()),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("00_directorate.json")));
}

TEST_F(SeedLoaderTest, TheProjectsOwnDataFitsTheContracts) {
  const auto counts = Load(MUDIRIYA_SEEDS_FOLDER);
  ASSERT_TRUE(counts.ok()) << counts.status();
  EXPECT_GT(counts->created, 20000);
  EXPECT_THAT(record_.unknown_titles, IsEmpty());
}

}  // namespace
}  // namespace mudiriya::suite
