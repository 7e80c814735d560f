// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"

#include <cstdint>
#include <string>

namespace konbit {

/// A value that a list can be narrowed to, and how many records would remain.
struct Facet {
    std::string code;
    std::int64_t count = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("code", &Facet::code, Access::read_only),
            field("count", &Facet::count, Access::read_only),
        };
    }
};

}  // namespace konbit
