#ifndef MUDIRIYA_COMMON_DB_RESULT_SET_H_
#define MUDIRIYA_COMMON_DB_RESULT_SET_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "common/db/value.h"

namespace mudiriya::db {

// The labels of a result's columns, shared by all executions of one prepared statement.
using Columns = std::vector<std::string>;

// One row of a ResultSet, which it must not outlive. Columns are named by index from 0 or by
// label. Asking for a column that is not there, or for a number where the text is none, is an
// error of the program and ends it. NULL reads as 0, "" or false: ask IsNull where that matters.
class Row {
 public:
  Row(const Columns& columns, const Value* cells) : columns_(&columns), cells_(cells) {}

  bool IsNull(size_t column) const;
  bool Bool(size_t column) const { return Int64(column) != 0; }
  // Any integer column, and a DECIMAL without fraction such as SUM() of integers.
  int64_t Int64(size_t column) const;
  // Any numeric column, DECIMAL included.
  double Double(size_t column) const;
  // Text, blob, date and DECIMAL columns. Lives as long as the ResultSet.
  const std::string& Text(size_t column) const;
  const Value& Cell(size_t column) const;

  bool IsNull(absl::string_view label) const { return IsNull(Index(label)); }
  bool Bool(absl::string_view label) const { return Bool(Index(label)); }
  int64_t Int64(absl::string_view label) const { return Int64(Index(label)); }
  double Double(absl::string_view label) const { return Double(Index(label)); }
  const std::string& Text(absl::string_view label) const { return Text(Index(label)); }
  const Value& Cell(absl::string_view label) const { return Cell(Index(label)); }

  size_t size() const { return columns_->size(); }

 private:
  size_t Index(absl::string_view label) const;

  const Columns* columns_;
  const Value* cells_;
};

// All rows of a query, fetched: `for (const db::Row row : result) …`.
class ResultSet {
 public:
  class Iterator {
   public:
    Iterator(const ResultSet* result, size_t index) : result_(result), index_(index) {}
    Row operator*() const { return (*result_)[index_]; }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const ResultSet* result_;
    size_t index_;
  };

  ResultSet() : columns_(std::make_shared<const Columns>()) {}
  // `cells` holds the rows one after another, each as long as `columns`.
  ResultSet(std::shared_ptr<const Columns> columns, std::vector<Value> cells)
      : columns_(std::move(columns)), cells_(std::move(cells)) {}

  bool empty() const { return cells_.empty(); }
  size_t size() const { return columns_->empty() ? 0 : cells_.size() / columns_->size(); }
  const Columns& columns() const { return *columns_; }
  Row operator[](size_t index) const {
    return Row(*columns_, cells_.data() + index * columns_->size());
  }
  Row front() const { return (*this)[0]; }
  Iterator begin() const { return Iterator(this, 0); }
  Iterator end() const { return Iterator(this, size()); }

 private:
  std::shared_ptr<const Columns> columns_;
  std::vector<Value> cells_;
};

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_RESULT_SET_H_
