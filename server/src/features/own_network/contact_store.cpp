// SPDX-License-Identifier: Apache-2.0
#include "features/own_network/contact_store.hpp"

#include "features/answers/answered.hpp"
#include "features/surveys/roster_store.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

namespace konbit::own_network {

namespace {

/// A naming in an open question: the other member.
struct Naming {
    WaveMemberId member_id{};
    QuestionKey key = QuestionKey::know;

    static constexpr auto fields() {
        return std::tuple{field("member_id", &Naming::member_id), field("key", &Naming::key)};
    }
};

std::vector<Naming> list_named(db::Session& db, const Respondent& by) {
    return db.query<Naming>(fmt::format(R"(
        SELECT a.alter_id, q.key
        FROM answers a
        JOIN respondents r ON r.id = a.respondent_id
        JOIN row_states s ON s.respondent_id = r.id AND s.question_id = a.question_id
        JOIN asked_questions q ON q.id = a.question_id AND q.wave_id = r.wave_id
        WHERE r.id = $1 AND a.value > 0 AND q.sensitivity = 'open' AND q.may_be_named AND {}
        ORDER BY q.position)",
                                        answers::is_answered),
                            by.respondent());
}

/// Only after closing, only where both share, and never among firms that may compete.
std::vector<Naming> list_naming_me(db::Session& db, const Respondent& by) {
    return db.query<Naming>(
        fmt::format(R"(
        SELECT f.id, q.key
        FROM respondents me
        JOIN waves w ON w.id = me.wave_id AND w.state IN ('closed', 'frozen', 'published')
        JOIN wave_members m ON m.id = me.wave_member_id
        JOIN answers a ON a.alter_id = m.id AND a.value > 0
        JOIN respondents r ON r.id = a.respondent_id
        JOIN wave_members f ON f.id = r.wave_member_id
        JOIN row_states s ON s.respondent_id = r.id AND s.question_id = a.question_id
        JOIN asked_questions q ON q.id = a.question_id AND q.wave_id = r.wave_id
        WHERE me.id = $1 AND me.shares_with_members AND r.shares_with_members
          AND q.sensitivity = 'open' AND {} AND {} AND NOT {}
        GROUP BY f.id, q.key, q.position
        ORDER BY q.position)",
                    is_for_members, answers::is_answered, fmt::format(may_compete, "f", "m")),
        by.respondent());
}

std::vector<Naming> list_disputed(db::Session& db, const Respondent& by) {
    return db.query<Naming>(R"(
        SELECT d.namer_id, q.key
        FROM disputed_ties d JOIN asked_questions q ON q.id = d.question_id AND q.wave_id = $2
        WHERE d.respondent_id = $1
        ORDER BY q.position)",
                            by.respondent(), by.wave());
}

using Kinds = std::map<WaveMemberId, std::vector<QuestionKey>>;

Kinds by_member(const std::vector<Naming>& namings) {
    Kinds kinds;
    for (const auto& [member, key] : namings) kinds[member].push_back(key);
    return kinds;
}

std::vector<std::string> labels_of(const std::vector<WaveMember>& roster, const std::set<WaveMemberId>& who) {
    std::vector<std::string> labels;
    for (const auto& member : roster)
        if (who.contains(member.id)) labels.push_back(member.label);
    return labels;
}

std::set<WaveMemberId> without(std::set<WaveMemberId> all, const std::set<WaveMemberId>& taken) {
    std::erase_if(all, [&](const WaveMemberId& each) { return taken.contains(each); });
    return all;
}

}  // namespace

std::vector<OwnContact> list_contacts(db::Session& db, const Respondent& by) {
    Kinds named = by_member(list_named(db, by)), names_me = by_member(list_naming_me(db, by)),
          disputed = by_member(list_disputed(db, by));
    std::vector<OwnContact> contacts;
    for (const auto& member : surveys::list_members(db, by.wave())) {
        OwnContact contact{member.id,        member.label,        member.country_code, member.subsector,
                           named[member.id], names_me[member.id], disputed[member.id]};
        if (!contact.named.empty() || !contact.names_me.empty() || !contact.disputed.empty())
            contacts.push_back(std::move(contact));
    }
    return contacts;
}

bool is_shared(db::Session& db, const Respondent& by) {
    return db.value<bool>("SELECT shares_with_members FROM respondents WHERE id = $1", by.respondent());
}

Result<void> set_shared(db::Session& db, const Respondent& by, bool is_shared) {
    const auto changed =
        db.change("UPDATE respondents SET shares_with_members = $2 WHERE id = $1 AND consent IS NOT NULL",
                  by.respondent(), is_shared);
    if (changed == 0) return failure(ErrorCode::conflict, "consent_missing");
    return {};
}

std::optional<OwnNetworkChange> find_own_change(db::Session& db, const Respondent& by) {
    const auto last = answers::find_last_wave(db, by.respondent());
    if (!last) return std::nullopt;
    const auto former = answers::list_known_last_time(db, *last, by.wave());
    const std::set<WaveMemberId> then(former.begin(), former.end());
    std::set<WaveMemberId> now;
    for (const auto& [member, key] : list_named(db, by))
        if (key == QuestionKey::know) now.insert(member);
    const auto roster = surveys::list_members(db, by.wave());
    const auto kept = now.size() - without(now, then).size();
    return OwnNetworkChange{last->title, static_cast<int>(kept), labels_of(roster, without(now, then)),
                            labels_of(roster, without(then, now))};
}

}  // namespace konbit::own_network
