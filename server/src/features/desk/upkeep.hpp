// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/history/change.hpp"
#include "features/permission/capabilities.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace konbit {

/// Why a record wants a look from those who keep the directory.
enum class UpkeepReason {
    draft,   ///< Not published; stubs have a list of their own.
    stale,   ///< Published, kept by its own people, and confirmed by them over a year ago or never.
    source,  ///< Made from what somebody knew: a source that can be opened is to be found.
};
constexpr auto names(UpkeepReason) { return std::to_array<std::string_view>({"draft", "stale", "source"}); }

/// A record that wants a look.
struct UpkeepLine {
    RecordId id{};
    RecordKind kind = RecordKind::organization;
    std::string name;
    std::string country_code;
    std::optional<Date> last_confirmed_on;
    Instant updated_at{};
    std::optional<std::string> source;  ///< As it stands on the page.
    std::string sort_key;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &UpkeepLine::id, Access::read_only),
            field("kind", &UpkeepLine::kind, Access::read_only),
            field("name", &UpkeepLine::name, Access::read_only),
            field("country_code", &UpkeepLine::country_code, Access::read_only),
            field("last_confirmed_on", &UpkeepLine::last_confirmed_on, Access::read_only),
            field("updated_at", &UpkeepLine::updated_at, Access::read_only),
            field("source", &UpkeepLine::source, Access::read_only),
            field("sort_key", &UpkeepLine::sort_key, Access::never_sent),
        };
    }
};

namespace desk {

/// A record that its people confirmed longer ago than this is stale, as its public page says.
inline constexpr int stale_after_days = 365;

/// Records of the countries that the editor keeps, by name.
Result<Page<UpkeepLine>> list_upkeep(db::Session& session, const DirectoryEditor& by, UpkeepReason reason,
                                     Instant now, const PageRequest& page);
std::int64_t count_upkeep(db::Session& session, const DirectoryEditor& by, UpkeepReason reason, Instant now);

}  // namespace desk

}  // namespace konbit
