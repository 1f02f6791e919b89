#include "services/staffing/plan_details.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/status/macros.h"
#include "services/staffing/id_list.h"
#include "services/staffing/localized_name.h"
#include "services/staffing/place_table.h"
#include "services/staffing/plan_reasons.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

using type::v1::LocalizedText;

LocalizedText NameOf(const db::Row& row, size_t first) {
  LocalizedText name;
  if (!row.IsNull(first)) name.set_ar(row.Text(first));
  if (!row.IsNull(first + 1)) name.set_en(row.Text(first + 1));
  if (!row.IsNull(first + 2)) name.set_fr(row.Text(first + 2));
  return name;
}

absl::StatusOr<NamesById> FacilityNames(db::Transaction& tx, absl::string_view directorate,
                                        absl::Span<const v1::AllocationMove> moves) {
  std::set<std::string> ids;
  for (const v1::AllocationMove& move : moves) {
    ids.emplace(IdOf(move.from_facility()));
    ids.emplace(IdOf(move.to_facility()));
  }
  ASSIGN_OR_RETURN(std::vector<Place> places,
                   FindPlaces(tx, directorate, std::vector<std::string>(ids.begin(), ids.end())));
  NamesById names;
  for (Place& place : places) names.emplace(place.facility, std::move(place.display_name));
  return names;
}

absl::StatusOr<NamesById> PersonNames(db::Transaction& tx, absl::string_view directorate,
                                      absl::Span<const v1::AllocationMove> moves) {
  std::vector<std::string> persons;
  for (const v1::AllocationMove& move : moves) {
    if (!move.staff_member().empty()) persons.emplace_back(IdOf(move.staff_member()));
  }
  NamesById names;
  RETURN_IF_ERROR(ForEachChunk(persons, [&](const IdChunk& ids) -> absl::Status {
    std::vector<db::Value> params = {std::string(directorate)};
    params.insert(params.end(), ids.values.begin(), ids.values.end());
    ASSIGN_OR_RETURN(const db::ResultSet rows,
                     tx.Query(absl::StrCat("SELECT staff_member_id, display_name_ar,"
                                           " display_name_en, display_name_fr FROM staff_member"
                                           " WHERE directorate_id = ? AND staff_member_id IN (",
                                           ids.marks, ")"),
                              params));
    for (const db::Row row : rows) names[row.Text(0)] = NameOf(row, 1);
    return absl::OkStatus();
  }));
  return names;
}

absl::Status LoadDirectorate(db::Transaction& tx, absl::string_view directorate,
                             MoveDetails& details) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT display_name_ar, display_name_en, display_name_fr, country"
                            " FROM place_directorate WHERE directorate_id = ?",
                            {{std::string(directorate)}}));
  if (rows.empty()) return absl::OkStatus();
  details.directorate = NameOf(rows.front(), 0);
  details.style = text::StyleOfCountry(rows.front().Text(3));
  return absl::OkStatus();
}

const LocalizedText* Find(const NamesById& names, absl::string_view resource) {
  const auto found = names.find(std::string(IdOf(resource)));
  return found == names.end() ? nullptr : &found->second;
}

// An id reads better than a gap in a sentence.
std::string NameOrId(const NamesById& names, absl::string_view resource, Language language) {
  const LocalizedText* name = Find(names, resource);
  const std::string text = name == nullptr ? "" : NameIn(language, *name);
  return text.empty() ? std::string(IdOf(resource)) : text;
}

void Complete(const MoveDetails& details, Language language, v1::AllocationMove& move) {
  if (const auto* name = Find(details.facilities, move.from_facility())) {
    *move.mutable_from_display_name() = *name;
  }
  if (const auto* name = Find(details.facilities, move.to_facility())) {
    *move.mutable_to_display_name() = *name;
  }
  if (const auto* name = Find(details.persons, move.staff_member())) {
    *move.mutable_staff_member_display_name() = *name;
  }
  const MoveNames names = {NameOrId(details.facilities, move.from_facility(), language),
                           NameOrId(details.facilities, move.to_facility(), language),
                           NameOrId(details.cadres, move.cadre(), language),
                           NameOrId(details.cadres, move.needed_cadre(), language)};
  text::NumberStyle style;
  style.language = language;
  if (language == Language::kArabic) style.digits = details.style.digits;
  move.set_reason(ReasonFor(move, names, style));
}

}  // namespace

absl::StatusOr<MoveDetails> LoadMoveDetails(db::Transaction& tx, absl::string_view directorate,
                                            absl::Span<const v1::AllocationMove> moves,
                                            bool with_persons) {
  MoveDetails details;
  ASSIGN_OR_RETURN(details.facilities, FacilityNames(tx, directorate, moves));
  ASSIGN_OR_RETURN(details.cadres, CadreNames(tx, directorate));
  if (with_persons) {
    ASSIGN_OR_RETURN(details.persons, PersonNames(tx, directorate, moves));
  }
  RETURN_IF_ERROR(LoadDirectorate(tx, directorate, details));
  return details;
}

bool MaySeePersons(const Call& call, absl::string_view directorate) {
  return call.caller().Has("staffing.staff_members.read", directorate);
}

absl::Status CompleteMoves(const Call& call, db::Transaction& tx, absl::string_view directorate,
                           absl::Span<v1::AllocationMove> moves) {
  ASSIGN_OR_RETURN(const MoveDetails details,
                   LoadMoveDetails(tx, directorate, moves, MaySeePersons(call, directorate)));
  for (v1::AllocationMove& move : moves) Complete(details, call.language(), move);
  return absl::OkStatus();
}

}  // namespace mudiriya::staffing
