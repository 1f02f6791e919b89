#ifndef MUDIRIYA_COMMON_SERVER_AUTH_TOKEN_CACHE_H_
#define MUDIRIYA_COMMON_SERVER_AUTH_TOKEN_CACHE_H_

#include <array>
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "common/call/caller.h"

namespace mudiriya::server {

// Callers by the SHA-256 of their token, so that a signature is verified once and not at each call.
// Holds at most `capacity` entries; the one used longest ago makes room. Thread-safe.
class TokenCache {
 public:
  explicit TokenCache(size_t capacity) : capacity_(capacity) {}

  // The caller of a token stored before, or null if it is not there or expired.
  std::shared_ptr<const Caller> Find(absl::string_view token, absl::Time now);

  void Store(absl::string_view token, std::shared_ptr<const Caller> caller, absl::Time expires);

  // Forgets everything: the keys have changed.
  void Clear();

  size_t size() const;

 private:
  using Key = std::array<unsigned char, 32>;
  struct Entry {
    Key key;
    std::shared_ptr<const Caller> caller;
    absl::Time expires;
  };
  using Order = std::list<Entry>;  // the most recently used first

  static Key KeyOf(absl::string_view token);
  void Forget(Order::iterator entry);

  const size_t capacity_;
  mutable std::mutex mutex_;
  Order order_;
  absl::flat_hash_map<Key, Order::iterator> entries_;
};

}  // namespace mudiriya::server

#endif  // MUDIRIYA_COMMON_SERVER_AUTH_TOKEN_CACHE_H_
