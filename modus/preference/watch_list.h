/// \file The quantities of one party that some evidence bears on, recorded at each draw to see whether they mix.
#pragma once

#include <string>
#include <vector>

#include "modus/case_model/standing.h"
#include "modus/preference/party_chain.h"

namespace modus::preference {

class WatchList {
 public:
  WatchList(const case_model::Case& subject, const case_model::Standing& standing, const PartyModel& model);
  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] const std::string& name(std::size_t column) const { return names_[column]; }
  /// Writes size() numbers.
  void record(const PartyChain& chain, double* row) const;

 private:
  struct Node {
    std::size_t issue, option;
  };
  std::vector<std::string> names_;
  std::vector<std::size_t> weights_;
  std::vector<Node> scores_;
  std::vector<std::size_t> adjustments_;
  std::size_t chances_ = 0;
  bool no_deal_ = false;
  std::vector<std::size_t> limits_;
  std::vector<std::size_t> margins_, wanted_;
};

}  // namespace modus::preference
