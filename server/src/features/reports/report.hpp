// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A wave told on paper: the same content printed by a browser and written as a PDF. Nobody stands in it by
/// name.
namespace konbit::reports {

/// For whom a report is.
enum class Audience {
    board,      ///< Two pages: what it is, what changed, what to do, what is not known.
    evaluator,  ///< Methods, wordings, response by group, every table, definitions with their sources.
};
constexpr auto names(Audience) { return std::to_array<std::string_view>({"board", "evaluator"}); }

struct Table {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;  ///< As many cells each as the head.
};

/// One step of a funnel.
struct Bar {
    std::string label;
    std::optional<double>
        share;  ///< Of its width, in [0, 1]; nothing when it is withheld, which is not zero.
    std::string value;
};

/// One thing below the other.
struct Part {
    std::string title;
    std::vector<std::string> lines{};
    std::vector<Bar> bars{};
    Table table{};
    bool has_picture = false;
    bool begins_page = false;
};

/// A network without names, in [-1, 1] both ways.
struct Picture {
    std::vector<std::pair<double, double>> places;
    std::vector<std::pair<int, int>> ties;  ///< By their places.
    std::vector<int> sizes{};               ///< 0, 1 or 2, the most tied; empty: marks are all alike.
};

struct Report {
    std::string language;
    std::string cluster;
    std::string title;
    std::string subtitle;
    std::vector<Part> parts;
    Picture picture;
    std::string picture_name;  ///< What it shows, for whoever cannot see it.
    std::string stamp;         ///< At the foot of every page.
};

}  // namespace konbit::reports
