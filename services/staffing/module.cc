#include "services/staffing/module.h"

#include <memory>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "common/resource/write.h"
#include "common/status/macros.h"
#include "services/staffing/changes.h"
#include "services/staffing/identity_cipher.h"
#include "services/staffing/level_upkeep.h"
#include "services/staffing/places_client.h"
#include "services/staffing/places_follower.h"
#include "services/staffing/staffing_schema.h"

namespace mudiriya::staffing {
namespace {

// Holds the key that national ids are sealed with; to be kept with every backup.
constexpr char kIdentityKeyFile[] = "identity.key";

absl::Status SetUp(server::Setup& setup) {
  ASSIGN_OR_RETURN(auto registry, setup.Peer("registry"));
  setup.services().Add(FollowedPlaces(RegistryPlaces(std::move(registry))));
  ASSIGN_OR_RETURN(auto cipher,
                   IdentityCipher::FromFile(absl::StrCat(setup.data_dir(), "/", kIdentityKeyFile)));
  setup.services().Add(std::make_shared<IdentityCipher>(std::move(cipher)));
  return absl::OkStatus();
}

}  // namespace

server::Service Staffing() {
  return {.name = "staffing",
          .schema = "mudiriya_staffing",
          .schema_files = &StaffingSchema,
          .contracts = {CadreContract(),
                        StaffMemberContract(),
                        AssignmentContract(),
                        LeaveContract(),
                        StaffReturnContract(),
                        WorkingTimeContract(),
                        ActivityStandardContract(),
                        SupportActivityContract(),
                        AdditionalActivityContract(),
                        WorkloadContract(),
                        StaffingNormContract(),
                        EstablishmentContract(),
                        SubstitutionRuleContract(),
                        StaffingSettingsContract(),
                        RequirementContract(),
                        GapContract(),
                        AllocationPlanContract(),
                        ChangeContract(),
                        ImportContract(),
                        ExportContract()},
          .setup = &SetUp,
          .periodic_tasks = {{"seal_changes", absl::Seconds(2), &SealChanges},
                             {"prune_answers", absl::Hours(1), &resource::PruneAnswers},
                             {"keep_levels_fresh", absl::Minutes(1), &KeepLevelsFresh}}};
}

}  // namespace mudiriya::staffing
