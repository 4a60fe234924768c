#include "modus/documents/json_about.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace modus::documents {
namespace {

using Json = nlohmann::json;

const Json* member(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

std::string text_of(const Json* value) {
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

bool names_article(const std::string& type) {
  for (const char* word : {"Article", "Posting", "Report"}) {
    if (type.find(word) != std::string::npos) return true;
  }
  return false;
}

bool is_article(const Json& object) {
  if (member(object, "headline") != nullptr) return true;
  const Json* type = member(object, "@type");
  if (type != nullptr && type->is_array()) {
    for (const Json& one : *type) {
      if (names_article(text_of(&one))) return true;
    }
  }
  return names_article(text_of(type));
}

// The objects a page's JSON-LD consists of: itself, its elements, those of its graph.
std::vector<const Json*> objects_in(const Json& top) {
  std::vector<const Json*> found;
  const auto add = [&](const Json& value) {
    if (value.is_object()) found.push_back(&value);
    const Json* graph = member(value, "@graph");
    if (graph == nullptr || !graph->is_array()) return;
    for (const Json& one : *graph) found.push_back(&one);
  };
  if (top.is_array()) {
    for (const Json& one : top) add(one);
  } else {
    add(top);
  }
  return found;
}

// The names in an author or publisher: a text, an object with a name, or a list of these.
std::vector<std::string> names_in(const Json* value) {
  std::vector<std::string> names;
  if (value == nullptr) return names;
  const auto add = [&](const Json& one) {
    std::string name = one.is_string() ? text_of(&one) : text_of(member(one, "name"));
    if (!name.empty()) names.push_back(std::move(name));
  };
  if (value->is_array()) {
    for (const Json& one : *value) add(one);
  } else {
    add(*value);
  }
  return names;
}

AboutField located(std::string value, std::string_view json, std::size_t begin) {
  AboutField field{std::move(value), std::nullopt};
  if (field.value.empty()) return field;
  const std::size_t at = json.find('"' + field.value + '"');
  if (at != std::string_view::npos) field.stored = Span{begin + at + 1, begin + at + 1 + field.value.size()};
  return field;
}

}  // namespace

About read_json_about(std::string_view json, std::size_t begin) {
  const Json top = Json::parse(json, nullptr, false, true);
  About about;
  if (top.is_discarded()) return about;
  for (const Json* object : objects_in(top)) {
    if (!is_article(*object)) continue;
    about.title = located(text_of(member(*object, "headline")), json, begin);
    about.date = located(text_of(member(*object, "datePublished")), json, begin);
    for (const std::string& name : names_in(member(*object, "publisher"))) {
      if (about.publisher.empty()) about.publisher = located(name, json, begin);
    }
    for (const std::string& name : names_in(member(*object, "author")))
      about.authors.push_back(located(name, json, begin));
    return about;
  }
  return about;
}

}  // namespace modus::documents
