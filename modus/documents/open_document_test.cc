#include "modus/documents/open_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modus/base/text.h"
#include "modus/documents/language.h"
#include "modus/documents/test_reports.h"

namespace modus::documents {
namespace {

using testing::HasSubstr;

TEST(OpeningAReport, SaysWhatFileItWas) {
  const std::string bytes = "\x93No,\x94 said the leader of the union.";
  const Document document = opened("in/a.txt", bytes);
  EXPECT_EQ(document.file, "in/a.txt");
  EXPECT_EQ(document.sha256, base::sha256_hex(bytes));
  EXPECT_EQ(document.file_bytes, bytes.size());
  EXPECT_EQ(document.code_points, bytes.size());
  EXPECT_EQ(document.language, "en");
  EXPECT_EQ(document.stored, "\u201CNo,\u201D said the leader of the union.");
}

TEST(OpeningAReport, RefusesWhatHoldsNothing) {
  EXPECT_THAT(problem_of("a.txt", ""), HasSubstr("a.txt: the file is empty"));
  EXPECT_THAT(problem_of("a.txt", " \n\t\r\n"), HasSubstr("the file is empty"));
  EXPECT_THAT(problem_of("a.txt", "\xEF\xBB\xBF"), HasSubstr("no readable text"));
  EXPECT_THAT(problem_of("a.txt", "1234\n\n---\n\n5678."), HasSubstr("no readable text"));
  EXPECT_THAT(problem_of("a.md", "---\ntitle: x\n---\n"), HasSubstr("no readable text"));
}

TEST(OpeningAReport, NamesTheLimitOfAFile) {
  const std::string bytes(OpenLimits::kFileBytes + 1, 'a');
  EXPECT_THAT(problem_of("a.txt", bytes), HasSubstr("at most 8388608 bytes are read"));
}

TEST(OpeningAReport, RefusesBinaryAndBrokenFiles) {
  EXPECT_THAT(problem_of("a.txt", "%PDF-1.4 x"), HasSubstr("this is no text but a PDF document"));
  EXPECT_THAT(problem_of("a.html", std::string("<p>a\0b</p>", 10)), HasSubstr("this is no text"));
  EXPECT_THAT(problem_of("a.txt", "Gr\u00E1inne\nM\xFC\n"), HasSubstr("a.txt:2: this is not UTF-8"));
}

TEST(OpeningAReport, RefusesOtherLanguagesByName) {
  struct Text {
    const char* text;
    const char* language;
  };
  for (const Text& text :
       {Text{"Le syndicat des dockers a rejet\u00E9 vendredi la derni\u00E8re offre de la direction et "
             "demande une nouvelle r\u00E9union avant la fin du mois.",
             "French"},
        {"Die Gewerkschaft hat das Angebot der Gesch\u00E4ftsf\u00FChrung am Freitag abgelehnt und verlangt "
         "eine neue Verhandlungsrunde vor Ende des Monats.",
         "German"},
        {"El sindicato de estibadores rechaz\u00F3 el viernes la \u00FAltima oferta de la empresa y "
         "pidi\u00F3 una nueva reuni\u00F3n antes de fin de mes.",
         "Spanish"},
        {"\u041F\u0440\u043E\u0444\u0441\u043E\u044E\u0437 \u0434\u043E\u043A\u0435\u0440\u043E\u0432 "
         "\u043E\u0442\u043A\u043B\u043E\u043D\u0438\u043B \u0432 \u043F\u044F\u0442\u043D\u0438\u0446\u0443 "
         "\u043F\u043E\u0441\u043B\u0435\u0434\u043D\u0435\u0435 "
         "\u043F\u0440\u0435\u0434\u043B\u043E\u0436\u0435\u043D\u0438\u0435 "
         "\u043A\u043E\u043C\u043F\u0430\u043D\u0438\u0438.",
         "Russian"}}) {
    EXPECT_THAT(problem_of("a.txt", text.text),
                HasSubstr(std::string("this report is in ") + text.language + "; Modus reads English"));
  }
}

TEST(OpeningAReport, TakesShortAndOddEnglishForEnglish) {
  for (const char* text :
       {"No deal.", "Talks stall.",
        "Zelenskyy, Lavrov, Wang Yi and Szijj\u00E1rt\u00F3 met Erdo\u011Fan in \u00C7anakkale.",
        "Armadores do Centro rejects Lisbon's offer; Nazar\u00E9 and Peniche boats stay in port.",
        "\u201CPas de probl\u00E8me,\u201D said Jean-Luc Dupr\u00E9 of the Conf\u00E9d\u00E9ration "
        "g\u00E9n\u00E9rale du travail in Le Havre.",
        "Kharvenia, Oltrend trade blame; Drosk shelled"}) {
    EXPECT_TRUE(open_document("a.txt", text).ok()) << text;
  }
}

TEST(OpeningAReport, KeepsControlCharactersInPassages) {
  const Document document = opened("a.txt", "The union said \x1b[31mno\u202E to the offer.");
  EXPECT_EQ(document.text, "The union said [31mno to the offer.");
  EXPECT_THAT(passage_of(document, {0, document.text.size()}).text, HasSubstr("\x1b[31mno\u202E"));
}

TEST(OpeningAReport, GivesTheSameForTheSameBytes) {
  const Document first = opened("a.txt", kBody), second = opened("a.txt", kBody);
  EXPECT_EQ(first.text, second.text);
  EXPECT_EQ(first.runs.size(), second.runs.size());
}

}  // namespace
}  // namespace modus::documents
