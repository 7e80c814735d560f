// SPDX-License-Identifier: Apache-2.0
#include "engine/network/exchange_xml.hpp"

#include "engine/network/exchange_builder.hpp"
#include "engine/network/exchange_formats.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <ostream>
#include <unordered_map>

namespace konbit::network {

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char each : text) {
        const auto code = static_cast<unsigned char>(each);
        if (each == '&')
            safe += "&amp;";
        else if (each == '<')
            safe += "&lt;";
        else if (each == '>')
            safe += "&gt;";
        else if (each == '"')
            safe += "&quot;";
        else if (each == '\t' || each == '\n' || each == '\r')
            safe += fmt::format("&#{};", code);
        else if (code < 0x20)
            safe += "\xEF\xBF\xBD";
        else
            safe += each;
    }
    return safe;
}

Result<pugi::xml_node> only_graph(const XmlFile& file, const pugi::xml_node& root) {
    const pugi::xml_node graph = root.child("graph");
    if (!graph) return refused(file.place(root, "graph"), "not_this_format");
    if (graph.next_sibling("graph")) return refused(file.place(graph, "graph"), "several_networks");
    return graph;
}

Direction direction_of(std::string_view word) {
    return word == "undirected" ? Direction::undirected : Direction::directed;
}

namespace {

bool is_name(std::string_view column) { return column == "name" || column == "label"; }

/// Both formats: elements with an id, ties between them, and what is known of each under numbered keys.
class XmlReader {
  public:
    XmlReader(const XmlFile& file, Direction direction) : file_(file), builder_(direction) {}

    /// @param label  Empty where the format has it among the columns.
    Result<int> add_actor(const pugi::xml_node& node, std::string_view label) {
        KONBIT_TRY(const int actor,
                   builder_.add_actor(node.attribute("id").value(), file_.place(node, "id")));
        names_.emplace_back(label);
        return actor;
    }
    /// @param node  Where the value stands.
    Result<bool> set_value(int actor, const std::string& column, const char* value,
                           const pugi::xml_node& node) {
        if (!is_name(column)) return builder_.set_value(actor, column, value, file_.place(node, column));
        names_[actor] = value;
        return true;
    }
    Result<bool> add_tie(const pugi::xml_node& edge, std::string_view weight) {
        KONBIT_TRY(const int from,
                   builder_.find(edge.attribute("source").value(), file_.place(edge, "source")));
        KONBIT_TRY(const int to,
                   builder_.find(edge.attribute("target").value(), file_.place(edge, "target")));
        double strength = 1;
        if (!weight.empty()) {
            KONBIT_TRY(strength, number_in(weight, file_.place(edge, "weight")));
        }
        return builder_.add_tie(from, to, strength, file_.place(edge, "target"));
    }
    NetworkDocument take() && {
        builder_.rename(std::move(names_));
        return std::move(builder_).take();
    }

  private:
    const XmlFile& file_;
    DocumentBuilder builder_;
    std::vector<std::string> names_;
};

using Columns = std::unordered_map<std::string, std::string>;  ///< Names by id in the file.

Columns graphml_keys(const pugi::xml_node& root, std::string_view of) {
    Columns keys;
    for (const pugi::xml_node key : root.children("key")) {
        const std::string_view scope = key.attribute("for").value();
        if (scope != of && scope != "all") continue;
        const char* name = key.attribute("attr.name").value();
        keys.emplace(key.attribute("id").value(), *name == '\0' ? key.attribute("id").value() : name);
    }
    return keys;
}

std::string column_name(const Columns& columns, const char* id) {
    const auto found = columns.find(id);
    return found == columns.end() ? id : found->second;
}

std::string_view graphml_weight(const pugi::xml_node& edge, const Columns& keys) {
    for (const pugi::xml_node data : edge.children("data"))
        if (column_name(keys, data.attribute("key").value()) == "weight") return data.text().get();
    return {};
}

}  // namespace

Result<NetworkDocument> read_graphml(std::string_view bytes) {
    const XmlFile file(bytes);
    KONBIT_TRY(const pugi::xml_node root, file.root("graphml"));
    KONBIT_TRY(const pugi::xml_node graph, only_graph(file, root));
    const Columns of_nodes = graphml_keys(root, "node"), of_edges = graphml_keys(root, "edge");
    XmlReader reader(file, direction_of(graph.attribute("edgedefault").value()));
    for (const pugi::xml_node node : graph.children("node")) {
        KONBIT_TRY(const int actor, reader.add_actor(node, {}));
        for (const pugi::xml_node data : node.children("data"))
            KONBIT_CHECK(reader.set_value(actor, column_name(of_nodes, data.attribute("key").value()),
                                          data.text().get(), data));
    }
    for (const pugi::xml_node edge : graph.children("edge"))
        KONBIT_CHECK(reader.add_tie(edge, graphml_weight(edge, of_edges)));
    return std::move(reader).take();
}

Result<NetworkDocument> read_gexf(std::string_view bytes) {
    const XmlFile file(bytes);
    KONBIT_TRY(const pugi::xml_node root, file.root("gexf"));
    KONBIT_TRY(const pugi::xml_node graph, only_graph(file, root));
    Columns columns;
    for (const pugi::xml_node group : graph.children("attributes"))
        if (std::string_view(group.attribute("class").value()) == "node")
            for (const pugi::xml_node each : group.children("attribute"))
                columns.emplace(each.attribute("id").value(), each.attribute("title").value());
    XmlReader reader(file, direction_of(graph.attribute("defaultedgetype").as_string("undirected")));
    for (const pugi::xml_node node : graph.child("nodes").children("node")) {
        KONBIT_TRY(const int actor, reader.add_actor(node, node.attribute("label").value()));
        for (const pugi::xml_node value : node.child("attvalues").children("attvalue"))
            KONBIT_CHECK(reader.set_value(actor, column_name(columns, value.attribute("for").value()),
                                          value.attribute("value").value(), value));
    }
    for (const pugi::xml_node edge : graph.child("edges").children("edge"))
        KONBIT_CHECK(reader.add_tie(edge, edge.attribute("weight").value()));
    return std::move(reader).take();
}

namespace {

std::string_view word_of(Direction direction) {
    return direction == Direction::directed ? "directed" : "undirected";
}

}  // namespace

void write_graphml(const NetworkDocument& document, std::ostream& out) {
    out << R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="name" for="node" attr.name="name" attr.type="string"/>
)";
    for (std::size_t i = 0; i < document.columns.size(); ++i)
        fmt::print(out, "<key id=\"c{}\" for=\"node\" attr.name=\"{}\" attr.type=\"string\"/>\n", i,
                   escaped(document.columns[i].name));
    fmt::print(out,
               "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n<graph "
               "edgedefault=\"{}\">\n",
               word_of(document.direction));
    for (std::size_t actor = 0; actor < document.ids.size(); ++actor) {
        fmt::print(out, "<node id=\"n{}\"><data key=\"name\">{}</data>", actor, escaped(document.ids[actor]));
        for (std::size_t i = 0; i < document.columns.size(); ++i)
            fmt::print(out, "<data key=\"c{}\">{}</data>", i, escaped(document.columns[i].values[actor]));
        out << "</node>\n";
    }
    for (const auto& [from, to, weight] : document.ties)
        fmt::print(out, "<edge source=\"n{}\" target=\"n{}\"><data key=\"weight\">{}</data></edge>\n", from,
                   to, weight);
    out << "</graph>\n</graphml>\n";
}

void write_gexf(const NetworkDocument& document, std::ostream& out) {
    fmt::print(out, R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph mode="static" defaultedgetype="{}">
<attributes class="node">
)",
               word_of(document.direction));
    for (std::size_t i = 0; i < document.columns.size(); ++i)
        fmt::print(out, "<attribute id=\"{}\" title=\"{}\" type=\"string\"/>\n", i,
                   escaped(document.columns[i].name));
    out << "</attributes>\n<nodes>\n";
    for (std::size_t actor = 0; actor < document.ids.size(); ++actor) {
        fmt::print(out, "<node id=\"n{}\" label=\"{}\"><attvalues>", actor, escaped(document.ids[actor]));
        for (std::size_t i = 0; i < document.columns.size(); ++i)
            fmt::print(out, "<attvalue for=\"{}\" value=\"{}\"/>", i,
                       escaped(document.columns[i].values[actor]));
        out << "</attvalues></node>\n";
    }
    out << "</nodes>\n<edges>\n";
    for (std::size_t i = 0; i < document.ties.size(); ++i) {
        const auto& [from, to, weight] = document.ties[i];
        fmt::print(out, "<edge id=\"{}\" source=\"n{}\" target=\"n{}\" weight=\"{}\"/>\n", i, from, to,
                   weight);
    }
    out << "</edges>\n</graph>\n</gexf>\n";
}

}  // namespace konbit::network
