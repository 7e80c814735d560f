// SPDX-License-Identifier: Apache-2.0
#include "features/saved_searches/saved_search_store.hpp"

#include "db/columns.hpp"

namespace konbit::saved_searches {

namespace {

const std::string& all_columns() {
    static const std::string columns = db::columns<SavedSearch>("s");
    return columns;
}

Result<SavedSearch> found(std::optional<SavedSearch> search) {
    if (!search) return failure(ErrorCode::not_found, "saved_search");
    return *std::move(search);
}

/// The mail of a week begins with what changed after the mail before.
bool begins_digest(const SavedSearch& before, const SavedSearch& wanted) {
    return before.digest == Digest::never && wanted.digest == Digest::weekly;
}

struct Person {
    std::string email;
    std::string name;
    std::string language;

    static constexpr auto fields() {
        return std::tuple{field("email", &Person::email), field("name", &Person::name),
                          field("language", &Person::language)};
    }
};

}  // namespace

std::vector<SavedSearch> list(db::Session& session, const SignedIn& by) {
    return session.query<SavedSearch>(
        "SELECT " + all_columns() +
            " FROM saved_searches s WHERE s.account_id = $1 ORDER BY s.created_at, s.id",
        by.account());
}

Result<SavedSearch> find(db::Session& session, const SignedIn& by, const SavedSearchId& id) {
    return found(session.one<SavedSearch>(
        "SELECT " + all_columns() + " FROM saved_searches s WHERE s.id = $1 AND s.account_id = $2", id,
        by.account()));
}

Result<SavedSearch> find(db::Session& session, const SearchHolder& by) {
    return found(session.one<SavedSearch>(
        "SELECT " + all_columns() + " FROM saved_searches s WHERE s.id = $1", by.search()));
}

Result<SavedSearch> insert(db::Session& session, SavedSearch search, const SignedIn& by, Instant now) {
    const auto kept = session.value<std::int64_t>("SELECT count(*) FROM saved_searches WHERE account_id = $1",
                                                  by.account());
    if (kept >= most_searches) return failure(ErrorCode::conflict, "too_many_saved_searches");
    search.id = new_id<SavedSearchId>();
    search.account_id = by.account();
    search.version = 1;
    search.digested_at = search.created_at = search.updated_at = now;
    db::insert(session, "saved_searches", search);
    return search;
}

Result<SavedSearch> update(db::Session& session, SavedSearch search, const SignedIn& by, Instant now) {
    KONBIT_TRY(const SavedSearch stored, find(session, by, search.id));
    if (begins_digest(stored, search)) search.digested_at = now;
    search.account_id = by.account();
    search.updated_at = now;
    return db::update(session, "saved_searches", std::move(search));
}

Result<void> remove(db::Session& session, const SavedSearch& search, const SignedIn& by) {
    const auto removed =
        session.change("DELETE FROM saved_searches WHERE id = $1 AND account_id = $2 AND version = $3",
                       search.id, by.account(), search.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    return {};
}

Result<void> end_digest(db::Session& session, const SearchHolder& by, Instant now) {
    session.change(
        "UPDATE saved_searches SET digest = 'never', version = version + 1, updated_at = $2"
        " WHERE id = $1 AND digest = 'weekly'",
        by.search(), now);
    return {};
}

std::vector<SavedSearchId> list_due(db::Session& session, const System&, Instant now, int most) {
    return session.query<SavedSearchId>(
        "SELECT id FROM saved_searches WHERE digest = 'weekly' AND digested_at <= $1"
        " ORDER BY digested_at, id LIMIT $2",
        now - 7 * day_ms, most);
}

std::optional<DueSearch> find_due(db::Session& session, const System&, const SavedSearchId& id, Instant now) {
    auto search = session.one<SavedSearch>(
        "SELECT " + all_columns() +
            " FROM saved_searches s WHERE s.id = $1 AND s.digest = 'weekly' AND s.digested_at <= $2",
        id, now - 7 * day_ms);
    if (!search) return std::nullopt;
    const auto person = session.one<Person>(
        "SELECT email, name, language FROM accounts WHERE id = $1 AND status = 'active'", search->account_id);
    if (!person) return std::nullopt;
    return DueSearch{*std::move(search), person->email, person->name, person->language};
}

void mark_digested(db::Session& session, const System&, const SavedSearchId& id, Instant now) {
    session.change("UPDATE saved_searches SET digested_at = $2 WHERE id = $1", id, now);
}

}  // namespace konbit::saved_searches
