// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/id.hpp"
#include "core/localized.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/permission/viewer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace konbit {

using SurveyId = Id<struct SurveyTag>;
using QuestionId = Id<struct QuestionTag>;
using QuestionVersionId = Id<struct QuestionVersionTag>;

/// The relations that a survey can ask about, in the order in which it asks: the five that every wave asks,
/// then the optional ones (instrument.hpp).
enum class QuestionKey {
    know,             ///< Whom the member knows.
    communicate,      ///< With whom it speaks, and how often.
    sensitive,        ///< With whom it shares sensitive business information. Never what.
    worked_together,  ///< With whom it worked before the programme (baseline) or under it (later).
    competitor,       ///< Which of these are competitors.
    advice,           ///< Whom it asks for advice on technical or business questions.
    referrals,        ///< To whom it has sent a customer or passed on an order.
    reliability,      ///< How far it can rely on those with whom it worked.
    contribution,     ///< How far those with whom it worked bring what the cluster needs.
    external_ties,    ///< How often it deals with organizations outside the cluster (features/externals).
};
constexpr auto names(QuestionKey) {
    return std::to_array<std::string_view>({"know", "communicate", "sensitive", "worked_together",
                                            "competitor", "advice", "referrals", "reliability",
                                            "contribution", "external_ties"});
}

/// Who may ever see a single answer (the table in docs/users/who-sees-what.md).
enum class Sensitivity {
    open,     ///< The facilitator, by name.
    limited,  ///< The facilitator by name, where this respondent agreed to it.
    sealed,   ///< Nobody; it counts in sums above thresholds.
};
constexpr auto names(Sensitivity) { return std::to_array<std::string_view>({"open", "limited", "sealed"}); }

/// How two members' reports on each other make one tie.
enum class Symmetrization {
    or_shown,       ///< One report is enough; whether both report is shown.
    max,            ///< One report is enough; the higher value counts.
    directed,       ///< Never joined: a statement of one about another.
    and_or_single,  ///< Both must report; where only one answered, its report is taken and flagged.
    or_,            ///< One report is enough.
};
constexpr auto names(Symmetrization) {
    return std::to_array<std::string_view>({"or_shown", "max", "directed", "and_or_single", "or"});
}

enum class Scale {
    binary,      ///< 1 = yes.
    frequency4,  ///< 1 = a few times a year, 2 = monthly, 3 = weekly or more; 0 only when "never" was said.
    level4,      ///< 1 = hardly, 2 = partly, 3 = mostly, 4 = fully. Sealed questions only.
};
constexpr auto names(Scale) { return std::to_array<std::string_view>({"binary", "frequency4", "level4"}); }

/// What the answers to a question may be used for.
enum class AnswerPurpose {
    map_to_members,  ///< The members' own pages: each sees its ties where both sides agreed.
    facilitator,     ///< Single answers by name, for the facilitator alone.
    evaluation,      ///< Figures and totals.
    research,        ///< Files for research in which nobody is named.
};
constexpr auto names(AnswerPurpose) {
    return std::to_array<std::string_view>({"map_to_members", "facilitator", "evaluation", "research"});
}

/// The survey of a cluster: the series to which its waves belong.
struct Survey {
    SurveyId id{};
    ClusterId cluster_id{};
    std::string title;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Survey::id, Access::read_only),
            field("cluster_id", &Survey::cluster_id, Access::read_only),
            field("title", &Survey::title),
        };
    }
};

/// One relation as a wave asks it. Its id is the same through all waves, so that they can be compared; its
/// rules are the wave's own.
struct Question {
    QuestionId id{};
    SurveyId survey_id{};
    QuestionKey key = QuestionKey::know;
    int position = 1;  ///< From 1, in the order of asking.
    Sensitivity sensitivity = Sensitivity::open;
    Symmetrization symmetrization = Symmetrization::or_shown;
    Scale scale = Scale::binary;
    std::optional<QuestionKey> gate;  ///< Only members ticked there are offered here.
    std::vector<Localized>
        anchors;  ///< Own words for the values, the lowest first; empty: the standard ones.
    std::vector<AnswerPurpose> purposes;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Question::id, Access::read_only),
            field("survey_id", &Question::survey_id, Access::read_only),
            field("key", &Question::key, Access::read_only),
            field("position", &Question::position, Access::read_only),
            field("sensitivity", &Question::sensitivity, Access::read_only),
            field("symmetrization", &Question::symmetrization, Access::read_only),
            field("scale", &Question::scale, Access::read_only),
            field("gate", &Question::gate, Access::read_only),
            field("anchors", &Question::anchors, Access::read_only),
            field("purposes", &Question::purposes, Access::read_only),
        };
    }

    bool is_for(AnswerPurpose purpose) const {
        return std::ranges::find(purposes, purpose) != purposes.end();
    }
    /// Whether a facilitator ever reads single answers by name, given the respondent's consent where it takes
    /// one.
    bool may_be_named() const {
        return sensitivity != Sensitivity::sealed && is_for(AnswerPurpose::facilitator);
    }
};

/// One wording of a question. Waves with different hashes did not ask the same.
struct QuestionVersion {
    QuestionVersionId id{};
    QuestionId question_id{};
    Localized wording;
    std::string wording_sha256;  ///< Over the wording in every language.
    Instant created_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &QuestionVersion::id, Access::read_only),
            field("question_id", &QuestionVersion::question_id, Access::read_only),
            field("wording", &QuestionVersion::wording, Access::read_only),
            field("wording_sha256", &QuestionVersion::wording_sha256, Access::read_only),
            field("created_at", &QuestionVersion::created_at, Access::read_only),
        };
    }
};

}  // namespace konbit
