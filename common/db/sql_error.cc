#include "common/db/sql_error.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "absl/strings/cord.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/status/errors.h"

namespace mudiriya::db {
namespace {

constexpr absl::string_view kPayloadUrl = "internal.mudiriya.health/sql_error";

enum class Kind { kPlain, kLoss, kContention };

struct Entry {
  int number;
  Reason reason;
  Kind kind = Kind::kPlain;
};

// Numbers 1000–1999 and 3000–4999 are the server's, 2000–2999 the client library's. What is not
// here is a mistake of ours: INTERNAL.
constexpr Entry kTable[] = {
    {1020, Reason::CONTENTION, Kind::kContention},  // row changed since it was read
    {1205, Reason::CONTENTION, Kind::kContention},  // lock wait timeout
    {1213, Reason::CONTENTION, Kind::kContention},  // deadlock, certification failure
    {1062, Reason::DUPLICATE_KEY},
    {1586, Reason::DUPLICATE_KEY},
    {1217, Reason::ROW_REFERENCED},
    {1451, Reason::ROW_REFERENCED},
    {1216, Reason::ROW_REFERENCE_MISSING},
    {1452, Reason::ROW_REFERENCE_MISSING},
    {3819, Reason::CHECK_FAILED},          // CHECK, MySQL
    {4025, Reason::CHECK_FAILED},          // CHECK, MariaDB
    {1264, Reason::CHECK_FAILED},          // number out of the column's range
    {1366, Reason::CHECK_FAILED},          // text that the column's character set does not have
    {1406, Reason::CHECK_FAILED},          // text too long for the column
    {1317, Reason::STATEMENT_TIMEOUT},     // KILL QUERY
    {1969, Reason::STATEMENT_TIMEOUT},     // max_statement_time, MariaDB
    {3024, Reason::STATEMENT_TIMEOUT},     // max_execution_time, MySQL
    {1040, Reason::DATABASE_UNAVAILABLE},  // too many connections
    {1044, Reason::DATABASE_UNAVAILABLE},  // account may not use the schema
    {1045, Reason::DATABASE_UNAVAILABLE},  // account or password wrong
    {1049, Reason::DATABASE_UNAVAILABLE},  // no such schema
    {1047, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},  // cluster node not ready
    {1053, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},  // server is shutting down
    {1203, Reason::DATABASE_UNAVAILABLE},               // too many connections of this account
    {1290, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},  // server is read-only after a failover
    {1836, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},  // the same, MySQL
    {1927, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},  // connection was killed
    {2002, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},
    {2003, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},
    {2005, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},
    {2006, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},
    {2012, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},
    {2013, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},
    {2014, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},  // out of sync: nobody can tell what is next
    {2026, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},  // TLS
    {2030, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},  // prepared on an earlier connection
    {2055, Reason::DATABASE_UNAVAILABLE, Kind::kLoss},
};

const Entry* Find(int number) {
  const auto* found = std::find_if(std::begin(kTable), std::end(kTable),
                                   [&](const Entry& entry) { return entry.number == number; });
  return found == std::end(kTable) ? nullptr : found;
}

bool Is(int number, Kind kind) {
  const Entry* entry = Find(number);
  return entry != nullptr && entry->kind == kind;
}

// The text between the last two of `quote` after `marker`; "" if they are not there.
std::string QuotedAfter(absl::string_view text, absl::string_view marker, char quote) {
  const size_t start = text.rfind(marker);
  if (start == text.npos) return "";
  const size_t open = text.find(quote, start);
  const size_t close = open == text.npos ? open : text.find(quote, open + 1);
  if (close == text.npos) return "";
  return std::string(text.substr(open + 1, close - open - 1));
}

// "Duplicate entry '…' for key 'uq_code'" (MySQL: 'area.uq_code'), "… CONSTRAINT `fk_area` …",
// "Check constraint 'ck_fte' is violated.".
std::string ConstraintIn(absl::string_view text) {
  std::string name = QuotedAfter(text, "for key", '\'');
  if (!name.empty()) return name.substr(name.find('.') == name.npos ? 0 : name.find('.') + 1);
  name = QuotedAfter(text, "CONSTRAINT", '`');
  return name.empty() ? QuotedAfter(text, "Check constraint", '\'') : name;
}

absl::Status WithPayload(absl::Status status, const SqlError& error) {
  status.SetPayload(kPayloadUrl, absl::Cord(absl::StrCat(error.number, "\n", error.constraint, "\n",
                                                         error.detail)));
  return status;
}

}  // namespace

absl::Status SqlStatus(int number, absl::string_view driver_text) {
  const Entry* entry = Find(number);
  const Reason reason = entry == nullptr ? Reason::INTERNAL : entry->reason;
  SqlError error{.number = number, .constraint = "", .detail = ""};
  switch (reason) {
    case Reason::DUPLICATE_KEY:
    case Reason::ROW_REFERENCED:
    case Reason::ROW_REFERENCE_MISSING:
    case Reason::CHECK_FAILED:
      error.constraint = ConstraintIn(driver_text);  // the rest quotes the row
      break;
    default:
      error.detail = std::string(driver_text);
  }
  return WithPayload(Error(reason), error);
}

absl::Status MisuseError(absl::string_view detail) {
  return WithPayload(Error(Reason::INTERNAL),
                     {.number = 0, .constraint = "", .detail = std::string(detail)});
}

std::optional<SqlError> SqlErrorOf(const absl::Status& status) {
  const auto payload = status.GetPayload(kPayloadUrl);
  if (!payload.has_value()) return std::nullopt;
  const std::vector<std::string> parts =
      absl::StrSplit(std::string(*payload), absl::MaxSplits('\n', 2));
  SqlError error;
  if (parts.size() != 3 || !absl::SimpleAtoi(parts[0], &error.number)) return std::nullopt;
  error.constraint = parts[1];
  error.detail = parts[2];
  return error;
}

bool IsConnectionLoss(int number) { return Is(number, Kind::kLoss); }

bool IsContention(int number) { return Is(number, Kind::kContention); }

}  // namespace mudiriya::db
