#include "common/server/auth/token_cache.h"

#include <openssl/sha.h>

namespace mudiriya::server {

TokenCache::Key TokenCache::KeyOf(absl::string_view token) {
  Key key;
  SHA256(reinterpret_cast<const unsigned char*>(token.data()), token.size(), key.data());
  return key;
}

std::shared_ptr<const Caller> TokenCache::Find(absl::string_view token, absl::Time now) {
  const Key key = KeyOf(token);
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto found = entries_.find(key);
  if (found == entries_.end()) return nullptr;
  const Order::iterator entry = found->second;
  if (now >= entry->expires) {
    Forget(entry);
    return nullptr;
  }
  order_.splice(order_.begin(), order_, entry);
  return entry->caller;
}

void TokenCache::Store(absl::string_view token, std::shared_ptr<const Caller> caller,
                       absl::Time expires) {
  const Key key = KeyOf(token);
  const std::lock_guard<std::mutex> lock(mutex_);
  if (const auto found = entries_.find(key); found != entries_.end()) Forget(found->second);
  if (!order_.empty() && order_.size() >= capacity_) Forget(std::prev(order_.end()));
  order_.push_front({key, std::move(caller), expires});
  entries_.emplace(key, order_.begin());
}

void TokenCache::Clear() {
  const std::lock_guard<std::mutex> lock(mutex_);
  entries_.clear();
  order_.clear();
}

size_t TokenCache::size() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return order_.size();
}

void TokenCache::Forget(Order::iterator entry) {
  entries_.erase(entry->key);
  order_.erase(entry);
}

}  // namespace mudiriya::server
