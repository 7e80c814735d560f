// SPDX-License-Identifier: Apache-2.0
#include "app/network_answer.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

namespace konbit {
namespace {

using json::Value;

/// Whole numbers are written as such.
Value number(double value) {
    if (!std::isfinite(value)) return {};
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return Value(Value::Content(static_cast<std::int64_t>(value)));
    return Value(Value::Content(value));
}

std::string plain(const Value& value) {
    if (const auto* text = value.as<std::string>()) return *text;
    if (const auto* real = value.as<double>()) return fmt::format("{:.6g}", *real);
    if (value.is_null()) return "-";
    std::string text;
    json::write(text, value);
    return text;
}

void append_lines(std::string& lines, const std::string& name, const Value& value) {
    if (const auto* parts = value.as<Value::Object>()) {
        for (const auto& [part, inner] : *parts)
            append_lines(lines, name.empty() ? part : fmt::format("{}.{}", name, part), inner);
    } else if (const auto* list = value.as<Value::Array>(); list != nullptr && !list->empty()) {
        for (std::size_t i = 0; i < list->size(); ++i)
            append_lines(lines, fmt::format("{}.{}", name, i + 1), (*list)[i]);
    } else {
        lines += fmt::format("{:<40} {}\n", name, plain(value));
    }
}

}  // namespace

void NetworkAnswer::add(std::string name, double value) {
    members_.emplace_back(std::move(name), number(value));
}

void NetworkAnswer::add(std::string name, const std::optional<double>& value) {
    add(std::move(name), value.value_or(std::numeric_limits<double>::quiet_NaN()));
}

void NetworkAnswer::add(std::string name, std::string text) {
    members_.emplace_back(std::move(name), Value(Value::Content(std::move(text))));
}

void NetworkAnswer::add(std::string name, NetworkAnswer part) {
    members_.emplace_back(std::move(name), Value(Value::Content(std::move(part.members_))));
}

void NetworkAnswer::add(std::string name, const std::vector<NetworkAnswer>& list) {
    Value::Array values;
    for (const NetworkAnswer& each : list) values.push_back(each.value());
    members_.emplace_back(std::move(name), Value(Value::Content(std::move(values))));
}

void NetworkAnswer::add(std::string name, const std::vector<std::string>& list) {
    Value::Array values;
    for (const std::string& each : list) values.emplace_back(Value::Content(each));
    members_.emplace_back(std::move(name), Value(Value::Content(std::move(values))));
}

std::string NetworkAnswer::as_json() const {
    std::string text;
    json::write(text, value());
    return text;
}

std::string NetworkAnswer::as_lines() const {
    std::string lines;
    append_lines(lines, "", value());
    return lines;
}

NetworkAnswer answer_of(const std::optional<network::PermutationTest>& test) {
    NetworkAnswer answer;
    if (!test) return answer;
    answer.add("observed", test->observed);
    answer.add("mean", test->mean);
    answer.add("sd", test->sd);
    answer.add("p_ge", test->p_ge);
    answer.add("p_le", test->p_le);
    answer.add("permutations", static_cast<double>(test->count));
    return answer;
}

}  // namespace konbit
