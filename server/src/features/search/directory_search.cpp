// SPDX-License-Identifier: Apache-2.0
#include "features/search/directory_search.hpp"

#include "core/id.hpp"
#include "db/search.hpp"

namespace konbit::search {

namespace {

/// The directory has one scope: who may see a record is asked of the record itself, whose visibility can
/// change.
constexpr std::string_view directory = "directory";

}  // namespace

void put(db::Session& session, const Document& document) {
    db::search::index(session,
                      {name_of(document.kind), document.id, directory, document.title, document.body});
}

void remove(db::Session& session, Kind kind, std::string_view id) {
    db::search::remove(session, name_of(kind), id);
}

Hits find(db::Session& session, Kind kind, std::string_view q) {
    const db::search::Query query{q, {name_of(kind)}, {directory}, most_hits};
    Hits hits;
    for (const auto& hit : db::search::find(session, query).items) {
        hits.ids.push_back(hit.id);
        hits.place.emplace(hit.id, static_cast<std::int64_t>(hits.ids.size()));
    }
    return hits;
}

std::string is_one_of(std::string_view column, const std::vector<std::string>& ids) {
    std::string list;
    for (const auto& id : ids)
        if (parse_uuid(id)) list += (list.empty() ? "'" : ", '") + id + "'";
    return list.empty() ? "FALSE" : std::string(column) + " IN (" + list + ")";
}

}  // namespace konbit::search
