// SPDX-License-Identifier: Apache-2.0
#include "features/networks/sentences.hpp"

#include "core/escape.hpp"
#include "engine/network/components.hpp"
#include "engine/network/cut_points.hpp"
#include "engine/network/introductions.hpp"
#include "engine/network/paths.hpp"
#include "features/networks/observation.hpp"
#include "features/networks/response.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace konbit::networks {

namespace {

using disclosure::ReportLevel;
using network::Graph;
using network::ObservedNetwork;

constexpr std::string_view prefix = "network.sentence.";
constexpr int most_named = 3;

RawJson number(std::int64_t value) { return {fmt::format("{}", value)}; }

RawJson text(std::string_view value) {
    RawJson json{""};
    append_json_string(json.text, value);
    return json;
}

RawJson percent(double share) { return number(std::lround(share * 100)); }

Sentence sentence(std::string_view key, int n, std::string_view basis,
                  std::map<std::string, RawJson> params = {}) {
    return {fmt::format("{}{}", prefix, key), std::move(params), n, std::string(basis)};
}

const std::string& label(const WaveData& data, int place) { return data.actors[place].member.label; }

/// As a JSON list: each language joins it in its own way.
RawJson list(const std::vector<std::string>& texts) {
    std::string all;
    for (const auto& each : texts) all += (all.empty() ? "" : ",") + text(each).text;
    return {"[" + all + "]"};
}

RawJson labels(const WaveData& data, const std::vector<int>& places) {
    std::vector<std::string> texts;
    for (const int place : places) texts.push_back(label(data, place));
    return list(texts);
}

// 1. Who answered, and what that allows.

Sentence about_response(const ResponseSummary& response) {
    std::map<std::string, RawJson> params{{"answered", number(response.answered)},
                                          {"asked", number(response.asked)},
                                          {"percent", percent(response.rate.value_or(0))}};
    std::string key = fmt::format("response.{}", name_of(response.level));
    if (response.level == ReportLevel::full && !response.missing_prominent.empty()) {
        key = "response.full_but_missing";
        params.emplace("missing", list(response.missing_prominent));
    }
    return sentence(key, response.answered, "available_case", std::move(params));
}

// 2. From knowing to working together.

/// Ties given by these members.
std::int64_t ties(const QuestionData& question, const std::vector<bool>& by) {
    return std::ranges::count_if(observed(question, Rows::observed).reported().edges(),
                                 [&](const auto& tie) { return by[static_cast<std::size_t>(tie.from)]; });
}

/// Those among the ties of the base, given by these members, that are ties of this question too.
std::int64_t ties_among(const QuestionData& base, const QuestionData& question, const std::vector<bool>& by) {
    const auto here = observed(question, Rows::observed);
    return std::ranges::count_if(observed(base, Rows::observed).reported().edges(), [&](const auto& tie) {
        return by[static_cast<std::size_t>(tie.from)] && here.reported().has_edge(tie.from, tie.to);
    });
}

/// Who answered all of these: what stands in one sentence rests on the same members.
std::vector<bool> who_answered(const std::vector<const QuestionData*>& questions) {
    std::vector<bool> all = known_rows(*questions.front(), Rows::observed);
    for (const auto* question : questions) {
        const auto rows = known_rows(*question, Rows::observed);
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = all[i] && rows[i];
    }
    return all;
}

Sentence about_funnel(const WaveData& data, ReportLevel level) {
    if (level == ReportLevel::interval_only)
        return sentence("funnel.low_response", observed(map_question(data), Rows::observed).answers(),
                        "available_case", {{"needed", percent(disclosure::directional_report_rate)}});
    const auto* know = data.find(QuestionKey::know);
    const auto* communicate = data.find(QuestionKey::communicate);
    const auto* worked = data.find(QuestionKey::worked_together);
    const auto& first = know ? *know : map_question(data);
    const auto is_shown = [](const QuestionData* each) {
        return each && each->question.sensitivity != Sensitivity::sealed;
    };
    const bool has_all = is_shown(know) && is_shown(communicate) && is_shown(worked);
    const auto by = who_answered(has_all ? std::vector{know, communicate, worked} : std::vector{&first});
    const auto answers = static_cast<int>(std::ranges::count(by, true));
    const std::int64_t possible = static_cast<std::int64_t>(answers) * (data.size() - 1);
    std::map<std::string, RawJson> params{{"possible", number(possible)}, {"know", number(ties(first, by))}};
    if (!has_all || possible == 0)
        return sentence("funnel.one_question", answers, "available_case", std::move(params));
    params.emplace("communicate", number(ties_among(*know, *communicate, by)));
    params.emplace("worked", number(ties_among(*know, *worked, by)));
    const auto key = data.wave.is_baseline ? "funnel.before" : "funnel.under";
    return sentence(key, answers, "available_case", std::move(params));
}

// 3. Who connects the others.

/// The first of some members, those on most ways between others before the rest.
std::vector<int> foremost(std::vector<int> places, const std::vector<double>& between) {
    std::ranges::sort(places, {}, [&](int place) { return std::pair(-between[place], place); });
    places.resize(std::min<std::size_t>(places.size(), most_named));
    return places;
}

/// Members on more ways between others than the average.
std::vector<int> brokers(const std::vector<double>& between) {
    const double total = std::accumulate(between.begin(), between.end(), 0.0);
    const double average = between.empty() ? 0 : total / static_cast<double>(between.size());
    std::vector<int> places;
    for (int place = 0; place < std::ssize(between); ++place)
        if (between[place] > average + 1e-9) places.push_back(place);
    return places;
}

Sentence about_connectors(const WaveData& data, ReportLevel level) {
    const ObservedNetwork network = open_network(data);
    if (level != ReportLevel::full)
        return sentence("connectors.low_response", network.answers(), "open_questions",
                        {{"needed", percent(disclosure::full_report_rate)}});
    const Graph graph = undirected(reconstructed(network).graph);
    const auto between = path_statistics(graph, 1).betweenness;
    const auto cuts = cut_points(graph).articulation_points;
    auto wanted = cuts.empty() ? brokers(between) : cuts;
    std::erase_if(wanted, [&](int place) { return data.actors[place].is_unnamed(); });
    const auto members = foremost(std::move(wanted), between);
    if (members.empty()) return sentence("connectors.nobody", network.answers(), "open_questions");
    const bool are_all = members.size() >= cuts.size();
    const auto key = cuts.empty() ? "connectors.most"
                     : are_all    ? "connectors.only_link"
                                  : "connectors.only_link_many";
    return sentence(
        key, network.answers(), "open_questions",
        {{"members", labels(data, members)}, {"count", number(std::ssize(cuts.empty() ? members : cuts))}});
}

// 4. Without the facilitator.

/// Pieces of the network without some members.
struct Pieces {
    std::vector<int> sizes{};  ///< Of at least two members, the largest first.
    int alone = 0;             ///< Members who answered and have no tie left.
    int unknown = 0;           ///< Silent members whom nobody named: nothing is known of them.
};

Pieces pieces_without(const std::vector<int>& removed, const ObservedNetwork& network) {
    const Graph rest = isolating(reconstructed(network).graph, removed);
    const auto components = weak_components(rest);
    const auto is_removed = [&](int node) { return std::ranges::find(removed, node) != removed.end(); };
    Pieces pieces;
    for (int node = 0; node < rest.node_count(); ++node) {
        if (components.size[components.of[node]] > 1 || is_removed(node)) continue;
        (network.has_answered(node) || !network.reported().in(node).empty() ? pieces.alone
                                                                            : pieces.unknown) += 1;
    }
    for (const int size : components.size)
        if (size > 1) pieces.sizes.push_back(size);
    std::ranges::sort(pieces.sizes, std::greater{});
    return pieces;
}

std::vector<int> facilitators(const WaveData& data) {
    std::vector<int> result;
    for (int place = 0; place < data.size(); ++place)
        if (data.actors[place].member.is_facilitator) result.push_back(place);
    return result;
}

RawJson sizes_list(const std::vector<int>& sizes) {
    std::vector<std::string> texts;
    for (const int size : sizes) texts.push_back(fmt::format("{}", size));
    return list(texts);
}

/// By name only: sizes of pieces could tell of a row that counts in figures only.
Sentence about_facilitator(const WaveData& data, ReportLevel level) {
    const ObservedNetwork network = observed(map_question(data), Rows::named);
    if (level == ReportLevel::interval_only)
        return sentence("without_facilitator.low_response", network.answers(), "reconstructed",
                        {{"needed", percent(disclosure::directional_report_rate)}});
    const auto removed = facilitators(data);
    if (removed.empty()) return sentence("without_facilitator.none", network.answers(), "reconstructed");
    const Pieces pieces = pieces_without(removed, network);
    std::map<std::string, RawJson> params{{"pieces", number(std::ssize(pieces.sizes))},
                                          {"sizes", sizes_list(pieces.sizes)},
                                          {"alone", number(pieces.alone)},
                                          {"unknown", number(pieces.unknown)}};
    if (pieces.sizes.empty())
        return sentence("without_facilitator.nothing_left", network.answers(), "reconstructed",
                        std::move(params));
    const bool holds = pieces.sizes.size() == 1 && pieces.alone == 0;
    return sentence(holds ? "without_facilitator.holds" : "without_facilitator.falls_apart",
                    network.answers(), "reconstructed", std::move(params));
}

// 5. What to do next.

std::optional<Sentence> proposal(std::string_view key, const std::vector<network::Introduction>& list,
                                 const WaveData& data, int n) {
    if (list.empty()) return std::nullopt;
    const auto& first = list.front();
    std::map<std::string, RawJson> params{{"one", text(label(data, first.one))},
                                          {"other", text(label(data, first.other))}};
    if (!first.introducer) return sentence(key, n, "open_questions", std::move(params));
    params.emplace("introducer", text(label(data, *first.introducer)));
    return sentence(fmt::format("{}_by", key), n, "open_questions", std::move(params));
}

/// Who knows whom must be open: else a proposal would bring together members who are known to each other, or
/// tell by its absence that they are.
bool may_propose(const WaveData& data) {
    const auto* know = data.find(QuestionKey::know);
    return know && know->question.sensitivity == Sensitivity::open;
}

/// Proposals rest on open questions and name only members who answered.
Sentence about_next_step(const WaveData& data, const ResponseSummary& response) {
    const ObservedNetwork network = open_network(data);
    const int silent = response.asked - response.answered;
    if (response.level != ReportLevel::full)
        return sentence("next.ask_the_silent", network.answers(), "open_questions",
                        {{"silent", number(silent)}});
    if (!may_propose(data)) return sentence("next.nobody", network.answers(), "open_questions");
    std::vector<bool> is_willing(data.actors.size());
    for (int place = 0; place < data.size(); ++place)
        is_willing[place] = network.has_answered(place) && !data.actors[place].is_unnamed();
    const auto lists = network::introductions({.ties = network.reported(),
                                               .is_willing = is_willing,
                                               .group_of = countries(data),
                                               .sector_of = subsectors(data)});
    if (auto found = proposal("next.bring_in", lists.bring_in_isolate, data, network.answers()))
        return *found;
    if (auto found = proposal("next.bridge", lists.bridge_groups, data, network.answers())) return *found;
    if (auto found = proposal("next.triangle", lists.close_triangle, data, network.answers())) return *found;
    return sentence("next.nobody", network.answers(), "open_questions");
}

}  // namespace

std::vector<Sentence> sentences_of(const WaveData& data, const ResponseSummary& response) {
    return {about_response(response), about_funnel(data, response.level),
            about_connectors(data, response.level), about_facilitator(data, response.level),
            about_next_step(data, response)};
}

}  // namespace konbit::networks
