/// \file Case files that only those who know the passphrase can read.
///
/// A sealed file is the line "modus-sealed/1", then how the key is made (memory in KiB, passes; 4 bytes each, low
/// byte first), the number of bytes of the text (8 bytes), a salt of 16 bytes, a nonce of 24, and the text under XChaCha20-Poly1305 (RFC 8439; nonce extended
/// as in draft-irtf-cfrg-xchacha-03), with all that stands before it as additional data. The key comes from the
/// passphrase by Argon2id (RFC 9106). docs/sealed.md says what that protects and what it does not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "modus/base/result.h"

namespace modus::formats {

/// What making the key takes: who guesses passphrases pays it for each guess.
struct SealCost {
  std::uint32_t kibibytes = 64U << 10U;
  std::uint32_t passes = 3;
  /// More is refused unread, so that no file can ask for all memory there is.
  static constexpr std::uint32_t kMostKibibytes = 1U << 20U, kMostPasses = 16;
};

/// Whether the bytes claim to be a sealed file, of this form or a newer one.
[[nodiscard]] bool is_sealed(std::string_view bytes);

/// The text sealed; salt and nonce are new each time, so the same text never gives the same bytes. Problems: an empty
/// passphrase, a cost out of bounds, too little memory.
[[nodiscard]] base::Result<std::string> seal(std::string_view text, std::string_view passphrase, const SealCost& cost = {});

/// The text of a sealed file, all of it or none. `file` names it in problems: no sealed file, a newer form, cut off,
/// a key dearer than allowed, and as one, since they cannot be told apart: a wrong passphrase or a changed file.
[[nodiscard]] base::Result<std::string> unseal(std::string_view bytes, std::string_view passphrase, const std::string& file = "-");

/// Overwrites the text with zeros and empties it.
void wipe(std::string& text);

}  // namespace modus::formats
