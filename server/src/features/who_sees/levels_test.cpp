// SPDX-License-Identifier: Apache-2.0
// docs/users/levels.md holds the tables that the rules of the server give, word for word.
#include "features/permission/policies.hpp"
#include "features/surveys/instrument.hpp"
#include "features/who_sees/sample_wave.hpp"
#include "features/who_sees/who_sees.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace konbit::who_sees {
namespace {

std::vector<Question> whole_library() {
    std::vector<Question> questions;
    for (const auto& each : surveys::library) questions.push_back(surveys::new_question(SurveyId(), each));
    return questions;
}

std::string_view words(Sight sight) {
    switch (sight) {
        case Sight::nothing:
            return "nothing";
        case Sight::totals:
            return "totals";
        case Sight::agreed_only:
            return "names of who agreed";
        case Sight::agreed_and_totals:
            return "names of who agreed, totals of all";
        case Sight::names:
            return "names";
    }
    return "";
}

std::string question_table() {
    std::string table = "| question | class | wave open | closed | frozen |\n|---|---|---|---|---|\n";
    for (const auto& each : who_sees(whole_library()).questions)
        table += fmt::format("| {} | {} | {} | {} | {} |\n", name_of(each.question.key),
                             name_of(each.question.sensitivity), words(each.at[0]), words(each.at[1]),
                             words(each.at[2]));
    return table;
}

std::string_view yes(bool value) { return value ? "yes" : "no"; }

std::string rate_table() {
    std::string table =
        "| answered | level | figures | how often each is named | connectors by name | sealed totals |\n"
        "|---|---|---|---|---|---|\n";
    for (const auto& rate : who_sees(whole_library()).rates)
        table +=
            fmt::format("| {} of {} | {} | {} | {} | {} | {} |\n", rate.answered, sample_size,
                        name_of(rate.level), rate.has_figures ? "yes" : "a range only",
                        yes(rate.counts_namings), yes(rate.names_connectors), yes(rate.has_sealed_totals));
    return table;
}

template <class Policy>
std::string_view admits(const Policy& policy, std::string_view role) {
    return yes(std::find(policy.roles.begin(), policy.roles.end(), role) != policy.roles.end());
}

/// Results and everything made from them: of the cluster, the organization or the country of the grant.
std::string role_table() {
    std::string table =
        "| role | results and tests | reports on paper | asks for a picture for a funder | lets it go |\n"
        "|---|---|---|---|---|\n| anonymous | no | no | no | no |\n";
    for (const auto role : names(Role{}))
        table += fmt::format("| {} | {} | {} | {} | {} |\n", role, admits(may_analyze_wave, role),
                             admits(may_analyze_wave, role), admits(may_facilitate_wave, role),
                             admits(may_add_to_directory, role));
    return table;
}

std::string page() {
    std::ifstream file(std::string(KONBIT_SOURCE_DIR) + "/docs/users/levels.md");
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Levels, StandInTheDocumentationAsTheServerHasThem) {
    for (const std::string& table : {role_table(), question_table(), rate_table()})
        EXPECT_NE(page().find(table), std::string::npos) << "docs/users/levels.md lacks\n" << table;
}

}  // namespace
}  // namespace konbit::who_sees
