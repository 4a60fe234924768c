// The door for libFuzzer: build/fuzz/bin/fuzz_case -dict=tests/fuzz/case.dict FOLDER tests/fuzz/corpus/case
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/fuzz_case.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  modus::tests::check_reading({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
