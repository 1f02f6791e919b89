#include "common/resource/import_rows.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "common/text/csv_reader.h"
#include "common/text/digits.h"

namespace mudiriya::resource {
namespace {

constexpr int64_t kFirstRowAfterHeader = 2;

class Reader {
 public:
  Reader(const TableCore& table, const ImportSpec& spec, const AnyImportHooks& hooks)
      : table_(table), spec_(spec), hooks_(hooks) {}

  absl::StatusOr<ImportFile> Run() {
    RETURN_IF_ERROR(ReadParent());
    text::CsvReader reader(spec_.csv);
    text::CsvRow row;
    RETURN_IF_ERROR(ReadHeader(reader, &row));
    while (reader.Next(&row)) file_.rows.push_back(ReadRow(row));
    return std::move(file_);
  }

 private:
  // The ids that the parent settles: those of as many variables as it has.
  absl::Status ReadParent() {
    ids_.resize(table_.pattern().variables().size());
    ResourcePattern pattern = table_.pattern();
    while (pattern.collections().size() > 1) {
      pattern = pattern.Parent();
      if (!pattern.Matches(spec_.parent)) continue;
      ASSIGN_OR_RETURN(const ResourceName parent, pattern.ParseName(spec_.parent, "parent"));
      std::copy(parent.ids().begin(), parent.ids().end(), ids_.begin());
      return absl::OkStatus();
    }
    return InvalidField("parent", Reason::INVALID_NAME,
                        {{"pattern", table_.pattern().Parent().text()}});
  }

  absl::Status ReadHeader(text::CsvReader& reader, text::CsvRow* row) {
    const bool any = reader.Next(row);
    if (row->fault == text::CsvFault::kUtf16 || row->fault == text::CsvFault::kInvalidUtf8) {
      return InvalidField("csv", Reason::INVALID_UTF8);
    }
    if (!any || row->fault != text::CsvFault::kNone) {
      return InvalidField("csv", Reason::MALFORMED_FILE, {{"row", 1}});
    }
    // Rows are counted from the first one after the header, wherever that is in the whole file.
    if (spec_.first_row > 0) offset_ = spec_.first_row - kFirstRowAfterHeader;
    columns_in_header_ = row->cells.size();
    ASSIGN_OR_RETURN(file_.columns, MatchColumns(table_, spec_, row->cells, reader.delimiter()));
    return absl::OkStatus();
  }

  ImportRowState ReadRow(const text::CsvRow& row) {
    ImportRowState state;
    state.number = row.number + offset_;
    state.given.reset(table_.shape().prototype->New());
    state.given_status = CheckShape(row, state.number);
    if (state.given_status.ok()) state.given_status = Fill(row, &state);
    return state;
  }

  absl::Status CheckShape(const text::CsvRow& row, int64_t number) const {
    if (row.fault == text::CsvFault::kInvalidUtf8) {
      return InvalidField(FieldOfCell(row.fault_column), Reason::INVALID_UTF8);
    }
    bool too_long = false;
    for (size_t i = columns_in_header_; i < row.cells.size(); ++i)
      too_long |= !row.cells[i].empty();
    if (row.fault == text::CsvFault::kNone && !too_long) return absl::OkStatus();
    return InvalidField("", Reason::MALFORMED_FILE, {{"row", number}});
  }

  // The field that a cell (from 1) was to fill; empty if none.
  std::string FieldOfCell(int cell) const {
    for (const ImportColumn& column : file_.columns) {
      if (column.cell + 1 == static_cast<size_t>(cell)) return column.path;
    }
    return "";
  }

  // All problems of the row's cells together.
  absl::Status Fill(const text::CsvRow& row, ImportRowState* state) {
    Violations violations;
    std::vector<std::string> ids = ids_;
    std::string whole_name;
    for (const ImportColumn& column : file_.columns) {
      absl::StatusOr<std::string> value = ColumnValue(column, row.cells);
      if (!value.ok()) {
        violations.Merge("", Violations::FromStatus(value.status()));
      } else if (column.target == ImportColumn::Target::kName) {
        whole_name = *std::move(value);
      } else if (column.target == ImportColumn::Target::kId) {
        SetId(column, *value, &ids[column.level], violations);
      } else if (const auto fault = SetCell(column.field, *value, *state->given)) {
        violations.Add(column.path, fault->reason, fault->arguments);
      }
    }
    absl::StatusOr<ResourceName> name = Name(std::move(ids), whole_name, *state->given);
    if (name.ok()) {
      state->name = *std::move(name);
      state->given->GetReflection()->SetString(state->given.get(), table_.shape().name,
                                               state->name.text());
      CheckFirst(*state, violations);
    } else {
      const Violations problems = Violations::FromStatus(name.status());
      if (problems.empty() && violations.empty()) return name.status();
      MergeOthers(problems, violations);
    }
    return violations.ToStatus();
  }

  // An id that was refused is missing from the name too; once is enough to say.
  static void MergeOthers(const Violations& more, Violations& violations) {
    for (const Violation& violation : more.entries()) {
      const auto& known = violations.entries();
      const bool is_known = std::any_of(known.begin(), known.end(), [&](const Violation& other) {
        return other.field == violation.field;
      });
      if (!is_known) violations.Add(violation.field, violation.reason, violation.arguments);
    }
  }

  // An id, or a name of which it is the last part.
  static void SetId(const ImportColumn& column, absl::string_view value, std::string* id,
                    Violations& violations) {
    if (value.empty()) return;
    const std::string text = text::ToAsciiDigits(value.substr(value.rfind('/') + 1));
    if (!IsValidId(text)) {
      violations.Add(column.path, Reason::INVALID_ID);
    } else if (!id->empty() && *id != text) {
      violations.Add(column.path, Reason::MISMATCH, {{"expected", *id}});
    } else {
      *id = text;
    }
  }

  absl::StatusOr<ResourceName> Name(std::vector<std::string> ids, const std::string& whole_name,
                                    const google::protobuf::Message& given) const {
    const ResourcePattern& pattern = table_.pattern();
    if (!whole_name.empty()) {
      ASSIGN_OR_RETURN(ResourceName name, pattern.ParseName(whole_name));
      for (size_t i = 0; i < ids.size(); ++i) {
        if (!ids[i].empty() && ids[i] != name.ids()[i]) {
          return InvalidField("name", Reason::MISMATCH, {{"expected", spec_.parent}});
        }
      }
      return name;
    }
    if (ids.back().empty() && hooks_.id_of) {
      ASSIGN_OR_RETURN(ids.back(), hooks_.id_of(given));
      if (!IsValidId(ids.back()))
        return InvalidField(pattern.variables().back(), Reason::INVALID_ID);
    }
    Violations missing;
    for (size_t i = 0; i < ids.size(); ++i) {
      if (ids[i].empty()) missing.Add(pattern.variables()[i], Reason::REQUIRED);
    }
    if (!missing.empty()) return missing.ToStatus();
    return pattern.Make(std::move(ids));
  }

  void CheckFirst(const ImportRowState& state, Violations& violations) {
    const auto [first, is_new] = seen_.try_emplace(state.name.text(), state.number);
    if (!is_new) violations.Add("name", Reason::DUPLICATE_ROW, {{"row", first->second}});
  }

  const TableCore& table_;
  const ImportSpec& spec_;
  const AnyImportHooks& hooks_;
  std::vector<std::string> ids_;
  int64_t offset_ = 0;
  size_t columns_in_header_ = 0;
  absl::flat_hash_map<std::string, int64_t> seen_;
  ImportFile file_;
};

}  // namespace

absl::StatusOr<ImportFile> ReadImportFile(const TableCore& table, const ImportSpec& spec,
                                          const AnyImportHooks& hooks) {
  return Reader(table, spec, hooks).Run();
}

}  // namespace mudiriya::resource
