#ifndef MUDIRIYA_COMMON_RESOURCE_TABLE_SQL_H_
#define MUDIRIYA_COMMON_RESOURCE_TABLE_SQL_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "common/resource/table_shape.h"

namespace mudiriya::resource {

// Columns in the order in which they are selected: keys, fields (not those for search), times,
// row_version.
std::vector<std::string> SelectedColumns(const TableShape& shape);
// Columns in the order in which a row's values are bound on insertion: keys, all fields,
// create_time, update_time, row_version.
std::vector<std::string> StoredColumns(const TableShape& shape);

// Fills in the shape's statements.
void BuildStatements(TableShape* shape);

// INSERT of so many rows; with `upsert` it stores over rows that are there.
std::string InsertStatement(const TableShape& shape, size_t rows, bool upsert);

// The rows of so many keys that differ in their last id alone: … AND facility_id IN (?, ?).
std::string SelectManyStatement(const TableShape& shape, size_t keys, bool lock);

// The rows of so many keys of one directorate: … AND ((a_id = ? AND b_id = ?) OR …).
std::string SelectScatteredStatement(const TableShape& shape, size_t keys, bool lock);

// "?, ?, ?"
std::string Placeholders(size_t count);

}  // namespace mudiriya::resource

#endif  // MUDIRIYA_COMMON_RESOURCE_TABLE_SQL_H_
