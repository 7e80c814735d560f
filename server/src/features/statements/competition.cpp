// SPDX-License-Identifier: Apache-2.0
#include "features/statements/competition.hpp"

#include "core/codec.hpp"
#include "db/columns.hpp"
#include "db/database.hpp"
#include "engine/survey/disclosure.hpp"
#include "features/keys/installation_keys.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <span>

namespace konbit::competition {

namespace {

/// A flag as it is stored.
struct Flag {
    Id<struct CompetitionFlagTag> id{};
    ClusterId cluster_id{};
    std::string giver;
    Bytes ciphertext;

    static constexpr auto fields() {
        return std::tuple{field("id", &Flag::id, Access::never_sent),
                          field("cluster_id", &Flag::cluster_id, Access::never_sent),
                          field("giver", &Flag::giver, Access::never_sent),
                          field("ciphertext", &Flag::ciphertext, Access::never_sent)};
    }
};

/// What the sum was when it was last taken.
struct StoredSum {
    std::int64_t stated = 0;
    std::int64_t competing = 0;

    std::int64_t not_competing() const { return stated - competing; }

    static constexpr auto fields() {
        return std::tuple{field("stated", &StoredSum::stated), field("competing", &StoredSum::competing)};
    }
};

/// A dump does not tell whose flag it is.
std::string giver_of(const crypto::Key& key, const MembershipId& membership) {
    return codec::to_hex(crypto::hmac_sha256(key.view(), fmt::format("giver:{}", membership.view())));
}

std::string about(const std::string& giver) { return fmt::format("competition flag\n{}", giver); }

Flag sealed(const crypto::Key& key, bool competes, const StatementReader& by) {
    Flag flag;
    flag.id = Id<struct CompetitionFlagTag>(new_uuid_v4());
    flag.cluster_id = by.cluster();
    flag.giver = giver_of(key, by.membership());
    flag.ciphertext.data = crypto::seal(key, competes ? "1" : "0", about(flag.giver));
    return flag;
}

StoredSum stored_sum(db::Session& session, const ClusterId& cluster) {
    return session
        .one<StoredSum>("SELECT stated, competing FROM competition_sums WHERE cluster_id = $1", cluster)
        .value_or(StoredSum{});
}

StoredSum counted(db::Session& session, const crypto::Key& key, const ClusterId& cluster) {
    StoredSum sum;
    for (const auto& flag : session.query<Flag>(
             "SELECT " + db::columns<Flag>() + " FROM competition_flags WHERE cluster_id = $1", cluster)) {
        const auto opened = crypto::open(key, flag.ciphertext.data, about(flag.giver));
        if (!opened) continue;
        sum.stated += 1;
        sum.competing += *opened == "1";
    }
    return sum;
}

/// Whether what one sum has more or less than the other rests on enough members, on either side.
bool may_follow(const StoredSum& shown, const StoredSum& now) {
    const auto is_enough = [](std::int64_t change) {
        return std::abs(change) >= disclosure::least_sealed_givers;
    };
    return is_enough(now.competing - shown.competing) &&
           is_enough(now.not_competing() - shown.not_competing());
}

/// `changed_since` is of a former rule, and stays 0.
void take_anew(db::Session& session, const crypto::Key& key, const ClusterId& cluster) {
    const StoredSum now = counted(session, key, cluster);
    if (!may_follow(stored_sum(session, cluster), now)) return;
    session.change(
        "INSERT INTO competition_sums (cluster_id, stated, competing, changed_since) VALUES ($1, $2, $3, 0)"
        " ON CONFLICT (cluster_id) DO UPDATE SET stated = excluded.stated, competing = excluded.competing",
        cluster, now.stated, now.competing);
}

/// What a flag becomes: of the same member, sealed and named by another key.
struct Move {
    std::string former_giver;
    Flag flag;
};

/// Those of one cluster whose giver a former key names.
std::vector<Move> moves_of(std::span<const Flag> flags, const MembershipId& member,
                           std::span<const crypto::Key> keys) {
    std::vector<Move> moves;
    for (const auto& former : keys.subspan(1)) {
        const auto found = std::ranges::find(flags, giver_of(former, member), &Flag::giver);
        if (found == flags.end()) continue;
        const auto said = crypto::open(former, found->ciphertext.data, about(found->giver));
        if (!said) continue;
        Flag anew = *found;
        anew.giver = giver_of(keys.front(), member);
        anew.ciphertext.data = crypto::seal(keys.front(), *said, about(anew.giver));
        moves.push_back({found->giver, std::move(anew)});
    }
    return moves;
}

/// A flag that the member gave anew meanwhile stands.
void carry_out(db::Session& session, const Move& move) {
    if (session.change("DELETE FROM competition_flags WHERE giver = $1", move.former_giver) == 0) return;
    if (!session.one<std::int64_t>("SELECT 1 FROM competition_flags WHERE giver = $1", move.flag.giver))
        db::insert(session, "competition_flags", move.flag);
}

}  // namespace

Result<std::int64_t> move_flags(App& app) {
    const auto keys = app.keys.derive_all(competition_purpose);
    const auto [flags, members] = app.database.read([](db::Session& session) {
        return std::pair(session.query<Flag>("SELECT " + db::columns<Flag>() + " FROM competition_flags"),
                         session.query<MembershipId>("SELECT m.id FROM memberships m JOIN competition_flags f"
                                                     " ON f.cluster_id = m.cluster_id GROUP BY m.id"));
    });
    std::vector<Move> moves;
    for (const auto& member : members)
        std::ranges::move(moves_of(flags, member, keys), std::back_inserter(moves));
    return app.database.write([&](db::Session& session) -> Result<std::int64_t> {
        for (const auto& move : moves) carry_out(session, move);
        return static_cast<std::int64_t>(moves.size());
    });
}

void state(db::Session& session, const crypto::Key& key, std::optional<bool> competes,
           const StatementReader& by) {
    session.change("DELETE FROM competition_flags WHERE giver = $1", giver_of(key, by.membership()));
    if (competes) db::insert(session, "competition_flags", sealed(key, *competes, by));
    take_anew(session, key, by.cluster());
}

bool has_stated(db::Session& session, const crypto::Key& key, const StatementReader& by) {
    return session
        .one<std::int64_t>("SELECT 1 FROM competition_flags WHERE giver = $1", giver_of(key, by.membership()))
        .has_value();
}

CompetitionSum sum(db::Session& session, const Facilitator& by) {
    const StoredSum stored = stored_sum(session, by.cluster());
    const auto stated = static_cast<int>(stored.stated);
    const auto competing = static_cast<int>(stored.competing);
    if (!disclosure::may_show_sealed(stated, competing) ||
        !disclosure::may_show_sealed(stated, stated - competing))
        return {};
    return {.stated = stored.stated, .competing = stored.competing, .is_hidden = false};
}

}  // namespace konbit::competition
