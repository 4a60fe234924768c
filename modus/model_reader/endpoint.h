/// \file The address of a model, as the user wrote it. Private to this room.
#pragma once

#include <string>
#include <string_view>

#include "modus/base/result.h"

namespace modus::model_reader {

struct Endpoint {
  bool secure = false;
  std::string host;  ///< without the brackets of an IPv6 address
  int port = 80;
  std::string path;

  /// "http://127.0.0.1:8080", as messages and the connection need it.
  [[nodiscard]] std::string origin() const;
  /// The same machine: what is sent there passes no network.
  [[nodiscard]] bool is_local() const;
};

/// Reads http://HOST[:PORT][/PATH], and https:// where this build can; see ModelOptions::url. A user or password in it, a
/// query or a fragment is a problem. O(size).
[[nodiscard]] base::Result<Endpoint> read_endpoint(std::string_view url);

}  // namespace modus::model_reader
