#ifndef MUDIRIYA_SERVICES_REGISTRY_AREA_TREE_H_
#define MUDIRIYA_SERVICES_REGISTRY_AREA_TREE_H_

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "common/db/transaction.h"
#include "mudiriya/registry/v1/area.pb.h"

// The stored tree of areas: each row holds its path from the top, `/sy04/sy0401/`, so that a
// subtree is one range of an index. Ids are given without their resource names; none of them holds
// a character that LIKE takes for a wildcard.
namespace mudiriya::registry {

// Where an area stands.
struct TreePlace {
  std::string path;
  v1::Area::Level level = v1::Area::LEVEL_UNSPECIFIED;
  bool deleted = false;
};

// Nothing if there is no such area. Keeps the row from being changed until the transaction ends.
absl::StatusOr<std::optional<TreePlace>> FindTreePlace(db::Transaction& tx,
                                                       absl::string_view directorate,
                                                       absl::string_view area);

// The ids of an area above all that lie in a path: whether `area` is one of them.
bool PathHas(absl::string_view path, absl::string_view area);

// Gives the area and everything below it the paths that follow from its parent ("" at the top).
//
// Whoever adds an area keeps its parent locked until the end of the transaction, and so does a move
// with every area of the subtree, once it has its new path. An area that was being added meanwhile
// bears the old path when its parent's lock is released: hence paths are rewritten until none is
// left that begins with the old one.
absl::Status PlaceUnder(db::Transaction& tx, absl::string_view directorate, absl::string_view area,
                        absl::string_view parent);

}  // namespace mudiriya::registry

#endif  // MUDIRIYA_SERVICES_REGISTRY_AREA_TREE_H_
