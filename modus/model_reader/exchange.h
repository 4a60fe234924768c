/// \file One question to a server and its answer. Private to this room, and the only place of the project that
/// opens a connection.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "modus/base/result.h"
#include "modus/model_reader/endpoint.h"

namespace modus::model_reader {

struct Reply {
  int status = 0;
  std::string content_type, body;
};

using Deadline = std::chrono::steady_clock::time_point;

/// POSTs JSON and waits for the reply, whatever its status. Follows no redirection, uses no proxy, checks certificates. Problems:
/// no connection, nothing whole before the deadline however slowly it drips, a body above `most_bytes`.
[[nodiscard]] base::Result<Reply> post_json(const Endpoint& endpoint, const std::string& key, const std::string& json,
                                            Deadline deadline, std::size_t most_bytes);

}  // namespace modus::model_reader
