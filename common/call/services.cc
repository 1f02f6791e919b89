#include "common/call/services.h"

#include <cstdio>
#include <cstdlib>

namespace mudiriya {

void* Services::Find(std::type_index type) const {
  for (const auto& [key, object] : objects_) {
    if (key == type) return object.get();
  }
  std::fprintf(stderr, "a handler asked for %s, which its service never added\n", type.name());
  std::abort();
}

}  // namespace mudiriya
