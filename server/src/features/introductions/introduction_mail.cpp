// SPDX-License-Identifier: Apache-2.0
#include "features/introductions/introduction_mail.hpp"

#include "core/codec.hpp"
#include "db/columns.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/pages/words.hpp"

#include <fmt/core.h>

namespace konbit::introductions {

namespace {

constexpr std::size_t key_bytes = 16;

constexpr std::string_view key_purpose = "introduction answers";

std::string key_of(const crypto::Key& key, const IntroductionId& id, IntroductionSide side) {
    const std::string message = fmt::format("decline:{}:{}", id.view(), name_of(side));
    return codec::to_base32(crypto::hmac_sha256(key.view(), message).substr(0, key_bytes));
}

/// Everybody of one introduction.
struct Party {
    Membership one, other;
    std::optional<Membership> introducer;
    std::string cluster_name;

    const Membership& at(IntroductionSide side) const {
        if (side == IntroductionSide::introducer) return *introducer;
        return side == IntroductionSide::one ? one : other;
    }
    const Membership& across(IntroductionSide side) const {
        return side == IntroductionSide::one ? other : one;
    }
};

Membership member(db::Session& db, const MembershipId& id) {
    return *db.one<Membership>("SELECT " + db::columns<Membership>() + " FROM memberships WHERE id = $1", id);
}

Party party_of(db::Session& db, const Introduction& introduction) {
    Party party{.one = member(db, introduction.one_id),
                .other = member(db, introduction.other_id),
                .introducer = {},
                .cluster_name = db.value<std::string>("SELECT name FROM clusters WHERE id = $1",
                                                      introduction.cluster_id)};
    if (introduction.introducer_id) party.introducer = member(db, *introduction.introducer_id);
    return party;
}

std::string reason(const pages::Words& words, const Party& party, IntroductionKind kind) {
    const bool share_business = party.one.subsector && party.one.subsector == party.other.subsector;
    if (kind == IntroductionKind::bring_in_isolate && share_business)
        return words("mail.introduction.same_business", {{"subsector", *party.one.subsector}});
    return words(fmt::format("mail.introduction.{}", name_of(kind)));
}

Params params_of(const App& app, const pages::Words& words, const Party& party,
                 const Introduction& introduction, IntroductionSide side) {
    const Membership& to = party.at(side);
    return {{"name", to.contact_name.value_or(to.label)},
            {"cluster", party.cluster_name},
            {"member", to.label},
            {"one", party.one.label},
            {"other", side == IntroductionSide::introducer ? party.other.label : party.across(side).label},
            {"reason", reason(words, party, introduction.kind)},
            {"how", party.introducer
                        ? words("mail.introduction.by_introducer", {{"introducer", party.introducer->label}})
                        : words("mail.introduction.by_office")},
            {"decline", decline_url(app, introduction.id, side, to.language)}};
}

Letter letter_to(const App& app, const Party& party, const Introduction& introduction,
                 IntroductionSide side) {
    const Membership& to = party.at(side);
    const pages::Words words(app.texts, to.language);
    const std::string stem =
        side == IntroductionSide::introducer ? "mail.introduction.introducer" : "mail.introduction.side";
    const Params params = params_of(app, words, party, introduction, side);
    return {.message = {.side = side,
                        .label = to.label,
                        .contact_name = to.contact_name,
                        .has_address = to.contact_email.has_value(),
                        .language = to.language,
                        .subject = words(stem + ".subject", params),
                        .text = words(stem + ".text", params)},
            .address = to.contact_email.value_or(""),
            .country_code = to.country_code};
}

}  // namespace

std::vector<Letter> letters_of(db::Session& db, const App& app, const Introduction& introduction) {
    const Party party = party_of(db, introduction);
    std::vector<Letter> letters{letter_to(app, party, introduction, IntroductionSide::one),
                                letter_to(app, party, introduction, IntroductionSide::other)};
    if (party.introducer)
        letters.push_back(letter_to(app, party, introduction, IntroductionSide::introducer));
    return letters;
}

mail::Mail mail_of(const Letter& letter) {
    return {.recipient = letter.address,
            .recipient_name = letter.message.contact_name.value_or(""),
            .subject = letter.message.subject,
            .body = letter.message.text,
            .language = letter.message.language};
}

std::string decline_url(const App& app, const IntroductionId& id, IntroductionSide side,
                        std::string_view language) {
    return fmt::format("{}/introductions/{}/{}?key={}&lang={}", app.config.base_url, id.view(), name_of(side),
                       key_of(app.keys.derive(key_purpose), id, side), language);
}

bool may_decline(const App& app, const IntroductionId& id, IntroductionSide side, std::string_view key) {
    return app.keys.first(
        key_purpose, [&](const crypto::Key& ours) { return crypto::equal(key, key_of(ours, id, side)); });
}

}  // namespace konbit::introductions
