// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/answers/answer.hpp"
#include "features/answers/last_time.hpp"
#include "features/answers/on_behalf.hpp"
#include "features/externals/external.hpp"
#include "features/hats/hat.hpp"
#include "features/links/invitation.hpp"
#include "features/surveys/wave_views.hpp"
#include "features/unlisted/unlisted.hpp"

/// What the answer page shows: GET /api/answer. Sealed values are not in it, in no form: whoever prints a
/// sheet of links holds every link. For the same reason limited ones that count in figures only are shown to
/// the device that gave them, and those that somebody entered for the respondent, so that it can correct
/// them.
namespace konbit::answers {

struct PageWave {
    std::string title;
    WaveState state = WaveState::draft;
    std::optional<Instant> closes_at;
    bool is_demo = false;   ///< Invented; the page says so.
    bool is_pilot = false;  ///< A trial whose answers do not count; the page says so.

    static constexpr auto fields() {
        return std::tuple{
            field("title", &PageWave::title),         field("state", &PageWave::state),
            field("closes_at", &PageWave::closes_at), field("is_demo", &PageWave::is_demo),
            field("is_pilot", &PageWave::is_pilot),
        };
    }
};

struct PageCluster {
    std::string name;

    static constexpr auto fields() { return std::tuple{field("name", &PageCluster::name)}; }
};

struct PageMe {
    WaveMemberId member_id{};
    std::optional<RespondentId> respondent_id;  ///< Who answers for it; empty in a preview.
    std::string label;
    std::optional<std::string> subsector;

    static constexpr auto fields() {
        return std::tuple{
            field("member_id", &PageMe::member_id),
            field("respondent_id", &PageMe::respondent_id),
            field("label", &PageMe::label),
            field("subsector", &PageMe::subsector),
        };
    }
};

struct PageConsent {
    std::string version;
    std::string text_key;              ///< In locales/.
    std::optional<Consent> given;      ///< Empty until given.
    std::vector<std::string> readers;  ///< Who reads the totals, by name; empty: ministries and funders.
    bool has_public_totals = false;    ///< Those of the whole network are for everybody.
    bool shares_with_members = false;
    bool shares_with_research = false;

    static constexpr auto fields() {
        return std::tuple{
            field("version", &PageConsent::version),
            field("text_key", &PageConsent::text_key),
            field("given", &PageConsent::given),
            field("readers", &PageConsent::readers),
            field("has_public_totals", &PageConsent::has_public_totals),
            field("shares_with_members", &PageConsent::shares_with_members),
            field("shares_with_research", &PageConsent::shares_with_research),
        };
    }
};

struct PageQuestion : surveys::AskedQuestion {
    std::optional<RowState>
        state;  ///< Empty: not answered. Sealed: only "answered", for "prefer not to say" too.
    /// Always false from here: only the device itself knows, and only it may show a sealed answer again.
    bool answered_on_this_device = false;

    static constexpr auto fields() {
        return std::tuple_cat(surveys::AskedQuestion::fields(),
                              std::tuple{
                                  field("state", &PageQuestion::state),
                                  field("answered_on_this_device", &PageQuestion::answered_on_this_device),
                              });
    }
};

struct PageMember {
    WaveMemberId id{};
    std::string label;
    std::string group;  ///< Subsector, else country.
    bool own_group = false;
    bool by_country = false;  ///< The group is a country, given by its code.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &PageMember::id),
            field("label", &PageMember::label),
            field("group", &PageMember::group),
            field("own_group", &PageMember::own_group),
            field("by_country", &PageMember::by_country),
        };
    }
};

/// An organization outside the cluster, for the question about such.
struct PageExternal {
    WaveMemberId id{};
    std::string label;
    ExternalKind kind = ExternalKind::other;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &PageExternal::id),
            field("label", &PageExternal::label),
            field("kind", &PageExternal::kind),
        };
    }
};

struct PageAnswer {
    QuestionId question_id{};
    WaveMemberId alter_id{};
    int value = 1;

    static constexpr auto fields() {
        return std::tuple{
            field("question_id", &PageAnswer::question_id),
            field("alter_id", &PageAnswer::alter_id),
            field("value", &PageAnswer::value),
        };
    }
};

struct AnswerPage {
    PageWave wave;
    PageCluster cluster;
    PageMe me;
    PageConsent consent;
    std::vector<std::string> languages;
    std::vector<PageQuestion> questions;
    std::vector<PageMember>
        roster;  ///< Own group first, then the groups from `start_group` on, around the alphabet.
    std::vector<PageExternal> externals;  ///< By kind, then by name.
    std::vector<PageAnswer> answers;
    std::vector<unlisted::PageUnlisted> unlisted;  ///< What the respondent added to the roster.
    std::vector<std::string> countries;            ///< Codes of the region, to say where such a one sits.
    RespondentState state = RespondentState::invited;
    std::optional<std::string> receipt;
    std::optional<std::string> start_group;  ///< Random for each respondent, against order effects.
    /// Of a later wave; empty in a first one, and for those who are asked without (prefill.hpp).
    std::optional<LastTime> last_time;
    std::vector<hats::Hat>
        hats;  ///< Organizations that the same person answers for; none when it is only one.
    std::optional<EnteredForMe> entered;  ///< What somebody else entered for the respondent.

    static constexpr auto fields() {
        return std::tuple{
            field("wave", &AnswerPage::wave),
            field("cluster", &AnswerPage::cluster),
            field("me", &AnswerPage::me),
            field("consent", &AnswerPage::consent),
            field("languages", &AnswerPage::languages),
            field("questions", &AnswerPage::questions),
            field("roster", &AnswerPage::roster),
            field("externals", &AnswerPage::externals),
            field("answers", &AnswerPage::answers),
            field("unlisted", &AnswerPage::unlisted),
            field("countries", &AnswerPage::countries),
            field("state", &AnswerPage::state),
            field("receipt", &AnswerPage::receipt),
            field("start_group", &AnswerPage::start_group),
            field("last_time", &AnswerPage::last_time),
            field("hats", &AnswerPage::hats),
            field("entered", &AnswerPage::entered),
        };
    }
};

/// @param order_seed  Decides which group comes after the own one; the same for one respondent at every call.
/// @param device      The name that the asking device made for itself; empty when it gave none.
Result<AnswerPage> find_page(db::Session& db, const Respondent& by, std::uint64_t order_seed,
                             std::string_view device);

/// Who answers first for a member of the facilitator's wave; nothing when it is not on the roster.
std::optional<RespondentId> answerer_of(db::Session& db, const WaveFacilitator& by,
                                        const WaveMemberId& member);

/// The page of a member as it will be before the first answer. Nothing of what was answered is in it, nor
/// read.
AnswerPage preview_page(db::Session& db, const Wave& wave, const WaveMemberId& member,
                        std::uint64_t order_seed);

/// Puts the roster in the order in which this respondent is asked, and says which group comes after the own
/// one.
/// @return Nothing when there is no other group.
std::optional<std::string> arrange(std::vector<PageMember>& roster, std::uint64_t order_seed);

}  // namespace konbit::answers
