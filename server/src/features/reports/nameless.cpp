// SPDX-License-Identifier: Apache-2.0
#include "features/reports/material.hpp"
#include "json/value.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace konbit::reports {

namespace {

constexpr std::string_view named_prefix = "network.sentence.";
constexpr std::string_view nameless_prefix = "report.nameless.";

/// Parameters that hold numbers. Every other one may hold a name, and what is new is taken for one until
/// somebody has looked.
bool is_number(std::string_view param) {
    constexpr std::array<std::string_view, 15> numbers{
        "answered", "asked", "percent", "possible", "know",   "communicate", "worked", "needed",
        "pieces",   "sizes", "alone",   "unknown",  "silent", "count",       "n"};
    return std::ranges::find(numbers, param) != numbers.end();
}

bool has_names(const networks::Sentence& sentence) {
    return !std::ranges::all_of(sentence.params, [](const auto& param) { return is_number(param.first); });
}

std::string joined(const json::Value::Array& items) {
    std::string all;
    for (const auto& item : items)
        if (const auto* text = item.as<std::string>()) all += (all.empty() ? "" : ", ") + *text;
    return all;
}

std::string shown(std::string_view name, const std::string& json, const pages::Words& words) {
    const auto value = json::parse(json);
    if (!value) return {};
    if (const auto* items = value->as<json::Value::Array>()) return joined(*items);
    const auto* number = value->as<std::int64_t>();
    if (!number) return {};
    const bool is_share = name == "percent" || name == "needed";
    return is_share ? percent(words, static_cast<double>(*number) / 100) : words.number(*number);
}

Params numbers_of(const networks::Sentence& sentence, const pages::Words& words) {
    Params params;
    for (const auto& [name, value] : sentence.params)
        if (is_number(name)) params.emplace(name, shown(name, value.text, words));
    return params;
}

/// "next.bring_in" of "network.sentence.next.bring_in_by": who introduces is a name like the others.
std::string kind_of(std::string_view key) {
    if (key.starts_with(named_prefix)) key.remove_prefix(named_prefix.size());
    if (key.ends_with("_by")) key.remove_suffix(3);
    return std::string(key);
}

}  // namespace

std::string percent(const pages::Words& words, double share) {
    return words("report.percent", {{"n", words.number(std::lround(share * 100))}});
}

std::string nameless(const networks::Sentence& sentence, const pages::Words& words) {
    const Params numbers = numbers_of(sentence, words);
    if (!has_names(sentence)) return words(sentence.key, numbers);
    const std::string key = std::string(nameless_prefix) + kind_of(sentence.key);
    const std::string said = words(key, numbers);
    return said == key ? words("report.nameless.other") : said;
}

}  // namespace konbit::reports
