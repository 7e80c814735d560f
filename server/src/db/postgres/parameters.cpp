// SPDX-License-Identifier: Apache-2.0
#include "db/postgres/parameters.hpp"

#include "core/codec.hpp"

#include <fmt/format.h>

#include <cmath>
#include <stdexcept>

namespace konbit::db::postgres {

namespace {

std::string spelled(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value > 0 ? "Infinity" : "-Infinity";
    return fmt::format("{}", value);
}

struct Spell {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return spelled(value); }
    std::string operator()(Blob value) const { return "\\x" + codec::to_hex(value.bytes); }
    std::string operator()(std::string_view value) const {
        if (value.find('\0') != std::string_view::npos)
            throw std::invalid_argument("a text holds a zero byte");
        return std::string(value);
    }
};

}  // namespace

Parameters::Parameters(std::span<const Argument> arguments) {
    texts_.reserve(arguments.size());  // the pointers borrow from it
    for (const Argument& argument : arguments) {
        const Value value = argument.value();
        texts_.push_back(std::visit(Spell{}, value));
        pointers_.push_back(std::holds_alternative<std::monostate>(value) ? nullptr : texts_.back().c_str());
    }
}

}  // namespace konbit::db::postgres
