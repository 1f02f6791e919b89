#ifndef MUDIRIYA_SERVICES_STAFFING_PLACE_TABLE_H_
#define MUDIRIYA_SERVICES_STAFFING_PLACE_TABLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "mudiriya/registry/v1/facility.pb.h"
#include "mudiriya/type/v1/localized_text.pb.h"

namespace mudiriya::staffing {

// What staffing knows of a facility: the registry's facts, copied into the table `place` so that
// gaps and requirements are computed without a call. Ids are ids, not resource names. What the
// registry does not know is empty.
struct Place {
  std::string facility;
  type::v1::LocalizedText display_name;
  registry::v1::Facility::Type type = registry::v1::Facility::TYPE_UNSPECIFIED;
  registry::v1::Facility::OperationalStatus operational_status =
      registry::v1::Facility::OPERATIONAL_STATUS_UNSPECIFIED;
  std::vector<std::string> areas;  // from the nearest to the top
  std::string district;            // the one of `areas` of level DISTRICT; "" if there is none
  std::optional<int64_t> catchment_population;
  std::optional<int64_t> beds;
  bool referral = false;
  bool critical_service = false;
  std::optional<double> latitude;  // degrees, WGS 84; the area's centroid for want of its own
  std::optional<double> longitude;
  std::optional<double> density_per_km2;
  std::optional<double> referral_km;      // great-circle distance to the nearest referral hospital
  std::optional<double> density_rank;     // 0..1
  std::optional<double> remoteness_rank;  // 0..1
  bool deleted = false;
};

// The places of these facilities that are known, deleted ones included, by facility id. Ids may
// repeat; those that are not known are left out.
absl::StatusOr<std::vector<Place>> FindPlaces(db::Transaction& tx, absl::string_view directorate,
                                              absl::Span<const std::string> facilities);

// Every facility of a directorate that is not deleted, by facility id.
absl::StatusOr<std::vector<Place>> AllPlaces(db::Transaction& tx, absl::string_view directorate);

// The facilities of one type in one district (an area id, not empty), by facility id; deleted ones
// left out.
absl::StatusOr<std::vector<Place>> PlacesInDistrict(db::Transaction& tx,
                                                    absl::string_view directorate,
                                                    registry::v1::Facility::Type type,
                                                    absl::string_view district);

// A page of facility ids that are not deleted, in order, after an id ("" for the first).
absl::StatusOr<std::vector<std::string>> FacilityIdsAfter(db::Transaction& tx,
                                                          absl::string_view directorate,
                                                          absl::string_view after, int limit);

// Stores places over what was known of them, in statements of up to 512 rows.
absl::Status StorePlaces(db::Transaction& tx, absl::string_view directorate,
                         absl::Span<const Place> places);

}  // namespace mudiriya::staffing

#endif  // MUDIRIYA_SERVICES_STAFFING_PLACE_TABLE_H_
