// The door for libFuzzer: build/fuzz/bin/fuzz_report -dict=tests/fuzz/report.dict FOLDER
// tests/fuzz/corpus/report
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/fuzz_report.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  modus::tests::check_opening({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
