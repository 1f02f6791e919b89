#include "services/staffing/id_list.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/str_join.h"
#include "common/status/macros.h"

namespace mudiriya::staffing {
namespace {

constexpr size_t kLengths[] = {1, 8, 64, 512};
constexpr size_t kLongest = 512;

IdChunk ChunkOf(absl::Span<const std::string> ids) {
  const size_t length = *std::find_if(std::begin(kLengths), std::end(kLengths),
                                      [&](size_t length) { return length >= ids.size(); });
  IdChunk chunk;
  chunk.marks = absl::StrJoin(std::vector<const char*>(length, "?"), ", ");
  chunk.values.assign(ids.begin(), ids.end());
  chunk.values.resize(length, db::Value(ids.back()));
  return chunk;
}

}  // namespace

absl::Status ForEachChunk(absl::Span<const std::string> ids,
                          absl::FunctionRef<absl::Status(const IdChunk&)> query) {
  std::vector<std::string> unique(ids.begin(), ids.end());
  std::sort(unique.begin(), unique.end());
  unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
  const absl::Span<const std::string> all = unique;
  for (size_t start = 0; start < all.size(); start += kLongest) {
    RETURN_IF_ERROR(query(ChunkOf(all.subspan(start, kLongest))));
  }
  return absl::OkStatus();
}

}  // namespace mudiriya::staffing
