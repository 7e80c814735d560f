// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/localized.hpp"
#include "features/answers/answer_page.hpp"

/// *Your network*: what a respondent gets back, and where it corrects. GET /api/answer/network.
///
/// While the wave is open it holds nothing but the respondent's own answers. Once closed, it adds that others
/// named the respondent, where both allowed it (docs/adr/0023); of limited and sealed answers of others it
/// knows nothing.
namespace konbit::own_network {

/// A member with whom there is a tie in an open question.
struct OwnContact {
    WaveMemberId member_id{};
    std::string label;
    std::string country_code;
    std::optional<std::string> subsector;
    std::vector<QuestionKey> named;     ///< Open questions in which the respondent named it.
    std::vector<QuestionKey> names_me;  ///< In which it named the respondent, where both share.
    std::vector<QuestionKey> disputed;  ///< In which the respondent says that such a naming would be wrong.

    static constexpr auto fields() {
        return std::tuple{
            field("member_id", &OwnContact::member_id),
            field("label", &OwnContact::label),
            field("country_code", &OwnContact::country_code),
            field("subsector", &OwnContact::subsector),
            field("named", &OwnContact::named),
            field("names_me", &OwnContact::names_me),
            field("disputed", &OwnContact::disputed),
        };
    }
};

/// What changed in whom the respondent knows, by its own answers only.
struct OwnNetworkChange {
    std::string wave_title;  ///< Of the wave that it answered before.
    int kept = 0;
    std::vector<std::string> gained;
    std::vector<std::string> lost;  ///< Still on the roster.

    static constexpr auto fields() {
        return std::tuple{
            field("wave_title", &OwnNetworkChange::wave_title),
            field("kept", &OwnNetworkChange::kept),
            field("gained", &OwnNetworkChange::gained),
            field("lost", &OwnNetworkChange::lost),
        };
    }
};

enum class IdeaKind {
    introduction,  ///< Somebody whom a contact knows who could introduce the two.
    offer,         ///< Somebody who publicly offers what the respondent publicly looks for.
    country,       ///< Somebody in a country where the respondent has no contact.
    subsector,     ///< Somebody in a line of business in which it has none.
};
constexpr auto names(IdeaKind) {
    return std::to_array<std::string_view>({"introduction", "offer", "country", "subsector"});
}

/// Whom to speak with next, and why. No score, no rank.
struct Idea {
    IdeaKind kind = IdeaKind::country;
    WaveMemberId member_id{};
    std::string label;
    std::optional<std::string> through;  ///< Of an introduction: the contact in common.
    Localized need;                      ///< Of an offer: what the respondent looks for, and what is offered.
    Localized offer;
    std::optional<std::string> place;  ///< The country's code, or the subsector.

    static constexpr auto fields() {
        return std::tuple{
            field("kind", &Idea::kind),   field("member_id", &Idea::member_id),
            field("label", &Idea::label), field("through", &Idea::through),
            field("need", &Idea::need),   field("offer", &Idea::offer),
            field("place", &Idea::place),
        };
    }
};

/// A correction that the respondent made after closing.
struct AnswerCorrection {
    QuestionId question_id{};
    WaveMemberId alter_id{};
    std::optional<int> former_value;
    std::optional<int> value;
    Instant corrected_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("question_id", &AnswerCorrection::question_id),
            field("alter_id", &AnswerCorrection::alter_id),
            field("former_value", &AnswerCorrection::former_value),
            field("value", &AnswerCorrection::value),
            field("corrected_at", &AnswerCorrection::corrected_at),
        };
    }
};

struct OwnNetwork {
    bool is_shared = false;  ///< The respondent lets those whom it named see it, where they do too.
    bool may_reply = false;  ///< Closed, and within the time of reply.
    std::optional<Instant> reply_until;  ///< Empty while open.
    bool has_replied = false;
    std::vector<OwnContact> contacts;           ///< In the order of the roster.
    std::optional<OwnNetworkChange> since;      ///< Empty for whoever answered no wave before.
    std::vector<Idea> ideas;                    ///< At most three.
    std::vector<AnswerCorrection> corrections;  ///< The oldest first; as far as this device may read them.

    static constexpr auto fields() {
        return std::tuple{
            field("is_shared", &OwnNetwork::is_shared),
            field("may_reply", &OwnNetwork::may_reply),
            field("reply_until", &OwnNetwork::reply_until),
            field("has_replied", &OwnNetwork::has_replied),
            field("contacts", &OwnNetwork::contacts),
            field("since", &OwnNetwork::since),
            field("ideas", &OwnNetwork::ideas),
            field("corrections", &OwnNetwork::corrections),
        };
    }
};

}  // namespace konbit::own_network
