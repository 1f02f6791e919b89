#include "services/registry/programmes.h"

#include <optional>

#include "absl/status/status.h"
#include "absl/time/civil_time.h"
#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/registry/checks.h"
#include "services/registry/references.h"

namespace mudiriya::registry {
namespace {

namespace standard = resource::standard;

absl::Status CheckDates(const v1::Programme& programme) {
  Violations violations;
  std::optional<absl::CivilDay> start, end;
  if (programme.has_start_date()) {
    start = CheckDate(programme.start_date(), "programme.start_date", violations);
  }
  if (programme.has_end_date()) {
    end = CheckDate(programme.end_date(), "programme.end_date", violations);
  }
  if (start.has_value() && end.has_value() && *end < *start) {
    violations.Add("programme.end_date", Reason::END_BEFORE_START);
  }
  return violations.ToStatus();
}

absl::Status BeforeWrite(db::Transaction& tx, const v1::Programme* old, v1::Programme& next) {
  RETURN_IF_ERROR(CheckDates(next));
  if (old != nullptr) return absl::OkStatus();
  ASSIGN_OR_RETURN(const resource::ResourceName name, Programmes().NameOf(next));
  return RequireDirectorate(tx, name.directorate());
}

}  // namespace

const resource::Table<v1::Programme>& Programmes() {
  using namespace resource;  // The column functions read as a list.
  static const Table<v1::Programme> table("programme",
                                          {
                                              Text("display_name.ar").Filterable().Sortable(),
                                              Text("display_name.en").Filterable().Sortable(),
                                              Text("display_name.fr").Filterable().Sortable(),
                                              Search("display_name").Filterable().Sortable(),
                                              Text("description"),
                                              Text("legal_basis").Filterable(),
                                              DateColumn("start_date").Filterable().Sortable(),
                                              DateColumn("end_date").Filterable().Sortable(),
                                              Integer("target_facilities"),
                                              Integer("target_departments"),
                                              Bool("synthetic").Filterable(),
                                          });
  return table;
}

resource::Hooks<v1::Programme> ProgrammeHooks() {
  resource::Hooks<v1::Programme> hooks;
  hooks.before_write = &BeforeWrite;
  return hooks;
}

absl::StatusOr<v1::Programme> CreateProgramme(Call& call,
                                              const v1::CreateProgrammeRequest& request) {
  return standard::Create(call, Programmes(), request, ProgrammeHooks());
}

absl::StatusOr<v1::Programme> GetProgramme(Call& call, const v1::GetProgrammeRequest& request) {
  return standard::Get(call, Programmes(), request);
}

absl::StatusOr<v1::ListProgrammesResponse> ListProgrammes(
    Call& call, const v1::ListProgrammesRequest& request) {
  return standard::List<v1::ListProgrammesResponse>(call, Programmes(), request);
}

absl::StatusOr<v1::Programme> UpdateProgramme(Call& call,
                                              const v1::UpdateProgrammeRequest& request) {
  return standard::Update(call, Programmes(), request, ProgrammeHooks());
}

absl::StatusOr<v1::Programme> DeleteProgramme(Call& call,
                                              const v1::DeleteProgrammeRequest& request) {
  return standard::Delete<v1::Programme>(call, Programmes(), request, ProgrammeHooks());
}

absl::StatusOr<v1::Programme> UndeleteProgramme(Call& call,
                                                const v1::UndeleteProgrammeRequest& request) {
  return standard::Undelete(call, Programmes(), request, ProgrammeHooks());
}

}  // namespace mudiriya::registry
