// SPDX-License-Identifier: Apache-2.0
#include "features/desk/directory_record.hpp"

#include <fmt/core.h>

namespace konbit::desk {

namespace {

std::unexpected<Error> no_such(RecordKind kind) {
    return failure(ErrorCode::not_found, std::string(name_of(kind)));
}

/// A statement for the record under a condition on "r" with one parameter.
std::string select(const Viewer& viewer, RecordKind kind, std::string_view condition) {
    const bool is_cluster = kind == RecordKind::cluster;
    return fmt::format(
        "SELECT r.id, r.slug, r.name, r.country_code, r.website, r.claim, '{}' FROM {} r WHERE {} AND {}",
        name_of(kind), is_cluster ? "clusters" : "organizations", condition,
        is_cluster ? clusters_visible_to(viewer, "r") : organizations_visible_to(viewer, "r"));
}

constexpr std::string_view folder_of(RecordKind kind) {
    return kind == RecordKind::cluster ? "/clusters/" : "/organizations/";
}

}  // namespace

std::string page_of(RecordKind kind, std::string_view slug) {
    return std::string(folder_of(kind)) + std::string(slug);
}

Result<DirectoryRecord> find_by_page(db::Session& session, const Viewer& viewer, std::string_view page) {
    for (const RecordKind kind : {RecordKind::organization, RecordKind::cluster}) {
        const auto folder = folder_of(kind);
        if (!page.starts_with(folder)) continue;
        auto record =
            session.one<DirectoryRecord>(select(viewer, kind, "r.slug = $1"), page.substr(folder.size()));
        if (!record) return no_such(kind);
        return *std::move(record);
    }
    return no_such(RecordKind::organization);
}

Result<DirectoryRecord> find_record(db::Session& session, const Viewer& viewer, RecordKind kind,
                                    const RecordId& id) {
    auto record = session.one<DirectoryRecord>(select(viewer, kind, "r.id = $1"), id);
    if (!record) return no_such(kind);
    return *std::move(record);
}

}  // namespace konbit::desk
