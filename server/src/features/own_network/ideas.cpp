// SPDX-License-Identifier: Apache-2.0
#include "features/own_network/ideas.hpp"

#include "core/text.hpp"
#include "features/answers/answered.hpp"
#include "features/own_network/contact_store.hpp"
#include "features/profiles/profile.hpp"
#include "features/surveys/roster_store.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

namespace konbit::own_network {

namespace {

constexpr std::size_t most_ideas = 3;
/// Shorter words ("with", "for") make no likeness.
constexpr std::size_t least_letters = 5;

/// A member who could be met through a contact in common.
struct Introduction {
    WaveMemberId member_id{};
    std::string through;

    static constexpr auto fields() {
        return std::tuple{field("member_id", &Introduction::member_id),
                          field("through", &Introduction::through)};
    }
};

/// Contacts `c` of the respondent, those whom they name, `d`; all three share their open ties.
std::vector<Introduction> list_introductions(db::Session& db, const Respondent& by) {
    return db.query<Introduction>(
        fmt::format(R"(
        SELECT d.id, min(c.label)
        FROM respondents me
        JOIN waves w ON w.id = me.wave_id AND w.state IN ('closed', 'frozen', 'published')
        JOIN wave_members m ON m.id = me.wave_member_id
        JOIN answers own ON own.respondent_id = me.id AND own.value > 0
        JOIN asked_questions o ON o.id = own.question_id AND o.wave_id = w.id AND o.sensitivity = 'open' AND o.may_be_named
        JOIN wave_members c ON c.id = own.alter_id
        JOIN respondents r ON r.wave_member_id = c.id
        JOIN answers a ON a.respondent_id = r.id AND a.value > 0
        JOIN asked_questions q ON q.id = a.question_id AND q.wave_id = w.id AND q.sensitivity = 'open' AND {}
        JOIN row_states s ON s.respondent_id = r.id AND s.question_id = q.id
        JOIN wave_members d ON d.id = a.alter_id AND d.id <> m.id
        JOIN respondents t ON t.wave_member_id = d.id
        WHERE me.id = $1 AND me.shares_with_members AND r.shares_with_members AND t.shares_with_members
          AND {} AND t.state NOT IN ('declined', 'withdrawn') AND NOT {} AND NOT {}
        GROUP BY d.id, d.position
        ORDER BY d.position)",
                    is_for_members, answers::is_answered, fmt::format(may_compete, "d", "m"),
                    fmt::format(may_compete, "c", "d")),
        by.respondent());
}

/// What the public profile of a member says.
struct Profile {
    WaveMemberId member_id{};
    std::vector<Offer> offers;
    std::vector<Offer> needs;

    static constexpr auto fields() {
        return std::tuple{
            field("member_id", &Profile::member_id),
            field("offers", &Profile::offers),
            field("needs", &Profile::needs),
        };
    }
};

std::vector<Profile> list_profiles(db::Session& db, const Respondent& by) {
    return db.query<Profile>(fmt::format(R"(
        SELECT m.id, o.offers, o.needs
        FROM wave_members m JOIN organizations o ON o.id = m.organization_id
        WHERE m.wave_id = $1 AND m.external_kind IS NULL AND m.listing = 'named' AND {}
        ORDER BY m.position)",
                                         organizations_visible_to(Viewer::anonymous(), "o")),
                             by.wave());
}

std::set<std::string> long_words(const Localized& text) {
    std::set<std::string> found;
    for (const auto& [language, words] : text.texts)
        for (auto& word : text::folded_words(words))
            if (word.size() >= least_letters) found.insert(std::move(word));
    return found;
}

bool fits(const Offer& need, const Offer& offer) {
    const auto wanted = long_words(need.text);
    return std::ranges::any_of(long_words(offer.text),
                               [&](const std::string& word) { return wanted.contains(word); });
}

std::optional<Idea> fitting(const std::vector<Offer>& needs, const Profile& profile, Date today) {
    const auto holds = [&](const Offer& each) { return !each.until || *each.until >= today; };
    for (const auto& need : needs)
        for (const auto& offer : profile.offers)
            if (holds(need) && holds(offer) && fits(need, offer))
                return Idea{.kind = IdeaKind::offer,
                            .member_id = profile.member_id,
                            .need = need.text,
                            .offer = offer.text};
    return std::nullopt;
}

/// The roster as the respondent sees it: itself, those whom it named, and the rest.
class Around {
  public:
    Around(db::Session& db, const Respondent& by, const std::vector<OwnContact>& contacts)
        : roster_(surveys::list_members(db, by.wave())),
          own_(db.value<WaveMemberId>("SELECT wave_member_id FROM respondents WHERE id = $1",
                                      by.respondent())) {
        for (const auto& contact : contacts)
            if (!contact.named.empty() || !contact.names_me.empty() || !contact.disputed.empty())
                met_.insert(contact.member_id);
        for (const auto& member : roster_) {
            if (member.id != own_ && !met_.contains(member.id)) continue;
            countries_.insert(member.country_code);
            if (member.subsector) subsectors_.insert(*member.subsector);
        }
    }

    const WaveMemberId& own() const { return own_; }
    const WaveMember* find(const WaveMemberId& id) const {
        const auto found = std::ranges::find(roster_, id, &WaveMember::id);
        return found == roster_.end() ? nullptr : &*found;
    }
    bool is_strange(const WaveMember& member) const {
        return member.id != own_ && !met_.contains(member.id) && !member.is_facilitator;
    }
    bool is_new_country(const WaveMember& member) const {
        return is_strange(member) && !member.country_code.empty() &&
               !countries_.contains(member.country_code);
    }
    bool is_new_subsector(const WaveMember& member) const {
        return is_strange(member) && member.subsector && !subsectors_.contains(*member.subsector);
    }

    /// One of those for whom `holds`, chosen by the seed.
    template <class Holds>
    const WaveMember* one(std::uint64_t seed, Holds holds) const {
        std::vector<const WaveMember*> found;
        for (const auto& member : roster_)
            if (holds(member)) found.push_back(&member);
        return found.empty() ? nullptr : found[seed % found.size()];
    }

  private:
    std::vector<WaveMember> roster_;
    WaveMemberId own_;
    std::set<WaveMemberId> met_;
    std::set<std::string> countries_, subsectors_;
};

/// Adds an idea about a member whom no other idea is about, while there is room.
void add(std::vector<Idea>& ideas, const WaveMember* member, Idea idea) {
    if (member == nullptr || ideas.size() == most_ideas) return;
    if (std::ranges::find(ideas, member->id, &Idea::member_id) != ideas.end()) return;
    idea.member_id = member->id;
    idea.label = member->label;
    ideas.push_back(std::move(idea));
}

void add_introduction(std::vector<Idea>& ideas, db::Session& db, const Respondent& by, const Around& around,
                      std::uint64_t seed) {
    auto found = list_introductions(db, by);
    std::erase_if(found, [&](const Introduction& each) {
        const auto* member = around.find(each.member_id);
        return member == nullptr || !around.is_strange(*member);
    });
    if (found.empty()) return;
    const auto& chosen = found[seed % found.size()];
    add(ideas, around.find(chosen.member_id), {.kind = IdeaKind::introduction, .through = chosen.through});
}

void add_offer(std::vector<Idea>& ideas, db::Session& db, const Respondent& by, const Around& around,
               Date today) {
    const auto profiles = list_profiles(db, by);
    const auto own = std::ranges::find(profiles, around.own(), &Profile::member_id);
    if (own == profiles.end()) return;
    for (const auto& profile : profiles) {
        if (profile.member_id == around.own()) continue;
        auto idea = fitting(own->needs, profile, today);
        if (idea) return add(ideas, around.find(profile.member_id), *std::move(idea));
    }
}

}  // namespace

std::vector<Idea> find_ideas(db::Session& db, const Respondent& by, const std::vector<OwnContact>& contacts,
                             const Choice& choice) {
    const Around around(db, by, contacts);
    std::vector<Idea> ideas;
    add_introduction(ideas, db, by, around, choice.seed);
    add_offer(ideas, db, by, around, choice.today);
    const auto* abroad =
        around.one(choice.seed, [&](const WaveMember& each) { return around.is_new_country(each); });
    if (abroad) add(ideas, abroad, {.kind = IdeaKind::country, .place = abroad->country_code});
    const auto* other =
        around.one(choice.seed, [&](const WaveMember& each) { return around.is_new_subsector(each); });
    if (other) add(ideas, other, {.kind = IdeaKind::subsector, .place = other->subsector});
    return ideas;
}

}  // namespace konbit::own_network
