// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/visibility.hpp"
#include "db/session.hpp"
#include "features/permission/viewer.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Who can see a record, now and why: worked out by asking the conditions of visible_to() for each role that
/// somebody holds, so that it cannot say anything else than what they do.
namespace konbit::record_readers {

using RecordId = Id<struct ReadRecordTag>;

enum class ReadKind {
    organization,
    cluster,
    project,
    expert,
    agreement,
    person,
    wave,           ///< Its answers and results, and what was taken out of it: files, pictures, reports.
    attachment,     ///< The file of a picture or document.
    exported_file,  ///< That a file was taken out of a wave; who has it by now, nobody can say.
};
constexpr auto names(ReadKind) {
    return std::to_array<std::string_view>({"organization", "cluster", "project", "expert", "agreement",
                                            "person", "wave", "attachment", "exported_file"});
}

/// A role by which somebody sees the record.
struct Reader {
    Role role = Role::member;
    Scope scope = Scope::platform;
    std::string scope_name;          ///< Empty for the platform, and for what whoever asks may not see.
    std::int64_t accounts = 0;       ///< How many hold it, at least one.
    std::vector<std::string> names;  ///< Of those accounts, where whoever asks may know them.

    static constexpr auto fields() {
        return std::tuple{
            field("role", &Reader::role, Access::read_only),
            field("scope", &Reader::scope, Access::read_only),
            field("scope_name", &Reader::scope_name, Access::read_only),
            field("accounts", &Reader::accounts, Access::read_only),
            field("names", &Reader::names, Access::read_only),
        };
    }
};

struct RecordReaders {
    ReadKind kind = ReadKind::organization;
    std::string name;
    std::optional<std::string> visibility;   ///< The level that its owner chose; empty for what has none.
    std::optional<std::string> publication;  ///< "draft" or "published"; empty for what is not published.
    bool is_for_everybody = false;           ///< Signed in or not; then nobody is listed.
    /// Whether readers are left out: those by clusters and organizations that whoever asks may not see.
    bool is_partial = false;
    std::vector<Reader> readers;

    static constexpr auto fields() {
        return std::tuple{
            field("kind", &RecordReaders::kind, Access::read_only),
            field("name", &RecordReaders::name, Access::read_only),
            field("visibility", &RecordReaders::visibility, Access::read_only),
            field("publication", &RecordReaders::publication, Access::read_only),
            field("is_for_everybody", &RecordReaders::is_for_everybody, Access::read_only),
            field("is_partial", &RecordReaders::is_partial, Access::read_only),
            field("readers", &RecordReaders::readers, Access::read_only),
        };
    }
};

/// @param language  In which countries are named.
/// @return ErrorCode::not_found, as the kind, for what the viewer may not see.
/// @complexity One question to the database for each reader times the logarithm of the roles that are held.
Result<RecordReaders> find(db::Session& db, const Viewer& viewer, ReadKind kind, const RecordId& id,
                           std::string_view language, Instant now);

}  // namespace konbit::record_readers
