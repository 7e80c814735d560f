// SPDX-License-Identifier: Apache-2.0
#include "features/exports/network_parts.hpp"

#include "core/escape.hpp"
#include "engine/network/wave_series.hpp"
#include "features/networks/network_file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

namespace konbit::exports {

namespace {

using networks::MapNode;
using networks::NetworkReport;
using sheets::ArchiveEntry;

constexpr std::string_view invented = "Invented demonstration data";

std::string yes_or_no(bool value) { return value ? "yes" : "no"; }

/// Whoever withdrew or objected after freezing counts, and has no name.
std::vector<std::string> told_apart(std::vector<std::string> names) {
    std::set<std::string> taken;
    for (auto& name : names) {
        if (name.empty()) name = "unnamed other";
        std::string own = name;
        for (int number = 2; !taken.insert(own).second; ++number) own = fmt::format("{} ({})", name, number);
        name = std::move(own);
    }
    return names;
}

struct MemberColumn {
    std::string_view name;
    std::string (*value)(const MapNode& node);
};

constexpr std::array member_columns{
    MemberColumn{"kind", [](const MapNode& node) { return node.kind; }},
    MemberColumn{"country_code", [](const MapNode& node) { return node.country_code; }},
    MemberColumn{"subsector", [](const MapNode& node) { return node.subsector.value_or(""); }},
    MemberColumn{"subgroup", [](const MapNode& node) { return node.subgroup.value_or(""); }},
    MemberColumn{"is_facilitator", [](const MapNode& node) { return yes_or_no(node.is_facilitator); }},
    MemberColumn{"participates_in_programme",
                 [](const MapNode& node) {
                     const auto& stated = node.participates_in_programme;
                     return stated ? yes_or_no(*stated) : std::string();
                 }},
};

std::vector<network::ActorColumn> columns_of(const NetworkReport& report) {
    std::vector<network::ActorColumn> columns;
    for (const auto& [name, value] : member_columns) {
        auto& column = columns.emplace_back(std::string(name), std::vector<std::string>());
        for (const auto& node : report.map.nodes) column.values.push_back(value(node));
    }
    if (report.wave.is_demo)
        columns.push_back({"note", std::vector<std::string>(report.map.nodes.size(), std::string(invented))});
    return columns;
}

/// Without names nobody's silence is told (take_names_off), so that every row counts as known.
bool has_answered(const MapNode& node, QuestionKey question) {
    if (node.actor.empty()) return true;
    return std::ranges::find(node.known_rows, question) != node.known_rows.end();
}

std::vector<network::WeightedTie> ties_of(const NetworkReport& report, QuestionKey question) {
    std::map<WaveMemberId, int> places;
    for (const auto& node : report.map.nodes) places.emplace(node.id, static_cast<int>(places.size()));
    std::vector<network::WeightedTie> ties;
    for (const auto& tie : report.map.ties)
        if (tie.question == question)
            ties.push_back({places.at(tie.from), places.at(tie.to), static_cast<double>(tie.value)});
    std::ranges::sort(ties);
    return ties;
}

/// @param ids  One for each member.
network::NetworkDocument document_of(const NetworkReport& report, QuestionKey question,
                                     std::vector<std::string> ids) {
    return {.direction = network::Direction::directed,
            .ids = std::move(ids),
            .columns = columns_of(report),
            .ties = ties_of(report, question)};
}

/// One wave under its members' names.
network::NetworkDocument named_document(const NetworkReport& report, QuestionKey question) {
    std::vector<std::string> labels, answered;
    for (const auto& node : report.map.nodes) {
        labels.push_back(node.label);
        answered.push_back(yes_or_no(has_answered(node, question)));
    }
    auto document = document_of(report, question, told_apart(std::move(labels)));
    document.columns.push_back({"answered", std::move(answered)});
    return document;
}

/// What a member is joined by. Whoever lost its name in one wave must not be found again by that of another.
std::string key_of(const MapNode& node) {
    if (node.label.empty()) return node.id.str();
    return node.actor.empty() ? node.label : node.actor;
}

/// A member under another name is the same one: waves are joined by what stays, and named as in the last.
network::WaveSeries series_of(Waves waves, QuestionKey question) {
    std::vector<network::WaveDocument> documents;
    std::map<std::string, std::string> labels;
    for (const auto* report : waves) {
        std::vector<std::string> ids;
        std::vector<bool> answered;
        for (const auto& node : report->map.nodes) {
            ids.push_back(key_of(node));
            labels[ids.back()] = node.label;
            answered.push_back(has_answered(node, question));
        }
        documents.push_back({document_of(*report, question, std::move(ids)), std::move(answered)});
    }
    network::WaveSeries series = network::joined(documents);
    for (auto& id : series.ids) id = labels.at(id);
    series.ids = told_apart(std::move(series.ids));
    return series;
}

template <class Write>
std::string written(Write write) {
    std::ostringstream out;
    write(out);
    return std::move(out).str();
}

ArchiveEntry members_of(const network::NetworkDocument& document) {
    return {"members.csv", written([&](std::ostream& out) { write_members(document, out); })};
}

std::vector<ArchiveEntry> siena_parts(const network::WaveSeries& series) {
    std::vector<ArchiveEntry> parts;
    for (std::size_t wave = 0; wave < series.waves.size(); ++wave)
        parts.push_back({fmt::format("wave{}.dat", wave + 1),
                         written([&](std::ostream& out) { write_siena_wave(series, wave, out); })});
    parts.push_back(members_of({series.direction, series.ids, series.columns, {}}));
    parts.push_back({"open.R", written([&](std::ostream& out) { write_siena_script(series, out); })});
    return parts;
}

std::string ending_of(ExportFormat format) {
    if (format == ExportFormat::matrix) return "csv";
    return format == ExportFormat::pajek ? "net" : std::string(name_of(format));
}

bool has_columns(ExportFormat format) {
    return format == ExportFormat::graphml || format == ExportFormat::vna || format == ExportFormat::json;
}

/// Two hyphens end a comment in XML.
std::string as_xml_comment(const std::string& words) {
    std::string comment;
    for (const char each : words) {
        if (each == '-' && comment.ends_with('-')) comment += ' ';
        comment += each;
    }
    return "<!-- " + comment + " -->\n";
}

std::string as_percent_lines(const std::string& words) {
    std::string lines = "% ";
    for (const char each : words) lines += each == '\n' ? "\n% " : std::string(1, each);
    return lines + "\n";
}

std::string as_json_member(const std::string& words) {
    std::string member = "\"note\":";
    append_json_string(member, words);
    return member + ",";
}

std::string after_first_line(std::string bytes, const std::string& words) {
    return bytes.insert(bytes.find('\n') + 1, words);
}

}  // namespace

bool holds_several_waves(ExportFormat format) {
    return format == ExportFormat::gexf || format == ExportFormat::rsiena;
}

std::vector<ArchiveEntry> network_parts(Waves waves, QuestionKey question, ExportFormat format) {
    if (format == ExportFormat::rsiena) return siena_parts(series_of(waves, question));
    const std::string name = "network." + ending_of(format);
    if (format == ExportFormat::gexf)
        return {
            {name, written([&](std::ostream& out) { write_gexf_waves(series_of(waves, question), out); })}};
    const auto document = named_document(*waves.back(), question);
    static_assert(static_cast<int>(ExportFormat::json) == static_cast<int>(NetworkFileFormat::json));
    std::vector<ArchiveEntry> parts{
        {name, networks::network_file(document, static_cast<NetworkFileFormat>(format))}};
    if (!has_columns(format) && format != ExportFormat::pajek) parts.push_back(members_of(document));
    return parts;
}

std::string about(Waves waves, const Stamped& file, const pages::Words& words) {
    std::string said = file.stamp;
    if (waves.size() > 1)
        for (std::size_t i = 0; i < waves.size(); ++i)
            said += "\n" + words("export.about.wave", {{"n", words.number(static_cast<std::int64_t>(i) + 1)},
                                                       {"wave", waves[i]->wave.title}});
    said += "\n" + words(file.purpose == ExportPurpose::research ? "export.about.not_told_apart"
                                                                 : "export.about.unknown");
    if (waves.back()->wave.is_demo) said += "\n" + words("chart.invented") + ".";
    return said;
}

FinishedFile finished(std::vector<ArchiveEntry> parts, ExportFormat format, const std::string& words) {
    std::string& bytes = parts.front().bytes;
    switch (format) {
        case ExportFormat::graphml:
        case ExportFormat::gexf:
            return {after_first_line(std::move(bytes), as_xml_comment(words)), name_of(format),
                    "application/xml; charset=utf-8"};
        case ExportFormat::pajek:
            return {as_percent_lines(words) + bytes, "net", "text/plain; charset=utf-8"};
        case ExportFormat::json:
            return {bytes.insert(1, as_json_member(words)), "json", "application/json"};
        default:
            parts.push_back({"about.txt", words + "\n"});
            return {sheets::archived(parts), "zip", "application/zip"};
    }
}

}  // namespace konbit::exports
