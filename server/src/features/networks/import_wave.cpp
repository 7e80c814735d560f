// SPDX-License-Identifier: Apache-2.0
#include "features/networks/import_wave.hpp"

#include "core/text.hpp"
#include "db/database.hpp"
#include "features/answers/imported_rows.hpp"
#include "features/duplicates/score.hpp"
#include "features/surveys/instrument.hpp"
#include "features/surveys/roster_store.hpp"
#include "features/surveys/wave_store.hpp"

#include <algorithm>
#include <map>
#include <ranges>

namespace konbit::networks {

namespace {

using surveys::WaveEvent;

/// Actors by their place in the file, members by their place in the list.
struct Matched {
    network::NetworkDocument document{};
    WaveImportPreview preview{};
};

std::vector<ImportMember> members_of(db::Session& db, const Facilitator& by, Date today) {
    return db.query<ImportMember>(R"(
        SELECT m.id, m.label, o.name, m.country_code
        FROM memberships m JOIN organizations o ON o.id = m.organization_id
        WHERE m.cluster_id = $1 AND (m.left_on IS NULL OR m.left_on > $2) AND (m.joined_on IS NULL OR m.joined_on <= $2)
        ORDER BY m.sort_key, m.id)",
                                  by.cluster(), today);
}

Result<void> check(const WaveImport& import, Date today) {
    Findings findings;
    findings.require(!text::trim(import.title).empty(), "/title", "required");
    findings.require(!text::trim(import.source).empty(), "/source", "required");
    findings.require(surveys::in_library(import.question).sensitivity == Sensitivity::open, "/question",
                     "not_allowed");
    findings.require(import.collected_on <= today, "/collected_on", "in_future");
    KONBIT_CHECK(std::move(findings).or_value(true));
    return {};
}

bool is_named(const ImportMember& member, const std::string& folded) {
    return text::fold(member.label) == folded || text::fold(member.name) == folded ||
           member.id.view() == folded;
}

double likeness(const ImportMember& member, const std::string& actor) {
    const auto of = [&](const std::string& name) {
        return duplicates::fingerprint({.name = name, .country_code = member.country_code});
    };
    return std::max(duplicates::score(of(actor), of(member.name)).value,
                    duplicates::score(of(actor), of(member.label)).value);
}

/// The member of that name; else, not decided, the one whose name is most alike.
ActorPreview proposed(const std::string& actor, const std::vector<ImportMember>& members) {
    ActorPreview found{.actor = actor, .membership_id = {}, .is_decided = false, .named = 0};
    const std::string folded = text::fold(actor);
    double best = duplicates::possible;
    for (const auto& member : members) {
        if (is_named(member, folded)) return {actor, member.id, true, 0};
        const double alike = likeness(member, actor);
        if (alike < best) continue;
        best = alike;
        found.membership_id = member.id;
    }
    return found;
}

std::vector<ActorPreview> propose(const network::NetworkDocument& document,
                                  const std::vector<ImportMember>& members) {
    std::vector<ActorPreview> actors;
    for (const auto& actor : document.ids) actors.push_back(proposed(actor, members));
    return actors;
}

/// What a person decided goes before every likeness.
void decide(WaveImportPreview& preview, const WaveImport& import, Findings& findings) {
    for (const auto& [actor, member] : import.matches) {
        const auto found = std::ranges::find(preview.actors, actor, &ActorPreview::actor);
        const bool is_member = !member || std::ranges::find(preview.members, *member, &ImportMember::id) !=
                                              preview.members.end();
        findings.require(found != preview.actors.end() && is_member, "/matches", "not_found");
        if (found == preview.actors.end()) continue;
        found->membership_id = member;
        found->is_decided = true;
    }
}

void check_once_each(const WaveImportPreview& preview, Findings& findings) {
    std::map<MembershipId, int> times;
    for (const auto& actor : preview.actors)
        if (actor.is_decided && actor.membership_id) times[*actor.membership_id] += 1;
    findings.require(std::ranges::all_of(times | std::views::values, [](int n) { return n == 1; }),
                     "/matches", "taken");
}

/// Whether the actor stands for a member beyond doubt.
bool is_member(const ActorPreview& actor) { return actor.is_decided && actor.membership_id.has_value(); }

/// Both ways where the file knows no direction.
std::vector<network::WeightedTie> directed_ties(const network::NetworkDocument& document) {
    std::vector<network::WeightedTie> ties;
    for (const auto& tie : document.ties) {
        if (tie.weight <= 0 || tie.from == tie.to) continue;
        ties.push_back({tie.from, tie.to, 1});
        if (document.direction == network::Direction::undirected) ties.push_back({tie.to, tie.from, 1});
    }
    std::ranges::sort(ties);
    const auto rest = std::ranges::unique(ties);
    ties.erase(rest.begin(), rest.end());
    return ties;
}

void count_ties(WaveImportPreview& preview, const network::NetworkDocument& document) {
    for (const auto& tie : directed_ties(document)) {
        auto& from = preview.actors[static_cast<std::size_t>(tie.from)];
        if (!is_member(from) || !is_member(preview.actors[static_cast<std::size_t>(tie.to)])) continue;
        from.named += 1;
        preview.ties += 1;
    }
}

Result<Matched> match(App& app, const Facilitator& by, const WaveImport& import) {
    const Date today = utc_date(app.clock.now());
    KONBIT_CHECK(check(import, today));
    Matched matched;
    const auto direction =
        import.is_undirected ? network::Direction::undirected : network::Direction::directed;
    KONBIT_TRY(matched.document, read_network_file(import.content, import.format, direction));
    auto& preview = matched.preview;
    preview.members = app.database.read([&](db::Session& db) { return members_of(db, by, today); });
    KONBIT_CHECK(surveys::check_roster_size(preview.members.size()));
    KONBIT_CHECK(surveys::check_roster_size(matched.document.ids.size()));
    preview.actors = propose(matched.document, preview.members);
    Findings findings;
    decide(preview, import, findings);
    check_once_each(preview, findings);
    for (const auto& actor : import.missing)
        findings.require(
            std::ranges::find(preview.actors, actor, &ActorPreview::actor) != preview.actors.end(),
            "/missing", "not_found");
    KONBIT_CHECK(std::move(findings).or_value(true));
    count_ties(preview, matched.document);
    preview.undecided =
        static_cast<int>(std::ranges::count(preview.actors, false, &ActorPreview::is_decided));
    return matched;
}

/// An open wave that asks this one question, as of the day on which the network was collected.
Result<Wave> open_imported(db::Session& db, const WaveImport& import, const Facilitator& by,
                           const surveys::PreparedInstrument& wordings, Instant now) {
    Wave wave;
    wave.title = import.title;
    KONBIT_TRY(wave, surveys::checked(std::move(wave), now));
    wave.imported_from = text::trim(import.source);
    wave.collected_on = import.collected_on;
    KONBIT_TRY(const Wave draft, surveys::insert(db, wave, by, wordings, now));
    const std::array only{import.question};
    surveys::set_instrument(db, draft, wordings, now, only);
    KONBIT_TRY(Wave open, surveys::after(WaveEvent::opened, draft, now));
    open.opens_at = start_of(import.collected_on);
    return surveys::update(db, open, System::wave_facilitator(by.cluster(), draft.id));
}

/// The place on the wave's roster of each actor that is a member.
std::vector<std::optional<WaveMemberId>> places_of(db::Session& db, const Wave& wave,
                                                   const WaveImportPreview& preview) {
    std::map<MembershipId, WaveMemberId> members;
    for (const auto& member : surveys::list_members(db, wave.id))
        if (member.membership_id) members.emplace(*member.membership_id, member.id);
    std::vector<std::optional<WaveMemberId>> places;
    for (const auto& actor : preview.actors) {
        const auto found = is_member(actor) ? members.find(*actor.membership_id) : members.end();
        places.push_back(found == members.end() ? std::nullopt : std::optional(found->second));
    }
    return places;
}

Result<void> enter_rows(db::Session& db, const Matched& matched, const WaveImport& import, const Wave& wave,
                        Instant now) {
    const auto places = places_of(db, wave, matched.preview);
    const Question question = surveys::list_questions(db, wave.id).front();
    std::vector<std::vector<answers::AlterValue>> rows(places.size());
    for (const auto& tie : directed_ties(matched.document))
        if (const auto& to = places[static_cast<std::size_t>(tie.to)])
            rows[static_cast<std::size_t>(tie.from)].push_back({*to, 1});
    for (std::size_t i = 0; i < places.size(); ++i) {
        const bool is_missing =
            std::ranges::find(import.missing, matched.preview.actors[i].actor) != import.missing.end();
        if (!places[i] || is_missing) continue;
        const auto respondent =
            db.value<RespondentId>("SELECT id FROM respondents WHERE wave_member_id = $1", *places[i]);
        KONBIT_CHECK(
            answers::import_row(db, System::respondent(respondent, wave.id), question, rows[i], now));
    }
    return {};
}

}  // namespace

Result<WaveImportPreview> preview_import(App& app, const Facilitator& by, const WaveImport& import) {
    KONBIT_TRY(Matched matched, match(app, by, import));
    return std::move(matched.preview);
}

Result<Wave> import_wave(App& app, const Facilitator& by, const WaveImport& import) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Matched matched, match(app, by, import));
    if (matched.preview.undecided > 0) return failure(ErrorCode::conflict, "undecided");
    const auto wordings = surveys::prepare_instrument(app.texts, false);
    return app.database.write([&](db::Session& db) -> Result<Wave> {
        KONBIT_TRY(const Wave wave, open_imported(db, import, by, wordings, now));
        KONBIT_CHECK(enter_rows(db, matched, import, wave, now));
        return surveys::move_wave(db, System::wave_facilitator(by.cluster(), wave.id), WaveEvent::closed,
                                  now);
    });
}

}  // namespace konbit::networks
