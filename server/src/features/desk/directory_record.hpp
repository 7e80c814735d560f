// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/history/change.hpp"
#include "features/permission/viewer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit::desk {

/// What those who write to us about an organization or a cluster need to know of it.
struct DirectoryRecord {
    RecordId id{};
    std::string slug;
    std::string name;
    std::string country_code;
    std::optional<std::string> website;
    std::string claim;
    RecordKind kind = RecordKind::organization;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &DirectoryRecord::id),
            field("slug", &DirectoryRecord::slug),
            field("name", &DirectoryRecord::name),
            field("country_code", &DirectoryRecord::country_code),
            field("website", &DirectoryRecord::website),
            field("claim", &DirectoryRecord::claim),
            field("kind", &DirectoryRecord::kind),
        };
    }

    bool is_claimed() const { return claim == "claimed"; }
};

/// The address of a record's public page: "/clusters/spice".
std::string page_of(RecordKind kind, std::string_view slug);
inline std::string page_of(const DirectoryRecord& record) { return page_of(record.kind, record.slug); }

/// The organization or cluster of a public page.
/// @return ErrorCode::not_found for any other address, and for what the viewer may not see.
Result<DirectoryRecord> find_by_page(db::Session& session, const Viewer& viewer, std::string_view page);
Result<DirectoryRecord> find_record(db::Session& session, const Viewer& viewer, RecordKind kind,
                                    const RecordId& id);

}  // namespace konbit::desk
