// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/type.hpp"
#include "core/visibility.hpp"

namespace konbit::json::sample {

enum class ActorKind { firm, university, agency };
constexpr auto names(ActorKind) { return std::to_array<std::string_view>({"firm", "university", "agency"}); }

struct Address {
    std::string street;
    std::optional<std::string> parish;

    static constexpr auto fields() {
        return std::tuple{field("street", &Address::street), field("parish", &Address::parish)};
    }
};

using ActorId = Id<struct ActorTag>;

/// One field of nearly every kind.
struct Actor {
    ActorId id{};
    std::string name;
    ActorKind kind = ActorKind::firm;
    std::optional<int> founded_year;
    std::int64_t turnover = 0;
    double share = 0;
    bool is_active = true;
    Instant created_at{};
    std::optional<Date> joined_on;
    Localized title;
    Address address;
    std::vector<std::string> tags;
    std::map<std::string, int, std::less<>> counts;
    Visibility visibility = Visibility::private_;
    std::string sort_key;
    std::int64_t version = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Actor::id, Access::read_only),
            field("name", &Actor::name),
            field("kind", &Actor::kind).defaulted(),
            field("founded_year", &Actor::founded_year),
            field("turnover", &Actor::turnover),
            field("share", &Actor::share).defaulted(),
            field("is_active", &Actor::is_active).defaulted(),
            field("created_at", &Actor::created_at, Access::read_only),
            field("joined_on", &Actor::joined_on),
            field("title", &Actor::title),
            field("address", &Actor::address),
            field("tags", &Actor::tags),
            field("counts", &Actor::counts),
            field("visibility", &Actor::visibility, Access::owner_only).defaulted(),
            field("sort_key", &Actor::sort_key, Access::never_sent),
            field("version", &Actor::version, Access::read_only),
        };
    }
};

}  // namespace konbit::json::sample
