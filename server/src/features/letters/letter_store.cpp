// SPDX-License-Identifier: Apache-2.0
#include "features/letters/letter_store.hpp"

#include "db/columns.hpp"
#include "features/accounts/account_store.hpp"
#include "features/letters/letter_rules.hpp"
#include "features/letters/publication_rule.hpp"

#include <fmt/core.h>

namespace konbit::letters {

namespace {

/// The unpublished stubs of one table that the viewer keeps.
std::string stubs_in(const Viewer& viewer, RecordKind kind) {
    return fmt::format(
        "SELECT r.id, '{}' AS kind, r.version, r.name, r.country_code, r.website, r.source, r.source_url, "
        "r.sort_key"
        " FROM {} r WHERE r.claim = 'unclaimed' AND r.publication = 'draft' AND r.source IS NOT NULL AND {}",
        name_of(kind), kind == RecordKind::cluster ? "clusters" : "organizations",
        countries_kept_by(viewer, "r.country_code"));
}

std::string all_stubs(const Viewer& viewer) {
    return "(" + stubs_in(viewer, RecordKind::organization) + " UNION ALL " +
           stubs_in(viewer, RecordKind::cluster) + ") s";
}

std::optional<Letter> newest(db::Session& session, RecordKind kind, std::string_view record_id) {
    return session.one<Letter>("SELECT " + db::columns<Letter>() +
                                   " FROM letters WHERE kind = $1 AND record_id = $2"
                                   " ORDER BY created_at DESC, id DESC LIMIT 1",
                               kind, record_id);
}

ListedStub listed(db::Session& session, Stub stub) {
    ListedStub line;
    static_cast<Stub&>(line) = std::move(stub);
    line.language = language_of_country(line.country_code);
    line.letter = newest(session, line.kind, line.id.view());
    return line;
}

}  // namespace

Result<Page<ListedStub>> list_stubs(db::Session& session, const DirectoryEditor& by,
                                    const PageRequest& page) {
    KONBIT_TRY(
        Page<Stub> stubs,
        session.page<Stub>(page, db::Order<Stub, std::string>{&Stub::sort_key, false},
                           "SELECT " + db::columns<Stub>("s") + " FROM " + all_stubs(by.viewer()) +
                               " WHERE (s.sort_key, s.id) > ($1, $2) ORDER BY s.sort_key, s.id LIMIT $3"));
    Page<ListedStub> lines;
    lines.next = std::move(stubs.next);
    for (Stub& stub : stubs.items) lines.items.push_back(listed(session, std::move(stub)));
    return lines;
}

std::int64_t count_stubs(db::Session& session, const DirectoryEditor& by) {
    return session.value<std::int64_t>("SELECT count(*) FROM " + all_stubs(by.viewer()));
}

Result<Stub> find_stub(db::Session& session, const DirectoryEditor& by, RecordKind kind, const RecordId& id) {
    auto stub = session.one<Stub>("SELECT " + db::columns<Stub>("s") + " FROM " + all_stubs(by.viewer()) +
                                      " WHERE s.kind = $1 AND s.id = $2",
                                  kind, id);
    if (!stub) return failure(ErrorCode::not_found, "stub");
    return *std::move(stub);
}

Result<Letter> insert(db::Session& session, Letter letter, const Stub& stub, const DirectoryEditor& by,
                      Instant now) {
    letter.id = new_id<LetterId>();
    letter.kind = stub.kind;
    letter.record_id = stub.id;
    letter.written_by = by.viewer().account();
    letter.created_at = now;
    db::insert(session, "letters", letter);
    return letter;
}

std::optional<Letter> find(db::Session& session, const LetterId& id) {
    return session.one<Letter>("SELECT " + db::columns<Letter>() + " FROM letters WHERE id = $1", id);
}

Result<Letter> answer(db::Session& session, const LetterId& id, LetterState state,
                      const std::optional<std::string>& text, Instant now) {
    auto letter = find(session, id);
    if (!letter) return failure(ErrorCode::not_found, "letter");
    letter->state = state;
    letter->answer = text;
    letter->answered_at = now;
    return db::update(session, "letters", *std::move(letter));
}

std::optional<Account> writer_of(db::Session& session, const Letter& letter) {
    if (!letter.written_by) return std::nullopt;
    auto writer = accounts::find(session, System::viewer(), *letter.written_by);
    return writer ? std::optional(*std::move(writer)) : std::nullopt;
}

std::optional<std::string> name_of_record(db::Session& session, const Letter& letter) {
    const bool is_cluster = letter.kind == RecordKind::cluster;
    return session.value<std::optional<std::string>>(is_cluster
                                                         ? "SELECT name FROM clusters WHERE id = $1"
                                                         : "SELECT name FROM organizations WHERE id = $1",
                                                     letter.record_id);
}

Result<void> check_may_publish(db::Session& session, RecordKind kind, std::string_view record_id,
                               Instant now) {
    const auto letter = newest(session, kind, record_id);
    if (!letter) return failure(ErrorCode::conflict, "not_written_to");
    if (letter->state == LetterState::objected) return failure(ErrorCode::conflict, "objected");
    if (utc_date(now) < letter->due_on) return failure(ErrorCode::conflict, "answer_awaited");
    return {};
}

}  // namespace konbit::letters
