#include "modus/model_reader/answer.h"

#include <nlohmann/json.hpp>

#include "modus/model_reader/model_reader.h"
#include "modus/model_reader/prompt.h"
#include "modus/reading/reading_words.h"

namespace modus::model_reader {
namespace {

using Json = nlohmann::json;

Json parse(std::string_view text) { return Json::parse(text, nullptr, false); }

base::Problem fault(std::string what) { return {{}, std::move(what), "try again, or name another model"}; }

/// Reads the fields of one item; `good` tells whether all had the shape asked for.
class Fields {
 public:
  explicit Fields(const Json& item) : item_(item), good_(item.is_object()) {}

  std::string text(const char* key) {
    const Json* value = find(key);
    if (value != nullptr && value->is_string()) return value->get<std::string>();
    good_ = false;
    return {};
  }
  /// Null and missing are the same.
  std::optional<std::string> maybe_text(const char* key) {
    const Json* value = find(key);
    if (value == nullptr || value->is_null()) return std::nullopt;
    return text(key);
  }
  std::vector<std::string> texts(const char* key) {
    const Json* value = find(key);
    std::vector<std::string> list;
    if (value == nullptr || !value->is_array()) good_ = false;
    if (!good_) return list;
    for (const Json& part : *value) {
      if (!part.is_string()) good_ = false;
      if (part.is_string()) list.push_back(part.get<std::string>());
    }
    return list;
  }
  bool truth(const char* key) {
    const Json* value = find(key);
    if (value != nullptr && value->is_boolean()) return value->get<bool>();
    good_ = false;
    return false;
  }
  std::size_t count(const char* key) {
    const Json* value = find(key);
    if (value != nullptr && value->is_number_unsigned()) return value->get<std::size_t>();
    good_ = false;
    return 0;
  }
  template <class Value>
  Value word(const char* key, std::optional<Value> (*of)(std::string_view)) {
    const std::optional<Value> value = of(text(key));
    if (!value) good_ = false;
    return value.value_or(Value());
  }
  void insist(bool holds) { good_ = good_ && holds; }
  [[nodiscard]] bool good() const { return good_; }

 private:
  const Json* find(const char* key) const {
    if (!item_.is_object()) return nullptr;
    const auto found = item_.find(key);
    return found == item_.end() ? nullptr : &*found;
  }

  const Json& item_;
  bool good_;
};

void read(Fields& fields, AnswerActor& actor) {
  actor.key = fields.text("key");
  actor.name = fields.text("name");
  actor.type = fields.word("type", reading::actor_type_of);
  actor.role = fields.maybe_text("role");
  actor.affiliation = fields.maybe_text("affiliation");
  actor.forms = fields.texts("surface_forms");
}

void read(Fields& fields, AnswerIssue& issue) {
  issue.key = fields.text("key");
  issue.label = fields.text("label");
  issue.evidence = fields.text("evidence");
}

void read(Fields& fields, AnswerStatement& statement) {
  statement.sentence = fields.count("sentence");
  statement.evidence = fields.text("evidence");
  statement.speaker = fields.text("speaker");
  statement.surface = fields.maybe_text("speaker_surface");
  statement.kind = fields.word("kind", reading::read_kind_of);
  statement.cue = fields.maybe_text("cue");
  statement.content = fields.text("content");
  statement.issues = fields.texts("issues");
  statement.via = fields.texts("reported_via");
  statement.date = fields.maybe_text("date_text");
  statement.red_line = fields.truth("red_line");
}

void read(Fields& fields, AnswerOption& option) {
  option.issue = fields.text("issue");
  option.label = fields.text("label");
  option.proposers = fields.texts("proposers");
  option.status = fields.word("status", reading::option_status_of);
  option.evidence = fields.text("evidence");
}

void read(Fields& fields, AnswerEvent& event) {
  event.kind = fields.text("kind");
  fields.insist(is_event_kind(event.kind));
  event.status = fields.word("status", reading::event_status_of);
  event.participants = fields.texts("participants");
  event.place = fields.maybe_text("place_text");
  event.date = fields.maybe_text("date_text");
  event.evidence = fields.text("evidence");
}

/// The items of one list; those out of shape are counted.
template <class Item>
std::vector<Item> read_list(const Json& list, std::size_t& malformed) {
  std::vector<Item> items;
  for (const Json& part : list) {
    Item item;
    Fields fields(part);
    read(fields, item);
    if (fields.good() && items.size() < ModelLimits::kItems) {
      items.push_back(std::move(item));
    } else {
      ++malformed;
    }
  }
  return items;
}

std::string_view without_fence(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  text = text.substr(begin, text.find_last_not_of(kBlank) + 1 - begin);
  if (!text.starts_with("```") || !text.ends_with("```") || text.find('\n') == std::string_view::npos) return text;
  text.remove_prefix(text.find('\n'));
  text.remove_suffix(std::min<std::size_t>(3, text.size()));
  return text;
}

base::Result<ModelAnswer> read_content(std::string_view content) {
  const Json object = parse(without_fence(content));
  if (object.is_discarded()) return fault("the model's answer is no JSON");
  for (const char* key : {"actors", "issues", "statements", "options", "events"}) {
    if (!object.is_object() || !object.contains(key) || !object[key].is_array())
      return fault("the model's answer has another shape than was asked for");
  }
  ModelAnswer answer;
  answer.actors = read_list<AnswerActor>(object["actors"], answer.malformed);
  answer.issues = read_list<AnswerIssue>(object["issues"], answer.malformed);
  answer.statements = read_list<AnswerStatement>(object["statements"], answer.malformed);
  answer.options = read_list<AnswerOption>(object["options"], answer.malformed);
  answer.events = read_list<AnswerEvent>(object["events"], answer.malformed);
  const std::size_t good =
      answer.actors.size() + answer.issues.size() + answer.statements.size() + answer.options.size() + answer.events.size();
  if (good == 0 && answer.malformed > 0) return fault("no item of the model's answer has the shape that was asked for");
  return answer;
}

bool is_text(const Json& object, const char* key) {
  return object.contains(key) && object[key].is_string() && !object[key].get_ref<const std::string&>().empty();
}

}  // namespace

base::Result<ModelAnswer> read_answer(std::string_view body) {
  const Json reply = parse(body);
  if (reply.is_discarded()) return fault("the reply is no JSON, or was cut short");
  const bool has_choice =
      reply.is_object() && reply.contains("choices") && reply["choices"].is_array() && !reply["choices"].empty();
  if (!has_choice || !reply["choices"][0].is_object()) return fault("the reply is not that of a chat completion");
  const Json& choice = reply["choices"][0];
  const std::string ended =
      choice.contains("finish_reason") && choice["finish_reason"].is_string() ? choice["finish_reason"].get<std::string>() : "";
  if (!choice.contains("message") || !choice["message"].is_object()) return fault("the reply is not that of a chat completion");
  if (is_text(choice["message"], "refusal") || ended == "content_filter") return fault("the model refused to read the report");
  if (ended == "length") return fault("the model's answer was cut short: the report is too long for it");
  if (!is_text(choice["message"], "content")) return fault("the model answered nothing");
  return read_content(choice["message"]["content"].get_ref<const std::string&>());
}

}  // namespace modus::model_reader
