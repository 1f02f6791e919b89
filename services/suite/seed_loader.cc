#include "services/suite/seed_loader.h"

#include <google/protobuf/util/json_util.h>
#include <grpcpp/client_context.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "common/client/context.h"
#include "common/status/grpc_status.h"
#include "common/status/macros.h"
#include "mudiriya/registry/v1/directorate_service.grpc.pb.h"
#include "mudiriya/registry/v1/import_service.grpc.pb.h"
#include "mudiriya/staffing/v1/import_service.grpc.pb.h"
#include "mudiriya/staffing/v1/staffing_settings_service.grpc.pb.h"
#include "services/suite/seed_files.h"

namespace mudiriya::suite {
namespace {

namespace registry = ::mudiriya::registry::v1;
namespace staffing = ::mudiriya::staffing::v1;

// Few enough for a part to be written well within a call's time, also in a debug build.
constexpr int64_t kRowsPerCall = 1000;
constexpr std::chrono::minutes kCallTime(2);
constexpr size_t kProblemsShown = 3;

// The resource type behind each collection; its first part tells the service.
const std::string& ResourceType(const std::string& collection) {
  static const auto& types = *new absl::flat_hash_map<std::string, std::string>({
      {"areas", "registry.mudiriya.health/Area"},
      {"programmes", "registry.mudiriya.health/Programme"},
      {"holidays", "registry.mudiriya.health/Holiday"},
      {"facilities", "registry.mudiriya.health/Facility"},
      {"departments", "registry.mudiriya.health/Department"},
      {"cadres", "staffing.mudiriya.health/Cadre"},
      {"workingTimes", "staffing.mudiriya.health/WorkingTime"},
      {"activityStandards", "staffing.mudiriya.health/ActivityStandard"},
      {"supportActivities", "staffing.mudiriya.health/SupportActivity"},
      {"additionalActivities", "staffing.mudiriya.health/AdditionalActivity"},
      {"substitutionRules", "staffing.mudiriya.health/SubstitutionRule"},
      {"staffingNorms", "staffing.mudiriya.health/StaffingNorm"},
      {"establishments", "staffing.mudiriya.health/Establishment"},
      {"staffMembers", "staffing.mudiriya.health/StaffMember"},
      {"assignments", "staffing.mudiriya.health/Assignment"},
      {"leaves", "staffing.mudiriya.health/Leave"},
      {"staffReturns", "staffing.mudiriya.health/StaffReturn"},
      {"workloads", "staffing.mudiriya.health/Workload"},
  });
  static const auto& none = *new std::string();
  const auto found = types.find(collection);
  return found == types.end() ? none : found->second;
}

// Reads a single resource from JSON and lists the fields that it sets.
template <typename M>
absl::Status ParseResource(const std::string& json, M& resource,
                           google::protobuf::FieldMask& mask) {
  const auto parsed = google::protobuf::util::JsonStringToMessage(json, &resource);
  if (!parsed.ok()) return absl::InvalidArgumentError(parsed.ToString());
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  resource.GetReflection()->ListFields(resource, &fields);
  for (const google::protobuf::FieldDescriptor* field : fields) {
    if (field->name() != "name") mask.add_paths(field->name());
  }
  return absl::OkStatus();
}

template <typename Response>
std::string Problems(const Response& response) {
  std::vector<std::string> lines;
  for (const type::v1::RowOutcome& outcome : response.outcomes()) {
    for (const type::v1::RowProblem& problem : outcome.problems()) {
      if (lines.size() == kProblemsShown) break;
      lines.push_back(
          absl::StrCat("row ", outcome.row(), ", ", problem.field(), ": ", problem.message()));
    }
  }
  return absl::StrJoin(lines, "; ");
}

class Loader {
 public:
  Loader(const std::shared_ptr<grpc::Channel>& channel, absl::string_view token)
      : token_(token),
        directorates_(registry::DirectorateService::NewStub(channel)),
        places_(registry::ImportService::NewStub(channel)),
        staff_(staffing::ImportService::NewStub(channel)),
        settings_(staffing::StaffingSettingsService::NewStub(channel)) {}

  absl::StatusOr<SeedCounts> Load(const SeedFile& file) {
    ASSIGN_OR_RETURN(const std::string text, ReadFile(file.path));
    if (file.json) return LoadSingle(file, text);
    const std::string& type = ResourceType(file.collection);
    if (type.empty()) {
      return absl::InvalidArgumentError(absl::StrCat(file.path, ": unknown collection"));
    }
    if (absl::StartsWith(type, "registry.")) {
      return Import<registry::ImportRowsRequest, registry::ImportRowsResponse>(*places_, file, text,
                                                                               type);
    }
    return Import<staffing::ImportRowsRequest, staffing::ImportRowsResponse>(*staff_, file, text,
                                                                             type);
  }

 private:
  void Prepare(grpc::ClientContext& context) const {
    client::Prepare(token_, Language::kEnglish, &context);
    context.set_deadline(std::chrono::system_clock::now() + kCallTime);
  }

  absl::StatusOr<SeedCounts> LoadSingle(const SeedFile& file, const std::string& json) {
    grpc::ClientContext context;
    Prepare(context);
    if (file.collection == "directorate") {
      registry::UpdateDirectorateRequest request;
      registry::Directorate response;
      request.set_allow_missing(true);
      RETURN_IF_ERROR(
          ParseResource(json, *request.mutable_directorate(), *request.mutable_update_mask()));
      RETURN_IF_ERROR(
          FromGrpcStatus(directorates_->UpdateDirectorate(&context, request, &response)));
      return SeedCounts{};
    }
    staffing::UpdateStaffingSettingsRequest request;
    staffing::StaffingSettings response;
    RETURN_IF_ERROR(
        ParseResource(json, *request.mutable_staffing_settings(), *request.mutable_update_mask()));
    RETURN_IF_ERROR(
        FromGrpcStatus(settings_->UpdateStaffingSettings(&context, request, &response)));
    return SeedCounts{};
  }

  template <typename Request, typename Response, typename Stub>
  absl::StatusOr<SeedCounts> Import(Stub& stub, const SeedFile& file, absl::string_view csv,
                                    const std::string& type) {
    SeedCounts counts;
    for (const CsvPart& part : SplitRows(csv, kRowsPerCall)) {
      Request request;
      request.set_parent(absl::StrCat("directorates/", file.directorate));
      request.set_resource_type(type);
      request.set_csv(part.csv);
      request.set_first_row(part.first_row);
      Response response;
      grpc::ClientContext context;
      Prepare(context);
      RETURN_IF_ERROR(FromGrpcStatus(stub.ImportRows(&context, request, &response)));
      if (response.rejected_count() > 0) return absl::InvalidArgumentError(Problems(response));
      counts.created += response.created_count();
      counts.updated += response.updated_count();
      counts.unchanged += response.unchanged_count();
    }
    return counts;
  }

  const std::string token_;
  const std::unique_ptr<registry::DirectorateService::Stub> directorates_;
  const std::unique_ptr<registry::ImportService::Stub> places_;
  const std::unique_ptr<staffing::ImportService::Stub> staff_;
  const std::unique_ptr<staffing::StaffingSettingsService::Stub> settings_;
};

}  // namespace

absl::StatusOr<SeedCounts> LoadSeeds(const std::shared_ptr<grpc::Channel>& channel,
                                     absl::string_view token, const std::string& folder,
                                     std::ostream& progress) {
  ASSIGN_OR_RETURN(const std::vector<SeedFile> files, FindSeedFiles(folder));
  Loader loader(channel, token);
  SeedCounts total;
  for (const SeedFile& file : files) {
    const absl::StatusOr<SeedCounts> counts = loader.Load(file);
    if (!counts.ok()) {
      return absl::Status(counts.status().code(),
                          absl::StrCat(file.path, ": ", counts.status().message()));
    }
    progress << "seed: " << file.directorate << " " << file.collection << ": " << counts->created
             << " created, " << counts->updated << " updated, " << counts->unchanged << " unchanged"
             << std::endl;
    total.created += counts->created;
    total.updated += counts->updated;
    total.unchanged += counts->unchanged;
  }
  return total;
}

absl::StatusOr<std::string> FindSeedsFolder() {
  namespace fs = std::filesystem;
  if (const char* chosen = std::getenv("MUDIRIYA_SEEDS_DIR")) return chosen;
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  const fs::path built = (folder / "../../seeds").lexically_normal();
  const fs::path installed = (folder / "../share/mudiriya/seeds").lexically_normal();
  for (const fs::path& candidate : {built, installed}) {
    if (fs::is_directory(candidate, error)) return candidate.string();
  }
  return absl::NotFoundError(
      absl::StrCat("no demonstration data in ", built.string(), " or ", installed.string()));
}

}  // namespace mudiriya::suite
