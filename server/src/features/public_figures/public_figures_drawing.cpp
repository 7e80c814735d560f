// SPDX-License-Identifier: Apache-2.0
#include "features/public_figures/public_figures_drawing.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace konbit::public_figures {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::Html;
using pages::Words;

constexpr double bar_width = 320;
constexpr double bar_step = 54;
constexpr double around = 105;  ///< Radius of the circle on which groups stand.
constexpr double beyond = 20;   ///< From a mark to its name, with the widest ring between.

std::string decimal(double number) { return fmt::format("{:.1f}", number); }

Html bar(const Words& words, const PublicQuestion& question, double top) {
    const auto line = [&](std::string_view look, double from, double to, double y) {
        return el("line", cls(look), attr("x1", decimal(from * bar_width)),
                  attr("x2", decimal(to * bar_width)), attr("y1", decimal(y)), attr("y2", decimal(y)));
    };
    return el("g",
              el("text", attr("x", "0"), attr("y", decimal(top + 14)),
                 words(fmt::format("question.key.{}", name_of(question.key)))),
              line("k-bar-track", 0, 1, top + 30), line("k-bar", 0, question.share, top + 30),
              line("k-bar-range", question.share_low, question.share_high, top + 30),
              el("text", attr("x", decimal(bar_width + 12)), attr("y", decimal(top + 35)),
                 percent(words, question.share)));
}

/// What somebody hears who does not see the bars.
std::string bars_aloud(const Words& words, const PublicWave& wave) {
    std::string all;
    for (const auto& each : wave.questions)
        all += (all.empty() ? "" : ", ") + words(fmt::format("question.key.{}", name_of(each.key))) + " " +
               percent(words, each.share);
    return all;
}

struct Place {
    double x = 0;
    double y = 0;
    double radius = 0;
};

/// The first at the left, so that two stand side by side.
std::vector<Place> places_of(const std::vector<PublicGroup>& groups) {
    const int largest = std::ranges::max(groups, {}, &PublicGroup::members).members;
    std::vector<Place> places;
    for (int i = 0; i < std::ssize(groups); ++i) {
        const double angle = std::numbers::pi * (1 - 2.0 * i / static_cast<double>(groups.size()));
        places.push_back({around * std::cos(angle), -around * std::sin(angle),
                          12 + 20 * std::sqrt(static_cast<double>(groups[i].members) / largest)});
    }
    return places;
}

std::string band_class(std::string_view kind, Band band) {
    return fmt::format("k-{} k-band-{}", kind, name_of(band));
}

Html link_line(const PublicLink& link, const std::vector<Place>& at) {
    const Place& one = at[link.one];
    const Place& other = at[link.other];
    if (link.one == link.other)
        return el("circle", cls(band_class("ring", link.band)), attr("cx", decimal(one.x)),
                  attr("cy", decimal(one.y)), attr("r", decimal(one.radius + 8)));
    return el("line", cls(band_class("link", link.band)), attr("x1", decimal(one.x)),
              attr("y1", decimal(one.y)), attr("x2", decimal(other.x)), attr("y2", decimal(other.y)));
}

/// The name stands away from the middle: above those of the upper half, below the others.
Html mark(const Words& words, const PublicGroup& group, const Place& at) {
    const double below = at.y < -1 ? -at.radius - beyond : at.radius + beyond + 10;
    return el("g",
              el("circle", cls("k-group"), attr("cx", decimal(at.x)), attr("cy", decimal(at.y)),
                 attr("r", decimal(at.radius))),
              el("text", attr("x", decimal(at.x)), attr("y", decimal(at.y + 5)),
                 attr("text-anchor", "middle"), words.number(group.members)),
              el("text", attr("x", decimal(at.x)), attr("y", decimal(at.y + below)),
                 attr("text-anchor", "middle"), group_name(words, group)));
}

/// As high as what is drawn: two groups stand side by side.
std::string view_box(const std::vector<Place>& places) {
    const auto [top, bottom] = std::ranges::minmax(places, {}, &Place::y);
    const double room = 32 + beyond + 22;
    return fmt::format("-210 {:.0f} 420 {:.0f}", top.y - room, bottom.y - top.y + 2 * room);
}

}  // namespace

std::string percent(const Words& words, double share) {
    return words("public_figures.percent", {{"n", words.number(std::lround(share * 100))}});
}

std::string group_name(const Words& words, const PublicGroup& group) {
    return group.code.empty() ? words.count("public_figures.joined", group.joined)
                              : words.country(group.code);
}

Html bars(const Words& words, const PublicWave& wave) {
    Html all;
    for (int i = 0; i < std::ssize(wave.questions); ++i) all += bar(words, wave.questions[i], i * bar_step);
    return el("svg", cls("k-figures"), attr("role", "img"), attr("aria-label", bars_aloud(words, wave)),
              attr("viewBox", fmt::format("0 0 {} {}", bar_width + 60,
                                          static_cast<double>(wave.questions.size()) * bar_step)),
              all);
}

Html group_picture(const Words& words, const PublicPicture& picture) {
    const auto at = places_of(picture.groups);
    Html lines, marks;
    // Rings lie over the lines that end in them.
    for (const bool is_ring : {false, true})
        for (const auto& link : picture.links)
            if ((link.one == link.other) == is_ring) lines += link_line(link, at);
    for (std::size_t i = 0; i < at.size(); ++i) marks += mark(words, picture.groups[i], at[i]);
    return el("svg", cls("k-figures k-groups"), attr("viewBox", view_box(at)), attr("role", "img"),
              attr("aria-label",
                   words("public_figures.picture",
                         {{"question", words(fmt::format("question.key.{}", name_of(picture.question)))}})),
              lines, marks);
}

}  // namespace konbit::public_figures
