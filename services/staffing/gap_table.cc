#include "services/staffing/gap_table.h"

#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "common/resource/filter.h"
#include "common/resource/name.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/level_upkeep.h"
#include "services/staffing/place_areas.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

constexpr absl::string_view kNameColumn = "facility_name_search";

// All columns that lists know but the urgency, of the table under the name of `l`.
constexpr absl::string_view kPlainColumns =
    "l.directorate_id, l.gap_id, l.facility_id, l.cadre_id, l.facility_type, l.area_id,"
    " l.required_fte, l.current_fte, l.difference, l.ratio, l.band, l.full_time_count,"
    " l.requirement_source, l.established_posts, l.vacant_posts, l.density_rank,"
    " l.remoteness_rank, l.critical_service";

bool IsAny(const v1::PriorityWeights& weights) {
  return weights.has_density() || weights.has_remoteness() || weights.has_critical();
}

db::Value Given(bool has, double value) { return has ? db::Value(value) : db::Value(nullptr); }

// The urgency by other weights, computed for every row; see UrgencyOf.
resource::Condition WeighedUrgency(const v1::PriorityWeights& weights) {
  return {
      "(1 + COALESCE(?, s.density_weight) * l.density_rank"
      " + COALESCE(?, s.remoteness_weight) * l.remoteness_rank"
      " + CASE WHEN l.critical_service THEN COALESCE(?, s.critical_weight) ELSE 0 END)"
      " * CASE WHEN l.required_fte > 0 THEN l.required_fte"
      " * POW(GREATEST(0, 1 - l.current_fte / l.required_fte), 2) ELSE 0 END AS urgency",
      {Given(weights.has_density(), weights.density()),
       Given(weights.has_remoteness(), weights.remoteness()),
       Given(weights.has_critical(), weights.critical())}};
}

// What stands in for the table: it has the stored urgency and no names, so that its indexes serve
// the questions that are asked most. STRAIGHT_JOIN keeps it first also where others join in.
resource::Condition SourceFor(const v1::PriorityWeights& weights, bool names) {
  if (!names && !IsAny(weights)) return {};
  resource::Condition urgency = {"l.urgency", {}};
  if (IsAny(weights)) urgency = WeighedUrgency(weights);
  std::string sql = absl::StrCat("(SELECT ", kPlainColumns, ", ", urgency.sql);
  if (names) absl::StrAppend(&sql, ", p.display_name_search AS ", kNameColumn);
  absl::StrAppend(&sql, " FROM staffing_level l");
  if (names) {
    absl::StrAppend(&sql,
                    " STRAIGHT_JOIN place p ON p.directorate_id = l.directorate_id"
                    " AND p.facility_id = l.facility_id");
  }
  if (IsAny(weights)) {
    absl::StrAppend(&sql, " STRAIGHT_JOIN level_state s ON s.directorate_id = l.directorate_id");
  }
  return {absl::StrCat(sql, ") AS gap"), std::move(urgency.params)};
}

// The same whether it is not there or not to be seen.
absl::Status UnknownArea(absl::string_view area) {
  return InvalidField("area", Reason::REFERENCE_NOT_FOUND, {{"name", area}});
}

bool IsReadable(const DirectorateScope& scope, absl::string_view directorate) {
  return scope.all || absl::c_binary_search(scope.ids, directorate);
}

absl::Status AddArea(const GapQuestion& question, resource::ListQuery& query) {
  if (question.area.empty()) return absl::OkStatus();
  const absl::string_view directorate = resource::DirectorateOf(question.area);
  const std::string& parent = query.parent.directorate();
  if (parent != resource::kAny && parent != directorate) {
    return InvalidField("area", Reason::MISMATCH, {{"expected", question.parent}});
  }
  if (!IsReadable(query.scope, directorate)) return UnknownArea(question.area);
  query.condition = InSubtree("area_id", directorate, IdOf(question.area));
  query.condition.sql = absl::StrCat("directorate_id = ? AND ", query.condition.sql);
  query.condition.params.insert(query.condition.params.begin(), std::string(directorate));
  return absl::OkStatus();
}

}  // namespace

const resource::Table<v1::Gap>& Gaps() {
  using namespace resource;  // NOLINT: the column kinds read as a list
  static const Table<v1::Gap> table(
      "staffing_level",
      {
          Reference("facility").Filterable().Sortable(),
          Reference("cadre").Filterable().Sortable(),
          Search("facility_display_name").Named(kNameColumn).Filterable().Sortable(),
          EnumName("facility_type").Filterable().Sortable(),
          Reference("area").Filterable().Sortable(),
          Number("required").Named("required_fte").Filterable().Sortable(),
          Number("current").Named("current_fte").Filterable().Sortable(),
          Number("difference").Filterable().Sortable(),
          Number("ratio").Filterable().Sortable(),
          EnumName("band").Filterable().Sortable(),
          Number("full_time_count").Filterable().Sortable(),
          EnumName("requirement_source").Filterable().Sortable(),
          Number("established_posts").Filterable().Sortable(),
          Number("vacant_posts").Filterable().Sortable(),
          Number("priority.density_rank").Named("density_rank"),
          Number("priority.remoteness_rank").Named("remoteness_rank"),
          Bool("priority.critical_service").Named("critical_service"),
          Number("urgency").Filterable().Sortable(),
      });
  return table;
}

absl::StatusOr<resource::ListQuery> QueryOf(const Call& call, const GapQuestion& question,
                                            absl::string_view order_by) {
  resource::ListQuery query;
  const resource::ResourcePattern directorates = Gaps().pattern().Parent();
  if (question.any_directorate) {
    ASSIGN_OR_RETURN(query.parent, directorates.ParseParent(question.parent));
  } else {
    ASSIGN_OR_RETURN(query.parent, directorates.ParseName(question.parent, "parent"));
  }
  query.scope = call.readable();
  query.filter = question.filter;
  ASSIGN_OR_RETURN(const resource::Condition compiled,
                   resource::CompileFilter(Gaps().shape(), question.filter));
  query.order_by = std::string(order_by);
  const bool names = absl::StrContains(compiled.sql, kNameColumn) ||
                     absl::StrContains(order_by, "facility_display_name");
  query.source = SourceFor(question.weights, names);
  RETURN_IF_ERROR(AddArea(question, query));
  return query;
}

absl::Status FreshenFor(Call& call, const resource::ListQuery& query) {
  if (query.parent.directorate() != resource::kAny) {
    return FreshenLevels(call, query.parent.directorate()).status();
  }
  ASSIGN_OR_RETURN(const std::vector<std::string> directorates,
                   KnownDirectorates(call, query.scope));
  for (const std::string& directorate : directorates) {
    RETURN_IF_ERROR(FreshenLevels(call, directorate).status());
  }
  return absl::OkStatus();
}

absl::Status CheckArea(db::Transaction& tx, absl::string_view area) {
  if (area.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::vector<std::string> found,
                   FindAreas(tx, resource::DirectorateOf(area), {std::string(IdOf(area))}));
  if (!found.empty()) return absl::OkStatus();
  return UnknownArea(area);
}

}  // namespace mudiriya::staffing
