#include "services/cli/command.h"

#include <algorithm>
#include <cstdio>
#include <random>
#include <thread>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "common/status/macros.h"
#include "services/cli/fields.h"

namespace mudiriya::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::MethodDescriptor;

constexpr int kTries = 3;
constexpr size_t kPageSize = 1000;

std::string NewRequestId() {
  std::random_device random;
  return absl::StrFormat("%08x%08x%08x%08x", random(), random(), random(), random());
}

bool MayTryAgain(const absl::Status& status) {
  return status.code() == absl::StatusCode::kUnavailable ||
         status.code() == absl::StatusCode::kResourceExhausted;
}

const FieldDescriptor* ListField(const Message& response) {
  const auto* descriptor = response.GetDescriptor();
  for (int i = 0; i < descriptor->field_count(); ++i) {
    const FieldDescriptor* field = descriptor->field(i);
    if (field->is_repeated() && field->message_type() != nullptr) return field;
  }
  return nullptr;
}

std::string TextField(const Message& message, const std::string& name) {
  const FieldDescriptor* field = message.GetDescriptor()->FindFieldByName(name);
  return field == nullptr ? "" : message.GetReflection()->GetString(message, field);
}

// Moves the listed messages of a page into `messages`, up to `limit` in all. False if some were
// left behind.
bool Take(const Message& page, size_t limit, Messages& messages) {
  const FieldDescriptor* field = ListField(page);
  const int size = page.GetReflection()->FieldSize(page, field);
  for (int i = 0; i < size; ++i) {
    if (limit > 0 && messages.size() == limit) return false;
    const Message& item = page.GetReflection()->GetRepeatedMessage(page, field, i);
    messages.emplace_back(item.New())->CopyFrom(item);
  }
  return true;
}

}  // namespace

std::string Context::ReadDirectorate() const {
  return settings_.directorate.empty() ? "-" : settings_.directorate;
}

absl::StatusOr<std::string> Context::WriteParent() const {
  if (settings_.directorate.empty() || settings_.directorate == "-") {
    return absl::InvalidArgumentError(
        "no directorate given: say which with --directorate, e.g. --directorate assiut");
  }
  return absl::StrCat("directorates/", settings_.directorate);
}

absl::Status Context::Invoke(const MethodDescriptor& method, Message& request, Message& response) {
  const bool repeatable = HasField(request, "request_id");
  if (repeatable && TextField(request, "request_id").empty()) {
    MustSet(request, "request_id", NewRequestId());
  }
  absl::Status status;
  for (int attempt = 1; attempt <= kTries; ++attempt) {
    status = client_.Unary(method, request, response);
    if (!repeatable || !MayTryAgain(status) || attempt == kTries) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(200 * attempt * attempt));
  }
  return status;
}

absl::Status Context::List(const MethodDescriptor& method, Message& request, size_t limit,
                           Messages& messages, bool* more) {
  *more = false;
  const auto page = NewMessage(method.output_type());
  for (;;) {
    const size_t wanted = limit == 0 ? kPageSize : std::min(limit - messages.size(), kPageSize);
    MustSet(request, "page_size", absl::StrCat(wanted));
    RETURN_IF_ERROR(client_.Unary(method, request, *page));
    const bool all = Take(*page, limit, messages);
    const std::string next = TextField(*page, "next_page_token");
    *more = !all || !next.empty();
    if (next.empty() || (limit > 0 && messages.size() >= limit)) return absl::OkStatus();
    MustSet(request, "page_token", next);
  }
}

void Context::Print(const Message& message) const {
  switch (settings_.output) {
    case Output::kJson:
      std::fputs(ToJson(message).c_str(), stdout);
      break;
    case Output::kCsv: {
      Messages one;
      one.emplace_back(message.New())->CopyFrom(message);
      std::fputs(ToCsv(one).c_str(), stdout);
      break;
    }
    case Output::kTable:
      std::fputs(ToCard(message).c_str(), stdout);
  }
}

void Context::Print(absl::string_view key, const Messages& messages) const {
  switch (settings_.output) {
    case Output::kJson:
      std::fputs(ToJson(key, messages).c_str(), stdout);
      break;
    case Output::kCsv:
      std::fputs(ToCsv(messages).c_str(), stdout);
      break;
    case Output::kTable:
      std::fputs(ToTable(messages, settings_.language).c_str(), stdout);
  }
}

}  // namespace mudiriya::cli
