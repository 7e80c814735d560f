// SPDX-License-Identifier: Apache-2.0
#include "features/networks/network_json.hpp"

#include "core/escape.hpp"
#include "engine/network/exchange_builder.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"

#include <ostream>

namespace konbit::networks {
namespace {

using json::Value;
using network::DocumentBuilder;
using network::refused;

std::optional<double> number_of(const Value& value) {
    if (const auto* whole = value.as<std::int64_t>()) return static_cast<double>(*whole);
    if (const auto* real = value.as<double>()) return *real;
    return std::nullopt;
}

Result<Value::Array> list_of(const Value& root, std::string_view name) {
    const Value* const found = root.find(name);
    const auto* const list = found == nullptr ? nullptr : found->as<Value::Array>();
    if (list == nullptr) return refused({1, name}, "not_this_format");
    return *list;
}

Result<bool> read_node(const Value& node, int place, DocumentBuilder& builder) {
    KONBIT_TRY(const int actor, builder.add_actor(node.text("id").value_or(""), {place, "id"}));
    for (const auto& [name, value] : *node.as<Value::Object>())
        if (const auto* text = value.as<std::string>(); text != nullptr && name != "id")
            KONBIT_CHECK(builder.set_value(actor, name, *text, {place, name}));
    return true;
}

Result<bool> read_edge(const Value& edge, int place, DocumentBuilder& builder) {
    KONBIT_TRY(const int from, builder.find(edge.text("from").value_or(""), {place, "from"}));
    KONBIT_TRY(const int to, builder.find(edge.text("to").value_or(""), {place, "to"}));
    const Value* const weight = edge.find("weight");
    const auto number = weight == nullptr ? 1.0 : number_of(*weight);
    if (!number) return refused({place, "weight"}, "not_a_number");
    return builder.add_tie(from, to, *number, {place, "to"});
}

std::string text_of(std::string_view text) {
    std::string json;
    append_json_string(json, text);
    return json;
}

}  // namespace

Result<network::NetworkDocument> network_from_json(std::string_view bytes) {
    const auto root = json::parse(bytes);
    if (!root) return refused({1, "json"}, "not_this_format");
    const Value* const directed = root->find("directed");
    const bool* const is_directed = directed == nullptr ? nullptr : directed->as<bool>();
    DocumentBuilder builder(is_directed != nullptr && !*is_directed ? network::Direction::undirected
                                                                    : network::Direction::directed);
    KONBIT_TRY(const Value::Array nodes, list_of(*root, "nodes"));
    KONBIT_TRY(const Value::Array edges, list_of(*root, "edges"));
    for (int place = 1; const Value& node : nodes) KONBIT_CHECK(read_node(node, place++, builder));
    for (int place = 1; const Value& edge : edges) KONBIT_CHECK(read_edge(edge, place++, builder));
    return std::move(builder).take();
}

void network_to_json(const network::NetworkDocument& document, std::ostream& out) {
    out << "{\"directed\":" << (document.direction == network::Direction::directed ? "true" : "false")
        << ",\"nodes\":[";
    for (std::size_t actor = 0; actor < document.ids.size(); ++actor) {
        out << (actor == 0 ? "\n" : ",\n") << "{\"id\":" << text_of(document.ids[actor]);
        for (const auto& [name, values] : document.columns)
            if (!values[actor].empty()) out << ',' << text_of(name) << ':' << text_of(values[actor]);
        out << '}';
    }
    out << "\n],\"edges\":[";
    for (std::size_t i = 0; i < document.ties.size(); ++i) {
        const auto& [from, to, weight] = document.ties[i];
        std::string number;
        json::write_number(number, weight);
        out << (i == 0 ? "\n" : ",\n") << "{\"from\":" << text_of(document.ids[from])
            << ",\"to\":" << text_of(document.ids[to]) << ",\"weight\":" << number << '}';
    }
    out << "\n]}\n";
}

}  // namespace konbit::networks
