// SPDX-License-Identifier: Apache-2.0
#include "features/search/directory_search.hpp"

#include "core/id.hpp"

#include <fmt/format.h>

namespace konbit::search {

namespace {

/// A cursor has room for one number: rank and place share it.
constexpr std::int64_t most_ranks = 8;

}  // namespace

void put(db::Session& session, const Document& document) {
    db::search::index(session,
                      {name_of(document.kind), document.id, document.name, document.aliases, document.body});
}

void remove(db::Session& session, Kind kind, std::string_view id) {
    db::search::remove(session, name_of(kind), id);
}

Result<Spot> Spot::before(const PageRequest& request) {
    if (!request.after) return Spot{};
    const auto* key = std::get_if<std::int64_t>(&request.after->key);
    if (key == nullptr || *key < 0)
        return failure(ErrorCode::malformed, "bad_cursor", {{"/after", "not_allowed"}});
    return Spot{static_cast<int>(*key % most_ranks), *key / most_ranks};
}

std::string Spot::cursor(std::string_view id) const {
    return Cursor{place * most_ranks + rank, std::string(id)}.str();
}

db::search::Matches Finder::of_rank(int rank, std::size_t first) const {
    if (rank < search_.ranks()) return search_.of_rank(rank, first);
    return with_related("d.id IN ({related}) AND d.id NOT IN ({own})", first);
}

db::search::Matches Finder::all(std::size_t first) const {
    if (!list_.related) return search_.all(first);
    return with_related("(d.id IN ({related}) OR d.id IN ({own}))", first);
}

/// @param condition  With {own} and {related} for the ids that match and those that only have to do with
/// matches.
db::search::Matches Finder::with_related(std::string_view condition, std::size_t first) const {
    const auto ids = [](const db::search::Matches& matches) {
        return "SELECT d.id FROM " + matches.from + " WHERE " + matches.condition;
    };
    auto own = search_.all(first);
    const auto others = related_.of_names(first + own.arguments.size());
    auto arguments = std::move(own.arguments);
    arguments.insert(arguments.end(), others.arguments.begin(), others.arguments.end());
    return {"search_entries d",
            fmt::format(fmt::runtime(condition), fmt::arg("own", ids(own)),
                        fmt::arg("related", list_.related->ids + " (" + ids(others) + ")")),
            std::move(arguments)};
}

std::int64_t Finder::count() const {
    const List list = narrowed();
    return session_
        .query_with<std::int64_t>("SELECT count(*) FROM " + list.from + " WHERE " + list.condition,
                                  list.arguments)
        .front();
}

List Finder::narrowed() const { return narrowed_to(all_); }

List Finder::narrowed_to(const db::search::Matches& matches) const {
    List list = list_;
    list.from = matches.from + " CROSS JOIN " + list_.from;
    list.condition = matches.condition + " AND " + list_.id + " = d.id AND " + list_.condition;
    for (const auto& argument : matches.arguments) list.arguments.emplace_back(argument);
    return list;
}

Spot Finder::spot_of(int rank, std::string_view id) const {
    return {rank, db::search::place_of(session_, name_of(list_.kind), id).value_or(0)};
}

std::string is_one_of(std::string_view column, const std::vector<std::string>& ids) {
    std::string list;
    for (const auto& id : ids)
        if (parse_uuid(id)) list += (list.empty() ? "'" : ", '") + id + "'";
    return list.empty() ? "FALSE" : std::string(column) + " IN (" + list + ")";
}

}  // namespace konbit::search
