#ifndef MUDIRIYA_COMMON_DB_STATEMENT_CACHE_H_
#define MUDIRIYA_COMMON_DB_STATEMENT_CACHE_H_

#include <cstddef>
#include <list>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "common/db/statement.h"

namespace mudiriya::db {

// The prepared statements of one session, by their text; the least recently used gives way.
class StatementCache {
 public:
  // Preparing costs a round trip, keeping one costs the server about 10 KB.
  static constexpr size_t kCapacity = 128;

  // The statement, prepared now if it is not kept; throws what the connector throws. It is valid
  // until the next call.
  Statement& Get(sql::Connection& connection, absl::string_view sql) {
    const auto found = by_text_.find(sql);
    if (found != by_text_.end()) {
      entries_.splice(entries_.begin(), entries_, found->second);
    } else {
      Add(connection, sql);
    }
    return entries_.front().statement;
  }

  // Prepares the statement anew when it is next asked for.
  void Forget(absl::string_view sql) {
    const auto found = by_text_.find(sql);
    if (found == by_text_.end()) return;
    const auto entry = found->second;  // owns the text that the map refers to
    by_text_.erase(found);
    entries_.erase(entry);
  }

 private:
  struct Entry {
    Entry(sql::Connection& connection, absl::string_view sql)
        : text(sql), statement(connection, text) {}
    std::string text;
    Statement statement;
  };

  void Add(sql::Connection& connection, absl::string_view sql) {
    entries_.emplace_front(connection, sql);
    by_text_[entries_.front().text] = entries_.begin();
    if (entries_.size() <= kCapacity) return;
    by_text_.erase(entries_.back().text);
    entries_.pop_back();
  }

  std::list<Entry> entries_;  // most recent first
  absl::flat_hash_map<absl::string_view, std::list<Entry>::iterator> by_text_;
};

}  // namespace mudiriya::db

#endif  // MUDIRIYA_COMMON_DB_STATEMENT_CACHE_H_
