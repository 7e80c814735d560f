// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"

#include <string>
#include <tuple>
#include <vector>

/// Whether those who run a cluster stand apart from its members (networks.md 5, rule 12). Somebody of a
/// member firm may run the survey of the own cluster, is named as such wherever results are read, and reads
/// none by name.
namespace konbit::neutrality {

/// A facilitator who belongs to member firms of the cluster.
struct FirmPerson {
    std::string name;
    std::vector<std::string> firms;  ///< Short names, in the order of the roster; at least one.

    static constexpr auto fields() {
        return std::tuple{
            field("name", &FirmPerson::name, Access::read_only),
            field("firms", &FirmPerson::firms, Access::read_only),
        };
    }
};

struct Neutrality {
    std::vector<std::string> own_firms;  ///< Of whoever asks; empty for somebody who is neutral.
    std::vector<FirmPerson> people;      ///< All facilitators who are not neutral, by name.
    bool firms_may_facilitate = true;    ///< What the installation allows.

    static constexpr auto fields() {
        return std::tuple{
            field("own_firms", &Neutrality::own_firms, Access::read_only),
            field("people", &Neutrality::people, Access::read_only),
            field("firms_may_facilitate", &Neutrality::firms_may_facilitate, Access::read_only),
        };
    }
};

/// What the administrators of an installation decided.
struct NeutralityRule {
    bool firms_may_facilitate = true;

    static constexpr auto fields() {
        return std::tuple{field("firms_may_facilitate", &NeutralityRule::firms_may_facilitate)};
    }
};

}  // namespace konbit::neutrality
