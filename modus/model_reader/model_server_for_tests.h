/// \file A server on this machine that answers as a test wants, and remembers what it was asked.
#pragma once

#include <httplib.h>

#include <functional>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace modus::model_reader {

using Json = nlohmann::ordered_json;

/// The reply of a chat completion around what the model says.
inline std::string completion(const std::string& content, const std::string& finish_reason = "stop") {
  return Json{
      {"choices", {{{"index", 0}, {"message", {{"role", "assistant"}, {"content", content}}}, {"finish_reason", finish_reason}}}}}
      .dump();
}

class ModelServer {
 public:
  using Answer = std::function<void(const httplib::Request&, httplib::Response&)>;

  explicit ModelServer(Answer answer) : answer_(std::move(answer)) {
    server_.Post(".*", [this](const httplib::Request& request, httplib::Response& response) {
      {
        const std::lock_guard lock(mutex_);
        requests_.push_back(request);
      }
      answer_(request, response);
    });
    port_ = server_.bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();
  }
  /// Always the same model's words.
  explicit ModelServer(const std::string& content)
      : ModelServer([content](const auto&, auto& response) { response.set_content(completion(content), "application/json"); }) {}
  ~ModelServer() {
    server_.stop();
    thread_.join();
  }
  ModelServer(const ModelServer&) = delete;
  ModelServer& operator=(const ModelServer&) = delete;

  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] std::vector<httplib::Request> requests() {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

 private:
  Answer answer_;
  httplib::Server server_;
  int port_ = 0;
  std::mutex mutex_;
  std::vector<httplib::Request> requests_;
  std::thread thread_;
};

}  // namespace modus::model_reader
