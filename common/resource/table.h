#ifndef MUDIRIYA_COMMON_RESOURCE_TABLE_H_
#define MUDIRIYA_COMMON_RESOURCE_TABLE_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "common/db/transaction.h"
#include "common/resource/column.h"
#include "common/resource/name.h"
#include "common/resource/table_core.h"

namespace mudiriya::resource {

// A stored resource: an explicit list of columns over one storage table. A worked example.
//
// The SQL, in services/registry/schema/0003_area.sql. The key columns are the variables of the
// resource's pattern, `directorates/{directorate}/areas/{area}`; then the columns declared; then
// those of the standard fields that the message has: create_time, update_time, delete_time, and
// row_version for `etag`. The table may have more columns, if they have a default.
//
//   CREATE TABLE area (
//     directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
//     area_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
//     code VARCHAR(40) NULL,
//     display_name_ar VARCHAR(200) NULL,
//     display_name_en VARCHAR(200) NULL,
//     display_name_fr VARCHAR(200) NULL,
//     display_name_search VARCHAR(640) NULL,
//     level VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
//     parent_area_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NULL,
//     create_time DATETIME(6) NOT NULL,
//     update_time DATETIME(6) NOT NULL,
//     delete_time DATETIME(6) NULL,
//     row_version BIGINT NOT NULL,
//     PRIMARY KEY (directorate_id, area_id),
//     UNIQUE KEY code (directorate_id, code)   -- a unique key is named after its column
//   ) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
//
// The table, in services/registry/areas.cc:
//
//   const Table<Area>& Areas() {
//     static const Table<Area> table("area", {
//         Text("code").EmptyIsNull().Filterable().Sortable(),
//         Text("display_name.ar").Filterable().Sortable(),
//         Text("display_name.en").Filterable().Sortable(),
//         Text("display_name.fr"),
//         Search("display_name").Filterable().Sortable(),
//         EnumName("level").Filterable(),
//         Reference("parent_area").Filterable(),
//     });
//     return table;
//   }
//
// Handlers:
//
//   absl::StatusOr<Area> GetArea(Call& call, const GetAreaRequest& request) {
//     return standard::Get(call, Areas(), request);
//   }
//   absl::StatusOr<ListAreasResponse> ListAreas(Call& call, const ListAreasRequest& request) {
//     return standard::List<ListAreasResponse>(call, Areas(), request);
//   }
//   absl::StatusOr<Area> CreateArea(Call& call, const CreateAreaRequest& request) {
//     Hooks<Area> hooks;
//     hooks.before_write = [](db::Transaction& tx, const Area*, Area& next) {
//       return CheckNoCycle(tx, next);
//     };
//     return standard::Create(call, Areas(), request, hooks);
//   }
//
// A mistake in the declaration (no such field, a kind that does not fit its type) ends the process
// with a message when the table is built: a table is built once, at start or in a test. Immutable
// from then on, so it may be shared between threads. All functions take an open transaction; those
// that write do not append to the change log (standard:: and RunImport do; else see change_log.h).
template <typename M>
class Table : public TableCore {
 public:
  Table(absl::string_view storage_table, const std::vector<Column>& columns)
      : TableCore(M::default_instance(), storage_table, columns) {}

  // Returns NOT_FOUND if there is no such row; a soft-deleted row is found.
  absl::StatusOr<M> Get(db::Transaction& tx, const ResourceName& name,
                        Lock lock = Lock::kNone) const {
    M row;
    absl::Status status = GetInto(tx, name, lock, row);
    if (!status.ok()) return status;
    return row;
  }

  // One entry for each name, in order; nullopt where there is no such row. Names may repeat.
  absl::StatusOr<std::vector<std::optional<M>>> GetMany(db::Transaction& tx,
                                                        absl::Span<const ResourceName> names,
                                                        Lock lock = Lock::kNone) const {
    std::vector<std::optional<M>> rows(names.size());
    absl::Status status =
        GetManyInto(tx, names, lock, [&rows](size_t i) { return &rows[i].emplace(); });
    if (!status.ok()) return status;
    return rows;
  }

  // The rows of a page and what is needed to ask for the next.
  absl::StatusOr<std::vector<M>> List(db::Transaction& tx, const ListQuery& query,
                                      std::string* next_page_token) const {
    std::vector<M> rows;
    absl::Status status = ListInto(
        tx, query, [&rows] { return &rows.emplace_back(); }, next_page_token);
    if (!status.ok()) return status;
    return rows;
  }

  // Stores a new row; fills in the standard fields of `row` (times, etag) from `now`.
  // Returns ALREADY_EXISTS if the name, or the value of another unique key, is taken.
  absl::Status Insert(db::Transaction& tx, M& row, absl::Time now) const {
    return InsertMessage(tx, row, now);
  }

  // The same for many rows, in statements of up to 512 rows. One bad row fails its statement.
  absl::Status InsertMany(db::Transaction& tx, absl::Span<M* const> rows, absl::Time now) const {
    return InsertMessages(tx, {rows.begin(), rows.end()}, now);
  }

  // Stores `next` over `old`, both of the same name, if the row still is at old's version; raises
  // the version and update_time in `next`. Immutable columns keep their value.
  // Returns ABORTED if the row has changed or vanished since, ALREADY_EXISTS for a taken value.
  absl::Status Update(db::Transaction& tx, const M& old, M& next, absl::Time now) const {
    return UpdateMessage(tx, old, next, now);
  }

  // The same for many rows that the caller has locked (GetMany with Lock::kForUpdate).
  absl::Status UpdateMany(db::Transaction& tx, absl::Span<M* const> rows, absl::Time now) const {
    return UpdateMessages(tx, {rows.begin(), rows.end()}, now);
  }

  // Sets delete_time. The table must have one. Returns as Update does.
  absl::Status SoftDelete(db::Transaction& tx, M& row, absl::Time now) const {
    return SetDeleted(tx, row, now, /*deleted=*/true);
  }
  // Clears delete_time.
  absl::Status Undelete(db::Transaction& tx, M& row, absl::Time now) const {
    return SetDeleted(tx, row, now, /*deleted=*/false);
  }
  // Removes the row. Returns FAILED_PRECONDITION if other rows refer to it by a foreign key.
  absl::Status Delete(db::Transaction& tx, const M& row) const { return DeleteRow(tx, row); }
};

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_TABLE_H_
