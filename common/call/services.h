#ifndef MUDIRIYA_COMMON_CALL_SERVICES_H_
#define MUDIRIYA_COMMON_CALL_SERVICES_H_

#include <memory>
#include <typeindex>
#include <utility>
#include <vector>

namespace mudiriya {

// What a service's handlers need besides the database: clients of other services, a cipher, a
// cache. One object per type, added while the server starts; thread-safe from then on, as the
// objects themselves must be.
class Services {
 public:
  template <typename T>
  void Add(std::shared_ptr<T> object) {
    objects_.emplace_back(typeid(T), std::move(object));
  }

  // The object of type T. The type must have been added; a missing one ends the process, at the
  // first call of the handler that forgot to declare it.
  template <typename T>
  T& Get() const {
    return *static_cast<T*>(Find(typeid(T)));
  }

 private:
  void* Find(std::type_index type) const;

  std::vector<std::pair<std::type_index, std::shared_ptr<void>>> objects_;
};

}  // namespace mudiriya

#endif  // MUDIRIYA_COMMON_CALL_SERVICES_H_
