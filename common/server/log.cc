#include "common/server/log.h"

#include <sodium.h>
#include <spdlog/formatter.h>
#include <spdlog/sinks/base_sink.h>

#include <array>
#include <cstdio>
#include <memory>
#include <mutex>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "common/server/json_line.h"

namespace mudiriya::server {
namespace {

class JsonFormatter final : public spdlog::formatter {
 public:
  void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) override {
    const absl::string_view text(message.payload.data(), message.payload.size());
    const auto level = spdlog::level::to_string_view(message.level);
    std::string line = absl::StrCat("{\"time\":\"", Time(message.time), "\",\"level\":\"",
                                    absl::string_view(level.data(), level.size()), "\",");
    if (!text.empty() && text.front() == '{') {
      absl::StrAppend(&line, text.substr(1), "\n");
    } else {
      absl::StrAppend(&line, "\"message\":\"", EscapeJson(text), "\"}\n");
    }
    out.append(line.data(), line.data() + line.size());
  }

  std::unique_ptr<spdlog::formatter> clone() const override {
    return std::make_unique<JsonFormatter>();
  }

 private:
  static std::string Time(spdlog::log_clock::time_point time) {
    return absl::FormatTime("%Y-%m-%dT%H:%M:%E6SZ", absl::FromChrono(time), absl::UTCTimeZone());
  }
};

// stderr with a buffer: a line of every call would otherwise cost a system call each.
class StderrSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  ~StderrSink() override { StderrSink::flush_(); }

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    constexpr size_t kGathered = 16 * 1024;
    formatter_->format(message, buffer_);
    if (buffer_.size() >= kGathered) flush_();
  }

  void flush_() override {
    std::fwrite(buffer_.data(), 1, buffer_.size(), stderr);
    buffer_.clear();
  }

 private:
  spdlog::memory_buf_t buffer_;
};

using HashKey = std::array<unsigned char, crypto_shorthash_KEYBYTES>;

const HashKey& ProcessKey() {
  static const HashKey key = [] {
    HashKey drawn;
    randombytes_buf(drawn.data(), drawn.size());
    return drawn;
  }();
  return key;
}

}  // namespace

absl::Status InitLog(absl::string_view level, spdlog::sink_ptr sink) {
  const auto parsed = spdlog::level::from_str(std::string(level));
  if (parsed == spdlog::level::off) {
    return absl::InvalidArgumentError(
        absl::StrCat("there is no log level `", level, "`: debug, info, warn or error"));
  }
  if (sink == nullptr) sink = std::make_shared<StderrSink>();
  auto logger = std::make_shared<spdlog::logger>("", std::move(sink));
  logger->set_formatter(std::make_unique<JsonFormatter>());
  logger->set_level(parsed);
  logger->flush_on(spdlog::level::warn);
  spdlog::set_default_logger(std::move(logger));
  spdlog::flush_every(std::chrono::seconds(1));
  return absl::OkStatus();
}

std::string CallerHash(absl::string_view subject) {
  std::array<char, crypto_shorthash_BYTES> hash;
  crypto_shorthash(reinterpret_cast<unsigned char*>(hash.data()),
                   reinterpret_cast<const unsigned char*>(subject.data()), subject.size(),
                   ProcessKey().data());
  return absl::BytesToHexString(absl::string_view(hash.data(), hash.size()));
}

}  // namespace mudiriya::server
