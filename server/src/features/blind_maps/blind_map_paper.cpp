// SPDX-License-Identifier: Apache-2.0
#include "features/blind_maps/blind_map_paper.hpp"

#include <fmt/core.h>

#include <cmath>

namespace konbit::blind_maps {

namespace {

using pages::Words;

std::string stamp_of(const BlindMapLine& request, const networks::NetworkReport& network,
                     const Words& words) {
    const auto& response = network.response;
    const auto day = [&](const std::optional<Instant>& at) {
        return at ? words.date(utc_date(*at)) : std::string();
    };
    return words("blind_map.stamp", {{"id", request.id.str()},
                                     {"cluster", request.cluster},
                                     {"wave", request.wave},
                                     {"recipient", request.recipient},
                                     {"purpose", request.purpose},
                                     {"asked_by", request.asked_by_name},
                                     {"decided_by", request.decided_by_name.value_or("")},
                                     {"decided_on", day(request.decided_at)},
                                     {"expires_on", day(request.expires_at)},
                                     {"answered", words.number(response.answered)},
                                     {"asked", words.number(response.asked)},
                                     {"percent", words.number(std::lround(response.rate.value_or(0) * 100))},
                                     {"hash", network.frozen ? network.frozen->results_sha256
                                                             : words("report.stamp.not_frozen")}});
}

}  // namespace

reports::Report paper_of(const BlindMapLine& request, const reports::BlindMap& map,
                         const networks::NetworkReport& network, const Words& words) {
    reports::Report report{.language = std::string(words.language()),
                           .cluster = request.cluster,
                           .title = words("blind_map.title"),
                           .subtitle = words("blind_map.for", {{"recipient", request.recipient}})};
    if (network.wave.is_demo) report.subtitle += " · " + words("page.badge.demo");
    report.picture = map.picture;
    report.picture_name = report.title;
    report.stamp = stamp_of(request, network, words);
    const std::string question = words(fmt::format("question.key.{}", name_of(map.question)));
    report.parts.push_back(
        {.title = request.purpose,
         .lines = {words("blind_map.text", {{"question", question}, {"n", words.number(map.agreed)}}),
                   words("blind_map.warning")},
         .has_picture = true});
    return report;
}

}  // namespace konbit::blind_maps
