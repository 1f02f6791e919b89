#include "common/db/statement.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/db/sql_error.h"
#include "common/status/macros.h"
#include "cppconn/datatype.h"
#include "cppconn/parameter_metadata.h"
#include "cppconn/resultset_metadata.h"

namespace mudiriya::db {
namespace {

// Values that fit come back as integers, the rest as their digits.
Value Unsigned(uint64_t value) {
  const auto number = static_cast<int64_t>(value);
  if (number >= 0) return number;
  return absl::StrCat(value);
}

std::string ToString(const sql::SQLString& text) { return text.asStdString(); }

}  // namespace

Statement::Statement(sql::Connection& connection, const std::string& sql)
    : prepared_(connection.prepareStatement(sql)),
      parameter_count_(prepared_->getParameterMetaData()->getParameterCount()),
      returns_rows_(prepared_->getMetaData()->getColumnCount() > 0) {}

absl::Status Statement::Query(Params params, ResultSet& result) {
  if (!returns_rows_) return MisuseError("Query() of a statement that returns no rows");
  RETURN_IF_ERROR(Bind(params));
  const std::unique_ptr<sql::ResultSet> rows(prepared_->executeQuery());
  ReadColumns(*rows);
  std::vector<Value> cells;
  cells.reserve(rows->rowsCount() * kinds_.size());
  while (rows->next()) {
    for (uint32_t i = 0; i < kinds_.size(); ++i) cells.push_back(ReadCell(*rows, i));
  }
  result = ResultSet(columns_, std::move(cells));
  return absl::OkStatus();
}

absl::Status Statement::Execute(Params params, int64_t& affected_rows) {
  // Rows that nobody fetches would poison the connection (2014).
  if (returns_rows_) return MisuseError("Execute() of a statement that returns rows");
  RETURN_IF_ERROR(Bind(params));
  affected_rows = prepared_->executeUpdate();
  if (affected_rows < 0) return MisuseError("INSERT … RETURNING, which MySQL does not have");
  return absl::OkStatus();
}

absl::Status Statement::Bind(Params params) {
  // The connector would run with the values of the last time where some are missing.
  if (params.size() != parameter_count_) {
    return MisuseError(absl::StrCat(parameter_count_, " placeholders, ", params.size(), " values"));
  }
  for (unsigned i = 0; i < params.size(); ++i) BindOne(i + 1, params[i]);
  return absl::OkStatus();
}

void Statement::BindOne(unsigned index, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    prepared_->setString(index, *text);
  } else if (const auto* number = std::get_if<int64_t>(&value)) {
    prepared_->setInt64(index, *number);
  } else if (const auto* real = std::get_if<double>(&value)) {
    prepared_->setDouble(index, *real);
  } else if (const auto* flag = std::get_if<bool>(&value)) {
    prepared_->setBoolean(index, *flag);
  } else {
    prepared_->setNull(index, sql::DataType::SQLNULL);
  }
}

void Statement::ReadColumns(const sql::ResultSet& rows) {
  sql::ResultSetMetaData* const data = rows.getMetaData();
  const unsigned count = data->getColumnCount();
  kinds_.clear();
  for (unsigned i = 1; i <= count; ++i) {
    const int type = data->getColumnType(i);
    // getString() of a DOUBLE keeps six digits; DECIMAL is exact as text only.
    if (type == sql::DataType::DOUBLE || type == sql::DataType::REAL) {
      kinds_.push_back(ColumnKind::kDouble);
    } else if (type >= sql::DataType::TINYINT && type <= sql::DataType::BIGINT) {
      kinds_.push_back(data->isSigned(i) ? ColumnKind::kInteger : ColumnKind::kUnsigned);
    } else {
      kinds_.push_back(ColumnKind::kText);
    }
  }
  // Labels do not change between executions, unless the table was altered under a `*`.
  if (columns_ != nullptr && columns_->size() == count) return;
  auto columns = std::make_shared<Columns>();
  for (unsigned i = 1; i <= count; ++i) columns->push_back(ToString(data->getColumnLabel(i)));
  columns_ = std::move(columns);
}

Value Statement::ReadCell(const sql::ResultSet& rows, uint32_t index) const {
  const uint32_t column = index + 1;
  if (rows.isNull(column)) return nullptr;
  switch (kinds_[index]) {
    case ColumnKind::kInteger:
      return rows.getInt64(column);
    case ColumnKind::kUnsigned:
      return Unsigned(rows.getUInt64(column));
    case ColumnKind::kDouble:
      return static_cast<double>(rows.getDouble(column));
    case ColumnKind::kText:
      break;
  }
  return ToString(rows.getString(column));
}

}  // namespace mudiriya::db
