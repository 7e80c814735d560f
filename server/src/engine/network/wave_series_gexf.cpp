// SPDX-License-Identifier: Apache-2.0
#include "engine/network/exchange_xml.hpp"
#include "engine/network/wave_series.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <cmath>
#include <map>
#include <ostream>

namespace konbit::network {
namespace {

/// Waves one after the other, by their places; both belong to it.
struct Spell {
    std::size_t first = 0, last = 0;
};

/// The spells in which something holds.
template <class Holds>
std::vector<Spell> spells_of(std::size_t waves, Holds holds) {
    std::vector<Spell> spells;
    for (std::size_t wave = 0; wave < waves; ++wave) {
        if (!holds(wave)) continue;
        if (!spells.empty() && spells.back().last + 1 == wave)
            spells.back().last = wave;
        else
            spells.push_back({wave, wave});
    }
    return spells;
}

std::string times(const Spell& spell) {
    return fmt::format("start=\"{}\" end=\"{}\"", spell.first + 1, spell.last + 1);
}

void write_spells(const std::vector<Spell>& spells, std::ostream& out) {
    out << "<spells>";
    for (const Spell& each : spells) fmt::print(out, "<spell {}/>", times(each));
    out << "</spells>";
}

void write_head(const WaveSeries& series, std::ostream& out) {
    fmt::print(out, R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph mode="dynamic" defaultedgetype="{}" timeformat="integer" timerepresentation="interval" start="1" end="{}">
<attributes class="node" mode="static">
)",
               series.direction == Direction::directed ? "directed" : "undirected", series.waves.size());
    for (std::size_t i = 0; i < series.columns.size(); ++i)
        fmt::print(out, "<attribute id=\"{}\" title=\"{}\" type=\"string\"/>\n", i,
                   escaped(series.columns[i].name));
    out << R"(</attributes>
<attributes class="node" mode="dynamic">
<attribute id="answered" title="answered" type="boolean"/>
</attributes>
<attributes class="edge" mode="dynamic">
<attribute id="weight" title="weight" type="double"/>
</attributes>
)";
}

void write_actor(const WaveSeries& series, std::size_t actor, std::ostream& out) {
    const auto& waves = series.waves;
    fmt::print(out, "<node id=\"n{}\" label=\"{}\"><attvalues>", actor, escaped(series.ids[actor]));
    for (std::size_t i = 0; i < series.columns.size(); ++i)
        fmt::print(out, "<attvalue for=\"{}\" value=\"{}\"/>", i, escaped(series.columns[i].values[actor]));
    for (const bool answered : {true, false})
        for (const Spell& each : spells_of(waves.size(), [&](std::size_t wave) {
                 return waves[wave].is_member[actor] && waves[wave].has_answered[actor] == answered;
             }))
            fmt::print(out, "<attvalue for=\"answered\" value=\"{}\" {}/>", answered, times(each));
    out << "</attvalues>";
    write_spells(spells_of(waves.size(), [&](std::size_t wave) { return waves[wave].is_member[actor]; }),
                 out);
    out << "</node>\n";
}

using Pair = std::pair<int, int>;
using WeightByWave = std::map<std::size_t, double>;

std::map<Pair, WeightByWave> ties_by_pair(const WaveSeries& series) {
    std::map<Pair, WeightByWave> ties;
    for (std::size_t wave = 0; wave < series.waves.size(); ++wave)
        for (const auto& [from, to, weight] : series.waves[wave].ties) ties[{from, to}][wave] = weight;
    return ties;
}

void write_tie(const Pair& ends, const WeightByWave& weights, std::size_t waves, std::ostream& out) {
    fmt::print(out, "source=\"n{}\" target=\"n{}\"><attvalues>", ends.first, ends.second);
    for (const auto& [wave, weight] : weights)
        fmt::print(out, "<attvalue for=\"weight\" value=\"{}\" {}/>", weight, times({wave, wave}));
    out << "</attvalues>";
    write_spells(spells_of(waves, [&](std::size_t wave) { return weights.contains(wave); }), out);
    out << "</edge>\n";
}

Result<std::size_t> wave_in(const XmlFile& file, const pugi::xml_node& node, const char* name,
                            std::size_t otherwise) {
    const std::string_view text = node.attribute(name).value();
    if (text.empty()) return otherwise;
    KONBIT_TRY(const double number, number_in(text, file.place(node, name)));
    const bool is_wave =
        number >= 1 && number <= static_cast<double>(most_waves) && number == std::floor(number);
    if (!is_wave) return refused(file.place(node, name), "not_a_wave", text);
    return static_cast<std::size_t>(number) - 1;
}

Result<std::size_t> wave_count(const XmlFile& file, const pugi::xml_node& graph) {
    KONBIT_TRY(std::size_t last, wave_in(file, graph, "end", 0));
    for (const auto& [list, element] : {std::pair{"nodes", "node"}, {"edges", "edge"}})
        for (const pugi::xml_node each : graph.child(list).children(element))
            for (const pugi::xml_node spell : each.child("spells").children("spell")) {
                KONBIT_TRY(const std::size_t end, wave_in(file, spell, "end", 0));
                KONBIT_TRY(const std::size_t start, wave_in(file, spell, "start", 0));
                last = std::max({last, start, end});
            }
    return last + 1;
}

/// The id of the attribute that goes by a name, or nothing.
std::optional<std::string> attribute_id(const pugi::xml_node& graph, std::string_view of,
                                        std::string_view title) {
    for (const pugi::xml_node group : graph.children("attributes"))
        if (group.attribute("class").value() == of)
            for (const pugi::xml_node each : group.children("attribute"))
                if (each.attribute("title").value() == title &&
                    std::string_view(group.attribute("mode").value()) == "dynamic")
                    return each.attribute("id").value();
    return std::nullopt;
}

class SeriesReader {
  public:
    SeriesReader(const XmlFile& file, const pugi::xml_node& graph, std::size_t waves)
        : file_(file),
          graph_(graph),
          builder_(direction_of(graph.attribute("defaultedgetype").as_string("undirected"))),
          answered_(attribute_id(graph, "node", "answered")),
          weight_(attribute_id(graph, "edge", "weight")),
          waves_(waves) {
        for (const pugi::xml_node group : graph.children("attributes"))
            if (std::string_view(group.attribute("class").value()) == "node")
                for (const pugi::xml_node each : group.children("attribute"))
                    columns_.emplace(each.attribute("id").value(), each.attribute("title").value());
    }

    Result<WaveSeries> read() && {
        for (const pugi::xml_node node : graph_.child("nodes").children("node"))
            KONBIT_CHECK(add_actor(node));
        for (const pugi::xml_node edge : graph_.child("edges").children("edge")) KONBIT_CHECK(add_tie(edge));
        builder_.rename(std::move(labels_));
        NetworkDocument known = std::move(builder_).take();
        for (SeriesWave& wave : waves_) {
            std::ranges::sort(wave.ties);
            const auto repeated = std::ranges::unique(wave.ties, [](const auto& one, const auto& other) {
                return one.from == other.from && one.to == other.to;
            });
            wave.ties.erase(repeated.begin(), repeated.end());
        }
        return WaveSeries{known.direction, std::move(known.ids), std::move(known.columns), std::move(waves_)};
    }

  private:
    Result<Spell> spell_of(const pugi::xml_node& element) const {
        KONBIT_TRY(const std::size_t first, wave_in(file_, element, "start", 0));
        KONBIT_TRY(const std::size_t last, wave_in(file_, element, "end", waves_.size() - 1));
        if (last < first || last >= waves_.size()) return refused(file_.place(element, "end"), "not_a_wave");
        return Spell{first, last};
    }

    /// In which waves an element is there: all, unless it has spells.
    Result<std::vector<bool>> presence(const pugi::xml_node& element) const {
        const pugi::xml_node spells = element.child("spells");
        std::vector<bool> is_there(waves_.size(), !spells);
        for (const pugi::xml_node each : spells.children("spell")) {
            KONBIT_TRY(const Spell spell, spell_of(each));
            for (std::size_t wave = spell.first; wave <= spell.last; ++wave) is_there[wave] = true;
        }
        return is_there;
    }

    Result<bool> add_actor(const pugi::xml_node& node) {
        KONBIT_TRY(const int actor,
                   builder_.add_actor(node.attribute("id").value(), file_.place(node, "id")));
        if (waves_.size() * (actor + std::size_t{1}) > most_values)
            return refused(file_.place(node, "id"), "too_many_values");
        labels_.emplace_back(node.attribute("label").value());
        KONBIT_TRY(const std::vector<bool> is_there, presence(node));
        for (std::size_t wave = 0; wave < waves_.size(); ++wave) {
            waves_[wave].is_member.push_back(is_there[wave]);
            waves_[wave].has_answered.push_back(is_there[wave] && !answered_);
        }
        for (const pugi::xml_node value : node.child("attvalues").children("attvalue"))
            KONBIT_CHECK(set_value(actor, value));
        return true;
    }

    Result<bool> set_value(int actor, const pugi::xml_node& value) {
        const std::string id = value.attribute("for").value();
        const std::string_view text = value.attribute("value").value();
        if (answered_ != id) {
            const auto found = columns_.find(id);
            const std::string& column = found == columns_.end() ? id : found->second;
            return builder_.set_value(actor, column, std::string(text), file_.place(value, column));
        }
        KONBIT_TRY(const Spell spell, spell_of(value));
        for (std::size_t wave = spell.first; wave <= spell.last; ++wave)
            waves_[wave].has_answered[actor] = waves_[wave].is_member[actor] && text == "true";
        return true;
    }

    /// What a tie weighs in each wave; 1 where the file does not say it.
    Result<std::vector<double>> weights_of(const pugi::xml_node& edge) const {
        double plain = 1;
        if (const pugi::xml_attribute given = edge.attribute("weight")) {
            KONBIT_TRY(plain, number_in(given.value(), file_.place(edge, "weight")));
        }
        std::vector<double> weights(waves_.size(), plain);
        for (const pugi::xml_node value : edge.child("attvalues").children("attvalue")) {
            if (weight_ != value.attribute("for").value()) continue;
            KONBIT_TRY(const Spell spell, spell_of(value));
            KONBIT_TRY(const double weight,
                       number_in(value.attribute("value").value(), file_.place(value, "weight")));
            for (std::size_t wave = spell.first; wave <= spell.last; ++wave) weights[wave] = weight;
        }
        return weights;
    }

    Result<bool> add_tie(const pugi::xml_node& edge) {
        KONBIT_TRY(const int from,
                   builder_.find(edge.attribute("source").value(), file_.place(edge, "source")));
        KONBIT_TRY(const int to,
                   builder_.find(edge.attribute("target").value(), file_.place(edge, "target")));
        KONBIT_TRY(const std::vector<bool> is_there, presence(edge));
        KONBIT_TRY(const std::vector<double> weights, weights_of(edge));
        for (std::size_t wave = 0; wave < waves_.size(); ++wave) {
            SeriesWave& seen = waves_[wave];
            if (!is_there[wave] || !seen.has_answered[from] || !seen.is_member[to]) continue;
            if (++ties_ > most_ties) return refused(file_.place(edge, "target"), "too_many_ties");
            seen.ties.push_back({from, to, weights[wave]});
        }
        return true;
    }

    const XmlFile& file_;
    pugi::xml_node graph_;
    DocumentBuilder builder_;
    std::optional<std::string> answered_, weight_;  ///< Ids of these attributes.
    std::map<std::string, std::string> columns_;    ///< Names by id.
    std::vector<std::string> labels_;
    std::vector<SeriesWave> waves_;
    std::size_t ties_ = 0;
};

}  // namespace

void write_gexf_waves(const WaveSeries& series, std::ostream& out) {
    write_head(series, out);
    out << "<nodes>\n";
    for (std::size_t actor = 0; actor < series.ids.size(); ++actor) write_actor(series, actor, out);
    out << "</nodes>\n<edges>\n";
    int number = 0;
    for (const auto& [ends, weights] : ties_by_pair(series)) {
        fmt::print(out, "<edge id=\"{}\" ", number++);
        write_tie(ends, weights, series.waves.size(), out);
    }
    out << "</edges>\n</graph>\n</gexf>\n";
}

Result<WaveSeries> read_gexf_waves(std::string_view bytes) {
    const XmlFile file(bytes);
    KONBIT_TRY(const pugi::xml_node root, file.root("gexf"));
    KONBIT_TRY(const pugi::xml_node graph, only_graph(file, root));
    KONBIT_TRY(const std::size_t waves, wave_count(file, graph));
    return SeriesReader(file, graph, waves).read();
}

bool has_gexf_waves(std::string_view bytes) {
    const XmlFile file(bytes);
    const auto root = file.root("gexf");
    return root && std::string_view(root->child("graph").attribute("mode").value()) == "dynamic";
}

}  // namespace konbit::network
