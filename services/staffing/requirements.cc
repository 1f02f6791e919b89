#include "services/staffing/requirements.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/db/connection.h"
#include "common/resource/name.h"
#include "common/resource/page_token.h"
#include "common/status/errors.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "services/staffing/place_table.h"
#include "services/staffing/places.h"
#include "services/staffing/requirement_derivation.h"
#include "services/staffing/row_id.h"

namespace mudiriya::staffing {
namespace {

using resource::ResourceName;
using resource::ResourcePattern;

const ResourcePattern& Pattern() {
  static const ResourcePattern pattern = *ResourcePattern::Of(*v1::Requirement::descriptor());
  return pattern;
}

// The directorate's cadres, or the one asked for if it exists; by id.
absl::StatusOr<std::vector<std::string>> CadreIds(db::Transaction& tx,
                                                  const std::string& directorate,
                                                  absl::string_view only) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT cadre_id FROM cadre WHERE directorate_id = ?"
                            " AND delete_time IS NULL AND (? = '' OR cadre_id = ?)"
                            " ORDER BY cadre_id",
                            {{directorate, std::string(only), std::string(only)}}));
  std::vector<std::string> ids;
  for (const db::Row row : rows) ids.push_back(row.Text(0));
  return ids;
}

// Where a page begins: after this pair. The empty pair is before all.
struct Position {
  std::string facility;
  std::string cadre;
};

absl::StatusOr<Position> PositionOf(const v1::ListRequirementsRequest& request,
                                    absl::string_view fingerprint) {
  if (request.page_token().empty()) return Position();
  ASSIGN_OR_RETURN(std::vector<db::Value> values,
                   resource::DecodePageToken(request.page_token(), fingerprint, 2));
  auto* const facility = std::get_if<std::string>(&values[0]);
  auto* const cadre = std::get_if<std::string>(&values[1]);
  if (facility == nullptr || cadre == nullptr) {
    return InvalidField("page_token", Reason::INVALID_PAGE_TOKEN);
  }
  return Position{std::move(*facility), std::move(*cadre)};
}

// The facilities that a page may show: the one of `after` is among them while cadres of it are
// left.
absl::StatusOr<std::vector<std::string>> FacilityIds(db::Transaction& tx,
                                                     const ResourceName& parent,
                                                     const Position& after, int limit) {
  if (parent.id() == resource::kAny) {
    ASSIGN_OR_RETURN(std::vector<std::string> ids,
                     FacilityIdsAfter(tx, parent.directorate(), after.facility, limit));
    if (!after.facility.empty()) ids.insert(ids.begin(), after.facility);
    return ids;
  }
  ASSIGN_OR_RETURN(const std::vector<Place> places,
                   FindPlaces(tx, parent.directorate(), {parent.id()}));
  if (places.empty() || places[0].deleted) return std::vector<std::string>();
  return std::vector<std::string>{parent.id()};
}

// The first `limit` pairs after a position.
std::vector<LevelKey> PairsAfter(const std::vector<std::string>& facilities,
                                 const std::vector<std::string>& cadres, const Position& after,
                                 size_t limit) {
  std::vector<LevelKey> pairs;
  for (const std::string& facility : facilities) {
    for (const std::string& cadre : cadres) {
      if (facility == after.facility && cadre <= after.cadre) continue;
      if (pairs.size() == limit) return pairs;
      pairs.push_back({facility, cadre});
    }
  }
  return pairs;
}

absl::StatusOr<v1::ListRequirementsResponse> ListPage(db::Transaction& tx,
                                                      const ResourceName& parent,
                                                      absl::string_view cadre,
                                                      const Position& after, int32_t page_size,
                                                      absl::string_view fingerprint) {
  ASSIGN_OR_RETURN(const std::vector<std::string> cadres,
                   CadreIds(tx, parent.directorate(), IdOf(cadre)));
  // One facility more than can fill the page tells whether another page follows.
  ASSIGN_OR_RETURN(const std::vector<std::string> facilities,
                   FacilityIds(tx, parent, after, page_size + 1));
  std::vector<LevelKey> pairs = PairsAfter(facilities, cadres, after, page_size + 1);
  v1::ListRequirementsResponse response;
  if (pairs.size() > static_cast<size_t>(page_size)) {
    pairs.resize(page_size);
    response.set_next_page_token(
        resource::EncodePageToken(fingerprint, {pairs.back().facility, pairs.back().cadre}));
  }
  ASSIGN_OR_RETURN(std::vector<v1::Requirement> requirements,
                   DeriveRequirements(tx, parent.directorate(), pairs));
  for (v1::Requirement& requirement : requirements) {
    *response.add_requirements() = std::move(requirement);
  }
  return response;
}

}  // namespace

absl::StatusOr<v1::Requirement> GetRequirement(Call& call,
                                               const v1::GetRequirementRequest& request) {
  ASSIGN_OR_RETURN(const ResourceName name, Pattern().ParseName(request.name()));
  const std::string facility = ParentOf(request.name());
  ASSIGN_OR_RETURN(const std::vector<std::string> missing,
                   call.service<Places>().FindMissing(call, {facility}));
  if (!missing.empty()) return NotFound(request.name());
  return call.db().Read([&](db::Transaction& tx) -> absl::StatusOr<v1::Requirement> {
    ASSIGN_OR_RETURN(const std::vector<std::string> cadres,
                     CadreIds(tx, name.directorate(), name.id()));
    if (cadres.empty()) return NotFound(request.name());
    const LevelKey key{name.ids()[1], name.id()};
    ASSIGN_OR_RETURN(std::vector<v1::Requirement> requirements,
                     DeriveRequirements(tx, name.directorate(), {key}));
    return std::move(requirements.front());
  });
}

absl::StatusOr<v1::ListRequirementsResponse> ListRequirements(
    Call& call, const v1::ListRequirementsRequest& request) {
  ASSIGN_OR_RETURN(const ResourceName parent, Pattern().Parent().ParseParent(request.parent()));
  if (parent.directorate() == resource::kAny) {
    return InvalidField("parent", Reason::INVALID_NAME,
                        {{"pattern", "directorates/{directorate}/facilities/{facility}"}});
  }
  const std::string fingerprint =
      resource::Fingerprint({"requirements", request.parent(), request.cadre()});
  ASSIGN_OR_RETURN(const Position after, PositionOf(request, fingerprint));
  ASSIGN_OR_RETURN(const int32_t page_size, resource::EffectivePageSize(request.page_size()));
  return call.db().Read([&](db::Transaction& tx) {
    return ListPage(tx, parent, request.cadre(), after, page_size, fingerprint);
  });
}

}  // namespace mudiriya::staffing
