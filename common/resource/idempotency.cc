#include "common/resource/idempotency.h"

#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "common/db/connection.h"
#include "common/resource/digest.h"
#include "common/resource/field_value.h"
#include "common/resource/request_fields.h"
#include "common/resource/write.h"
#include "common/status/macros.h"
#include "common/status/violations.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"

namespace mudiriya::resource {
namespace {

using google::protobuf::Message;

std::string RequestHash(const Message& request) {
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream coded(&stream);
    coded.SetSerializationDeterministic(true);
    request.SerializeToCodedStream(&coded);
  }
  return absl::BytesToHexString(Sha256(bytes));
}

std::vector<db::Value> Params(const IdempotencyKey& key) {
  return {key.directorate, key.caller, key.method, key.request_id};
}

}  // namespace

IdempotencyKey KeyOf(const Call& call, const Message& request) {
  IdempotencyKey key;
  key.request_id = StringField(request, "request_id");
  if (key.request_id.empty()) return key;
  key.directorate = DirectorateOfRequest(request);
  key.caller = call.caller().subject();
  key.method = std::string(call.method());
  key.request_hash = RequestHash(request);
  return key;
}

absl::StatusOr<bool> FindAnswer(db::Transaction& tx, const IdempotencyKey& key, Message& response) {
  ASSIGN_OR_RETURN(const db::ResultSet result,
                   tx.Query("SELECT request_hash, response FROM idempotency WHERE directorate_id = "
                            "? AND caller = ? AND method = ? AND request_id = ?",
                            Params(key)));
  if (result.empty() || result.front().IsNull(1)) return false;
  if (result.front().Text(0) != key.request_hash) {
    return InvalidField("request_id", Reason::REQUEST_ID_REUSED);
  }
  if (!response.ParseFromString(result.front().Text(1))) {
    return absl::InternalError("a stored answer does not parse");
  }
  return true;
}

absl::StatusOr<bool> ClaimOrFindAnswer(db::Transaction& tx, const IdempotencyKey& key,
                                       absl::Time now, Message& response) {
  std::vector<db::Value> values = Params(key);
  values.emplace_back(key.request_hash);
  values.emplace_back(TimeText(now));
  const auto claimed = tx.Execute(
      "INSERT INTO idempotency (directorate_id, caller, method, request_id, request_hash, "
      "create_time) VALUES (?, ?, ?, ?, ?, ?)",
      values);
  if (claimed.ok()) return false;
  if (!absl::IsAlreadyExists(claimed.status())) return claimed.status();
  return FindAnswer(tx, key, response);
}

absl::Status StoreAnswer(db::Transaction& tx, const IdempotencyKey& key, const Message& response) {
  std::vector<db::Value> values = {response.SerializeAsString()};
  for (db::Value& value : Params(key)) values.push_back(std::move(value));
  return tx
      .Execute(
          "UPDATE idempotency SET response = ? WHERE directorate_id = ? AND caller = ? AND "
          "method = ? AND request_id = ?",
          values)
      .status();
}

absl::StatusOr<int64_t> PruneIdempotency(db::Connection& connection, absl::string_view directorate,
                                         absl::Time older_than, int64_t limit) {
  return connection.Write([&](db::Transaction& tx) {
    return tx.Execute(
        "DELETE FROM idempotency WHERE directorate_id = ? AND create_time < ? LIMIT ?",
        std::vector<db::Value>{std::string(directorate), TimeText(older_than), limit});
  });
}

absl::Status PruneAnswers(Call& call) {
  ASSIGN_OR_RETURN(const db::ResultSet directorates, call.db().ReadOne([](db::Transaction& tx) {
    return tx.Query("SELECT DISTINCT directorate_id FROM idempotency");
  }));
  for (const db::Row row : directorates) {
    RETURN_IF_ERROR(PruneIdempotency(call.db(), row.Text(0), call.now() - kAnswersKept).status());
  }
  return absl::OkStatus();
}

}  // namespace mudiriya::resource
