#include "services/staffing/establishments.h"

#include <string>

#include "common/resource/standard.h"
#include "services/staffing/common_rules.h"

namespace mudiriya::staffing {
namespace {

namespace standard = resource::standard;

using google::protobuf::FieldMask;

// `unit-17--nursing`.
std::string IdFor(const v1::Establishment& row) {
  return RowId({IdOf(row.facility()), IdOf(row.cadre())});
}

RecordRules<v1::Establishment> MakeRules() {
  RecordRules<v1::Establishment> rules;
  rules.field = "establishment";
  rules.id_of = &IdFor;
  rules.places = [](const v1::Establishment& row, const FieldMask& mask,
                    PlaceReferences& references) {
    if (Writes(mask, "facility")) references.Add("establishment.facility", row.facility());
  };
  rules.check_stored = [](db::Transaction& tx, const WriteScope& scope, auto batch) {
    return CheckCadres(tx, "establishment.cadre", scope, batch);
  };
  rules.touch = &TouchPairs<v1::Establishment>;
  return rules;
}

}  // namespace

const resource::Table<v1::Establishment>& Establishments() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::Establishment> table("establishment",
                                              {
                                                  Reference("facility").Filterable().Sortable(),
                                                  Reference("cadre").Filterable().Sortable(),
                                                  Number("posts").Filterable().Sortable(),
                                                  Text("source").Filterable(),
                                              });
  return table;
}

const RecordRules<v1::Establishment>& EstablishmentRules() {
  static const RecordRules<v1::Establishment> rules = MakeRules();
  return rules;
}

absl::StatusOr<v1::Establishment> GetEstablishment(Call& call,
                                                   const v1::GetEstablishmentRequest& request) {
  return standard::Get(call, Establishments(), request);
}

absl::StatusOr<v1::ListEstablishmentsResponse> ListEstablishments(
    Call& call, const v1::ListEstablishmentsRequest& request) {
  return standard::List<v1::ListEstablishmentsResponse>(call, Establishments(), request);
}

absl::StatusOr<v1::Establishment> CreateEstablishment(
    Call& call, const v1::CreateEstablishmentRequest& request) {
  v1::CreateEstablishmentRequest named = request;
  if (named.establishment_id().empty()) named.set_establishment_id(IdFor(request.establishment()));
  return standard::Create(call, Establishments(), named,
                          HooksOf(EstablishmentRules(), request.parent(), request.establishment()));
}

absl::StatusOr<v1::Establishment> UpdateEstablishment(
    Call& call, const v1::UpdateEstablishmentRequest& request) {
  const v1::Establishment& row = request.establishment();
  return standard::Update(call, Establishments(), request,
                          HooksOf(EstablishmentRules(), row.name(), row, request.update_mask()));
}

absl::StatusOr<google::protobuf::Empty> DeleteEstablishment(
    Call& call, const v1::DeleteEstablishmentRequest& request) {
  return standard::Delete<google::protobuf::Empty>(call, Establishments(), request,
                                                   HooksOf(EstablishmentRules(), request.name()));
}

}  // namespace mudiriya::staffing
