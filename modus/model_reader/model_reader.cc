#include "modus/model_reader/model_reader.h"

#include <algorithm>
#include <cstdlib>

#include "modus/model_reader/entering.h"
#include "modus/model_reader/exchange.h"
#include "modus/model_reader/prompt.h"

namespace modus::model_reader {
namespace {

base::Problem fault(std::string what, std::string fix) { return {{}, std::move(what), std::move(fix)}; }

/// What stands in a header: letters that are seen, none of them a blank.
bool is_key(const std::string& key) {
  return std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

base::Problem fault_of_status(int status, const Endpoint& endpoint) {
  const std::string what = "the model's server answered with status " + std::to_string(status);
  if (status == 401 || status == 403)
    return fault(what, std::string("put a key it accepts into the environment variable ") + kKeyVariable);
  if (status == 404)
    return fault(what, "see whether " + endpoint.path + " is where it answers, and whether it has a model of that name");
  if (status == 413) return fault(what, "the report is too long for it: name another model");
  if (status == 429) return fault(what, "wait a while, then try again");
  if (status >= 300 && status < 400) return fault(what, "name the address that it points to: no redirection is followed");
  return fault(what, "see what the server itself says about it");
}

base::Result<ModelAnswer> check_reply(const base::Result<Reply>& reply, const Endpoint& endpoint) {
  if (!reply) return reply.problems();
  if (reply.value().status != 200) return fault_of_status(reply.value().status, endpoint);
  if (!reply.value().content_type.starts_with("application/json"))
    return fault("the model's server did not answer with JSON", "see whether the address is that of a model");
  return read_answer(reply.value().body);
}

/// Some servers know no schemas and say so with 400: then any JSON will do, and our own checks.
base::Result<ModelAnswer> ask(const Endpoint& endpoint, const std::string& sentences, const std::string& sha256,
                              const ModelOptions& options) {
  const Deadline deadline = std::chrono::steady_clock::now() + options.timeout;
  const auto post = [&](AnswerForm form) {
    return post_json(endpoint, options.key, write_request(sentences, sha256, options.name, form), deadline,
                     ModelLimits::kAnswerBytes);
  };
  base::Result<Reply> reply = post(AnswerForm::kBySchema);
  if (reply && reply.value().status == 400) reply = post(AnswerForm::kAnyJson);
  return check_reply(reply, endpoint);
}

void enter(const ModelAnswer& answer, const Document& document, const Text& text, SecondReading& second) {
  const Evidence evidence(document, text);
  const std::vector<reading::DateMention> dates = reading::find_dates(text, second.reading.reference_date);
  Entering entering{evidence, text, dates, second.reading, second.counts};
  second.counts.dropped = answer.malformed;
  enter_actors(answer.actors, entering);
  enter_issues(answer.issues, entering);
  enter_statements(answer.statements, entering);
  enter_options(answer.options, entering);
  enter_events(answer.events, entering);
  put_in_order(second.reading);
  second.used = true;
}

void warn_of(const base::Problems& problems, const std::string& file, base::Problems& warnings) {
  for (base::Problem problem : problems) {
    problem.where.file = file;
    problem.what += "; the built-in reading stands alone";
    warnings.push_back(std::move(problem));
  }
}

}  // namespace

std::string key_of_environment() {
  const char* key = std::getenv(kKeyVariable);
  return key == nullptr ? "" : key;
}

base::Result<SecondReading> read_with_model(const Document& document, const Reading& built_in, const ModelOptions& options) {
  const base::Result<Endpoint> endpoint = read_endpoint(options.url);
  if (!endpoint) return endpoint.problems();
  if (!is_key(options.key))
    return fault(std::string("the environment variable ") + kKeyVariable + " holds blanks or letters that no key has",
                 "put the key alone into it");

  SecondReading second{built_in, false, {}, {}};
  if (!options.key.empty() && !endpoint.value().secure && !endpoint.value().is_local())
    second.warnings.push_back(
        fault("the key is sent to " + endpoint.value().origin() + " without encryption", "name an https:// address"));
  const Text text = reading::cut_into_sentences(document);
  const std::string sentences = number_sentences(text);
  if (sentences.size() > ModelLimits::kReportBytes) {
    warn_of(
        {fault("the report is longer than the " + std::to_string(ModelLimits::kReportBytes) + " bytes that are shown to a model",
               "")},
        document.file, second.warnings);
    return second;
  }
  const base::Result<ModelAnswer> answer = ask(endpoint.value(), sentences, document.sha256, options);
  if (answer) {
    enter(answer.value(), document, text, second);
  } else {
    warn_of(answer.problems(), document.file, second.warnings);
  }
  return second;
}

}  // namespace modus::model_reader
