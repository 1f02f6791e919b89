#include "services/registry/area_population.h"

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "common/status/macros.h"

namespace mudiriya::registry {
namespace {

struct Derived {
  std::optional<int64_t> sum;
  bool incomplete = false;

  friend bool operator==(const Derived&, const Derived&) = default;
};

absl::StatusOr<Derived> SumOfChildren(db::Transaction& tx, const std::string& directorate,
                                      const std::string& id) {
  ASSIGN_OR_RETURN(const db::ResultSet rows,
                   tx.Query("SELECT SUM(COALESCE(population, population_derived)) AS total, "
                            "SUM(CASE WHEN population IS NULL AND (population_derived IS NULL "
                            "OR population_incomplete) THEN 1 ELSE 0 END) AS gaps "
                            "FROM area WHERE directorate_id = ? AND parent_area_id = ? "
                            "AND delete_time IS NULL",
                            {directorate, id}));
  Derived derived;
  if (rows.front().IsNull("total")) return derived;
  derived.sum = rows.front().Int64("total");
  derived.incomplete = rows.front().Int64("gaps") > 0;
  return derived;
}

// What is stored of an area, locked.
struct Stored {
  std::string parent;
  bool counted = false;  // has a population of its own
  Derived derived;
};

absl::StatusOr<std::optional<Stored>> LockStored(db::Transaction& tx,
                                                 const std::string& directorate,
                                                 const std::string& id) {
  ASSIGN_OR_RETURN(
      const db::ResultSet rows,
      tx.Query("SELECT parent_area_id, population, population_derived, population_incomplete "
               "FROM area WHERE directorate_id = ? AND area_id = ? FOR UPDATE",
               {directorate, id}));
  if (rows.empty()) return std::nullopt;
  const db::Row row = rows.front();
  Stored stored{row.Text("parent_area_id"), !row.IsNull("population"), {}};
  if (!row.IsNull("population_derived")) stored.derived.sum = row.Int64("population_derived");
  stored.derived.incomplete = row.Bool("population_incomplete");
  return stored;
}

absl::Status Store(db::Transaction& tx, const std::string& directorate, const std::string& id,
                   const Derived& derived) {
  const db::Value sum = derived.sum.has_value() ? db::Value(*derived.sum) : db::Value(nullptr);
  return tx
      .Execute(
          "UPDATE area SET population_derived = ?, population_incomplete = ? "
          "WHERE directorate_id = ? AND area_id = ?",
          {sum, derived.incomplete, directorate, id})
      .status();
}

}  // namespace

absl::Status FillDerivedPopulation(db::Transaction& tx, const std::string& directorate,
                                   const std::string& id, v1::Area& area) {
  Derived derived;
  if (!area.has_population()) {
    ASSIGN_OR_RETURN(derived, SumOfChildren(tx, directorate, id));
  }
  area.clear_population_derived();
  if (derived.sum.has_value()) area.set_population_derived(*derived.sum);
  area.set_population_incomplete(derived.incomplete);
  return absl::OkStatus();
}

absl::Status RefreshDerivedPopulation(db::Transaction& tx, const std::string& directorate,
                                      std::string id) {
  while (!id.empty()) {
    ASSIGN_OR_RETURN(const std::optional<Stored> stored, LockStored(tx, directorate, id));
    if (!stored.has_value()) return absl::OkStatus();
    Derived derived;
    if (!stored->counted) {
      ASSIGN_OR_RETURN(derived, SumOfChildren(tx, directorate, id));
    }
    if (derived == stored->derived) return absl::OkStatus();
    RETURN_IF_ERROR(Store(tx, directorate, id, derived));
    id = stored->parent;
  }
  return absl::OkStatus();
}

}  // namespace mudiriya::registry
