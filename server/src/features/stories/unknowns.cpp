// SPDX-License-Identifier: Apache-2.0
#include "features/stories/unknowns.hpp"

#include "core/escape.hpp"
#include "features/networks/observation.hpp"
#include "features/networks/response.hpp"

#include <fmt/core.h>

#include <cmath>

namespace konbit::stories {

namespace {

using disclosure::ReportLevel;
using networks::NetworkReport;
using networks::Sentence;
using networks::WaveData;
using Params = std::map<std::string, RawJson>;

RawJson number(std::int64_t value) { return {fmt::format("{}", value)}; }
RawJson percent(double share) { return number(std::lround(share * 100)); }

RawJson list(const std::vector<std::string>& texts) {
    RawJson json{"["};
    for (const auto& each : texts) {
        if (json.text.size() > 1) json.text += ",";
        append_json_string(json.text, each);
    }
    json.text += "]";
    return json;
}

Sentence said(std::string_view key, int n, Params params = {}) {
    return {fmt::format("story.unknown.{}", key), std::move(params), n, "open_questions"};
}

void add_silence(std::vector<Sentence>& all, const WaveData& data, const NetworkReport& report) {
    const auto& response = report.response;
    const int silent = response.asked - response.answered;
    if (silent <= 0) return;
    all.push_back(said("silent", response.answered,
                       {{"silent", number(silent)}, {"declined", number(response.declined)}}));
    const auto known = networks::open_network(data);
    if (const auto share = dyads_any_observed_share(known); share && *share < 1)
        all.push_back(said("pairs", known.answers(), {{"percent", percent(1 - *share)}}));
    if (!response.missing_prominent.empty())
        all.push_back(said("prominent", response.answered, {{"members", list(response.missing_prominent)}}));
}

void add_order(std::vector<Sentence>& all, const NetworkReport& report) {
    const auto& response = report.response;
    if (response.level == ReportLevel::directional) all.push_back(said("directional", response.answered));
    if (response.level == ReportLevel::interval_only) all.push_back(said("interval_only", response.answered));
    if (response.level == ReportLevel::full && response.answered < response.asked)
        all.push_back(said("order", response.answered));
}

void add_one_sided(std::vector<Sentence>& all, const WaveData& data) {
    const auto network = networks::open_network(data);
    const auto share = reciprocity_edgewise_observed(network);
    if (share && *share < 1)
        all.push_back(said("one_sided", network.answers(), {{"percent", percent(1 - *share)}}));
}

}  // namespace

std::vector<Sentence> unknowns_of(const WaveData& data, const NetworkReport& report) {
    std::vector<Sentence> all;
    add_silence(all, data, report);
    add_order(all, report);
    add_one_sided(all, data);
    all.push_back(said("said_only", report.response.answered));
    return all;
}

}  // namespace konbit::stories
