#ifndef MUDIRIYA_COMMON_DB_STATEMENT_H_
#define MUDIRIYA_COMMON_DB_STATEMENT_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/status/status.h"
#include "common/db/result_set.h"
#include "common/db/value.h"
#include "cppconn/connection.h"
#include "cppconn/prepared_statement.h"
#include "cppconn/resultset.h"

namespace mudiriya::db {

// A prepared statement: binds values and fetches rows by the types of their columns. All functions
// throw what the connector throws. Not thread-safe.
class Statement {
 public:
  Statement(sql::Connection& connection, const std::string& sql);

  // Returns INTERNAL if the number of params is not that of the `?`, or the statement returns no
  // rows.
  absl::Status Query(Params params, ResultSet& result);

  // Returns INTERNAL if the number of params is not that of the `?`, or the statement returns rows.
  absl::Status Execute(Params params, int64_t& affected_rows);

 private:
  enum class ColumnKind { kInteger, kUnsigned, kDouble, kText };

  absl::Status Bind(Params params);
  void BindOne(unsigned index, const Value& value);
  void ReadColumns(const sql::ResultSet& rows);
  Value ReadCell(const sql::ResultSet& rows, uint32_t index) const;

  std::unique_ptr<sql::PreparedStatement> prepared_;
  size_t parameter_count_;
  bool returns_rows_;
  std::shared_ptr<const Columns> columns_;
  std::vector<ColumnKind> kinds_;
};

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_STATEMENT_H_
