#include "services/registry/programmes.h"

#include "absl/status/status.h"
#include "common/resource/standard.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/registry/checks.h"
#include "services/registry/references.h"

namespace mudiriya::registry {
namespace {

namespace standard = resource::standard;

absl::Status CheckOrder(const v1::Programme& programme) {
  if (!programme.has_start_date() || !programme.has_end_date()) return absl::OkStatus();
  if (ToCivilDay(programme.start_date()) <= ToCivilDay(programme.end_date())) {
    return absl::OkStatus();
  }
  return InvalidField("programme.end_date", Reason::END_BEFORE_START);
}

absl::Status BeforeWrite(db::Transaction& tx, const v1::Programme* old, v1::Programme& next) {
  RETURN_IF_ERROR(CheckOrder(next));
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
