#include "modus/catalogue/insert_statement.h"

#include <algorithm>
#include <utility>

namespace modus::catalogue {

using case_model::Statement;
using case_model::StatementIndex;

case_model::StatementIndex insert_statement(case_model::Case& subject, Statement statement) {
  std::vector<Statement>& all = subject.statements.raw();
  const auto place =
      std::lower_bound(all.begin(), all.end(), statement.id,
                       [](const Statement& one, const std::string& id) { return one.id < id; });
  const StatementIndex index(static_cast<std::size_t>(place - all.begin()));
  all.insert(place, std::move(statement));
  const auto shift = [&](StatementIndex& pointed) {
    if (pointed >= index) ++pointed.value;
  };
  for (Statement& one : all) {
    std::for_each(one.replaces.begin(), one.replaces.end(), shift);
    if (one.same_as) shift(*one.same_as);
  }
  for (case_model::TextRound& round : subject.text) {
    for (case_model::Reaction& reaction : round.reactions) shift(reaction.statement);
  }
  return index;
}

}  // namespace modus::catalogue
