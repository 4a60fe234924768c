#include "modus/formats/log_place.h"

namespace modus::formats {
namespace {

void take_off(std::string& path, std::string_view ending) {
  if (path.ends_with(ending)) path.resize(path.size() - ending.size());
}

}  // namespace

std::string log_beside(const std::string& case_file) {
  std::string path = case_file;
  for (const std::string_view ending : {".sealed", ".yaml", ".yml"}) take_off(path, ending);
  return path + std::string(kLogEnding);
}

}  // namespace modus::formats
