/// \file From a case to the canonical text of a case file.
#pragma once

#include <string>

#include "modus/case_model/case.h"

namespace modus::formats {

/// One text for each case: keys in the order of known_keys(), everything sorted, defaults left out, quotation
/// marks only where needed, UTF-8, LF. Comments and the order of the file read are gone.
/// Promises: read_case(write_case(x)) is x but for places and file name; two files that say the same have one
/// text. Precondition: a case as read_case makes them.
[[nodiscard]] std::string write_case(const case_model::Case& subject);

/// SHA-256 of write_case, in hexadecimal: the identity of a case in findings.
[[nodiscard]] std::string case_sha256(const case_model::Case& subject);

/// "2026-03-11", and "2026-03-11..2026-03-13" for more than one day.
[[nodiscard]] std::string write_day(case_model::Day day);
[[nodiscard]] std::string write_days(const case_model::Days& days);
/// "2026-03-11T09:05:00Z"
[[nodiscard]] std::string write_moment(std::chrono::sys_seconds moment);

}  // namespace modus::formats
