// SPDX-License-Identifier: Apache-2.0
#include "features/networks/response.hpp"

#include "engine/network/degree.hpp"
#include "features/networks/observation.hpp"

#include <algorithm>
#include <cassert>

namespace konbit::networks {

namespace {

/// Place of the last of the most named tenth, counted from 1; at least one member belongs to it.
std::size_t tenth_of(std::size_t members) { return std::max<std::size_t>((members + 9) / 10, 1); }

/// Fewer do not make anybody often named.
constexpr double least_namings = 3;

/// The ties of the map; as long as answers come in, those of open questions only.
network::ObservedNetwork told_relation(const WaveData& data) {
    if (data.wave.state == WaveState::open || data.questions.empty()) return open_network(data);
    return observed(map_question(data), Rows::named);
}

/// Silent members of the most named tenth who were asked and did not decline.
std::vector<std::string> missing_prominent(const WaveData& data, const std::vector<bool>& has_answered) {
    std::vector<std::string> labels;
    for (const int place : most_named(network::indegree(told_relation(data).reported())))
        if (const auto& actor = data.actors[place]; actor.is_asked && !actor.is_unnamed() &&
                                                    !data.has_declined[static_cast<std::size_t>(place)] &&
                                                    !has_answered[static_cast<std::size_t>(place)])
            labels.push_back(data.actors[place].member.label);
    return labels;
}

}  // namespace

std::vector<int> most_named(const std::vector<double>& named) {
    auto ranked = named;
    std::ranges::sort(ranked, std::greater{});
    std::vector<int> places;
    if (ranked.empty()) return places;
    const double least = std::max(ranked[tenth_of(ranked.size()) - 1], least_namings);
    for (std::size_t i = 0; i < named.size(); ++i)
        if (named[i] >= least) places.push_back(static_cast<int>(i));
    return places;
}

std::vector<bool> answered_any(const WaveData& data) {
    std::vector<bool> result(data.actors.size());
    const auto add = [&](const QuestionData& question) {
        const auto rows = known_rows(question, Rows::observed);
        for (std::size_t i = 0; i < rows.size(); ++i) result[i] = result[i] || rows[i];
    };
    std::ranges::for_each(data.questions, add);
    if (data.externals) add(data.externals->said);
    return result;
}

const QuestionData& map_question(const WaveData& data) {
    assert(!data.questions.empty());
    const auto has_rows = [](const QuestionData& question) {
        return !places(known_rows(question, Rows::named)).empty();
    };
    if (const auto* communicate = data.find(QuestionKey::communicate); communicate && has_rows(*communicate))
        return *communicate;
    const auto found = std::ranges::find_if(data.questions, [&](const QuestionData& each) {
        return each.question.sensitivity == Sensitivity::open && has_rows(each);
    });
    return found == data.questions.end() ? data.questions.front() : *found;
}

ResponseSummary response_of(const WaveData& data) {
    const auto has_answered = answered_any(data);
    ResponseSummary response;
    response.asked = data.asked();
    response.answered = static_cast<int>(std::ranges::count(has_answered, true));
    response.declined = static_cast<int>(std::ranges::count(data.has_declined, true));
    if (response.asked > 0) response.rate = static_cast<double>(response.answered) / response.asked;
    response.level = disclosure::report_level(response.answered, response.asked);
    response.missing_prominent = missing_prominent(data, has_answered);
    return response;
}

}  // namespace konbit::networks
