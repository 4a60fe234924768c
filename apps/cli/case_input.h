/// \file A case as a verb works with it, and the way back into its file. Every verb reads cases here.
#pragma once

#include <string>

#include "apps/cli/command_line.h"
#include "apps/cli/run_command.h"
#include "modus/base/context.h"
#include "modus/case_model/case.h"
#include "modus/formats/sealed.h"

namespace modus::cli {

struct CaseInput {
  case_model::Case whole;  ///< as the file has it
  case_model::Case seen;   ///< as the audience of --for may see it; every answer is made from this one
  std::string audience = "team";
  std::string file;                ///< "-": standard input; empty: it comes from no case file
  formats::SecretText text;        ///< of the file, in the clear
  formats::SecretText passphrase;  ///< empty: the file is not sealed
  std::string sha256;              ///< of the file's bytes as they were read
};

/// The case named first on the command line, or on standard input; or one of the field's own files (docs/formats) as a
/// case, which has no file to write back into. A sealed file is opened with passphrase_for();
/// quotes are checked against the reports beside it all the same.
[[nodiscard]] base::Result<CaseInput> read_case_input(const Command& command);
/// Any other case file, for the same audience.
[[nodiscard]] base::Result<CaseInput> read_case_input(const Command& command, const std::string& file);
/// A case that comes from no case file, for the audience of --for.
[[nodiscard]] base::Result<CaseInput> input_of(const Command& command, case_model::Case whole);

/// Puts the case, as `after` has it, into the file it came from, whole or not at all: comments and layout stay where
/// formats::rewrite_text can keep them, else the old file is kept in NAME.before; what was sealed is sealed again with
/// the same passphrase. `told` is what the answer then says. Refused for standard input, for any audience but the
/// team, and where somebody else has changed the file since it was read.
[[nodiscard]] Answer rewrite_case(const Command& command, const CaseInput& input, const case_model::Case& after, std::string told);

/// The same without an answer, and the input is then as the file has it; gives what there is to tell of it, in lines.
[[nodiscard]] base::Result<std::string> put_back(CaseInput& input, const case_model::Case& after);

/// The text of a case file in the clear, and the passphrase where it was sealed.
struct CaseText {
  formats::SecretText text, passphrase;
  std::string sha256;
};
[[nodiscard]] base::Result<CaseText> read_case_text(const Command& command, const std::string& file);

}  // namespace modus::cli
