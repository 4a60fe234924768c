// How the case is to be forecast, and chances by a length of time.
#include <algorithm>
#include <array>
#include <filesystem>

#include "modus/formats/reading.h"
#include "modus/formats/write_case.h"

namespace modus::formats {
namespace {

using case_model::ForecastSettings;
using case_model::JudgedRate;

constexpr Bounds kRounds{0, 60, "rounds of talks a month, from 0 to 60"};
constexpr Bounds kMonthlyChance{0, 1, "a chance a month, from 0 to 1"};

// 0.1 and 0.9 sum to 1 whatever their last bits.
constexpr double kSlack = 1e-9;

std::optional<JudgedRate> read_judged(Reading& reading, const YamlNode& node) {
  Fields fields(reading, node, "judged rate");
  JudgedRate judged;
  judged.never = fields.read("never", &Reading::number, kChance);
  const YamlNode* chances = fields.require("chances");
  if (chances == nullptr) return std::nullopt;
  judged.chances = read_chances(reading, *chances, "a judged rate");
  if (judged.chances.empty()) return std::nullopt;
  if (judged.never && *judged.never + judged.chances.back().second > 1 + kSlack)
    reading.add(*chances, "the last chance and 'never' sum to more than 1", "lower one of them: the rest comes later, or never");
  return judged;
}

void check_since(Reading& reading, const YamlNode& node, case_model::Day since) {
  if (since <= reading.subject.as_of || reading.subject.as_of == case_model::Day()) return;
  reading.add(node, "'since' is later than the day of the case (" + write_day(reading.subject.as_of) + ")",
              "the day on which processes like this one began to count here");
}

void check_one_base_rate(Reading& reading, const Fields& fields) {
  const YamlNode* first = nullptr;
  for (const std::string_view key : {"class", "durations", "judged"}) {
    const YamlNode* node = fields.find(key);
    if (node != nullptr && first != nullptr)
      reading.add(*node, "more than one of 'class', 'durations' and 'judged'", "one base rate: keep the one that fits best");
    if (first == nullptr) first = node;
  }
}

std::string read_durations_name(Reading& reading, const YamlNode& node) {
  const auto file = reading.text(node, "a file name");
  if (file && !stays_in_folder(*file))
    reading.add(node, "the file " + shown(*file) + " is outside the case's folder", "a file in the case's folder or below");
  return file.value_or("");
}

void read_rates(Fields& fields, ForecastSettings& settings) {
  settings.rounds = fields.read("rounds", &Reading::interval, kRounds);
  settings.collapse = fields.read("collapse", &Reading::interval, kMonthlyChance);
  settings.prevails = fields.read("prevails", &Reading::interval, kMonthlyChance);
  settings.stalling_ends = fields.read("stalling_ends", &Reading::interval, kMonthlyChance);
}

}  // namespace

bool stays_in_folder(const std::string& file) {
  const std::filesystem::path relative(file);
  return !relative.is_absolute() && std::find(relative.begin(), relative.end(), "..") == relative.end();
}

std::vector<std::pair<int, double>> read_chances(Reading& reading, const YamlNode& node, std::string_view whose) {
  std::vector<std::pair<int, double>> chances;
  const auto entries = reading.entries(node, "the chances");
  for (const auto& [key, value] : entries) {
    const auto days = reading.duration(*key);
    const auto chance = reading.number(*value, kChance);
    if (days && chance) chances.emplace_back(*days, *chance);
  }
  if (entries.empty())
    reading.add(node, std::string(whose) + " without a chance", "chances such as {\"30 days\": 0.25}");
  std::sort(chances.begin(), chances.end());
  for (std::size_t i = 1; i < chances.size(); ++i) {
    if (chances[i].first == chances[i - 1].first) {
      reading.add(node, "two chances for one length of time", "keep one of them");
    } else if (chances[i].second < chances[i - 1].second) {
      reading.add(node, "a chance falls with time", "chances by a day are cumulative: a later one is at least as high");
    }
  }
  return chances;
}

void read_forecast(Reading& reading, Fields& root) {
  const YamlNode* node = root.find("forecast");
  if (node == nullptr) return;
  ForecastSettings& settings = reading.subject.forecast;
  settings.where = reading.place(*node);
  Fields fields(reading, *node, "forecast");
  settings.reference_class = fields.read("class", &Reading::id, "a reference class").value_or("");
  if (const YamlNode* durations = fields.find("durations")) settings.durations = read_durations_name(reading, *durations);
  if (const YamlNode* judged = fields.find("judged")) settings.judged = read_judged(reading, *judged);
  check_one_base_rate(reading, fields);
  settings.since = fields.read("since", &Reading::day);
  if (settings.since) check_since(reading, *fields.find("since"), *settings.since);
  settings.weight = fields.read("weight", &Reading::number, kShare);
  read_rates(fields, settings);
  settings.why = fields.text("why");
  settings.label = fields.read("label", &Reading::label);
}

}  // namespace modus::formats
