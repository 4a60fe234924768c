/// \file Case files that only those who know the passphrase can read.
///
/// A sealed file is the line "modus-sealed/1", then how the key is made (memory in KiB, passes; 4 bytes each, low
/// byte first), the number of bytes of the text (8 bytes), a salt of 16 bytes, a nonce of 24, and the text under
/// XChaCha20-Poly1305 (RFC 8439; nonce extended as in draft-irtf-cfrg-xchacha-03), with all that stands before it as
/// additional data. The key comes from the passphrase by Argon2id (RFC 9106). docs/sealed.md says what that protects
/// and what it does not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "modus/base/result.h"

namespace modus::formats {

/// What making the key takes: who guesses passphrases pays it for each guess.
struct SealCost {
  std::uint32_t kibibytes = 64U << 10U;
  std::uint32_t passes = 3;
  /// More is refused unread, so that no file can ask for all memory there is.
  static constexpr std::uint32_t kMostKibibytes = 1U << 20U, kMostPasses = 16;
};

/// How many bytes a sealed file has more than its text.
inline constexpr std::size_t kSealedBytes = 87;

/// Whether the bytes claim to be a sealed file, of this form or a newer one.
[[nodiscard]] bool is_sealed(std::string_view bytes);

/// The text sealed; salt and nonce are new each time, so the same text never gives the same bytes. Problems: an empty
/// passphrase, a cost out of bounds, too little memory.
[[nodiscard]] base::Result<std::string> seal(std::string_view text, std::string_view passphrase, const SealCost& cost = {});

/// The text of a sealed file, all of it or none. `file` names it in problems: no sealed file, a newer form, cut off,
/// a key dearer than allowed, and as one, since they cannot be told apart: a wrong passphrase or a changed file.
[[nodiscard]] base::Result<std::string> unseal(std::string_view bytes, std::string_view passphrase, const std::string& file = "-");

/// Overwrites the text with zeros, what was shortened off it included, and empties it.
void wipe(std::string& text);

/// A text that is wiped from memory when it goes.
class SecretText {
 public:
  SecretText() = default;
  explicit SecretText(std::string text) : text_(std::move(text)) {}
  SecretText(SecretText&& other) noexcept : text_(std::move(other.text_)) { wipe(other.text_); }
  SecretText& operator=(SecretText&& other) noexcept {
    if (this == &other) return *this;
    wipe(text_);
    text_ = std::move(other.text_);
    wipe(other.text_);
    return *this;
  }
  ~SecretText() { wipe(text_); }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }

 private:
  std::string text_;
};

}  // namespace modus::formats
