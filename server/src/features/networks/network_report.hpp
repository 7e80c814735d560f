// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.hpp"
#include "engine/survey/disclosure.hpp"
#include "features/networks/wave_data.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// What GET /api/waves/{id}/network answers.
namespace konbit::networks {

struct WaveHead {
    WaveId id{};
    std::string title;
    WaveState state = WaveState::draft;
    bool is_baseline = false;
    ClusterId cluster_id{};
    std::string cluster_name;
    bool is_demo = false;                      ///< Invented; every page and every file about it says so.
    std::optional<std::string> imported_from;  ///< Collected elsewhere, by whom.
    std::optional<Date> collected_on;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &WaveHead::id),
            field("title", &WaveHead::title),
            field("state", &WaveHead::state),
            field("is_baseline", &WaveHead::is_baseline),
            field("cluster_id", &WaveHead::cluster_id),
            field("cluster_name", &WaveHead::cluster_name),
            field("is_demo", &WaveHead::is_demo),
            field("imported_from", &WaveHead::imported_from),
            field("collected_on", &WaveHead::collected_on),
        };
    }
};

/// How many answered, and what that allows to be said.
struct ResponseSummary {
    int asked = 0;
    int answered = 0;  ///< Members with at least one observed row.
    int declined = 0;
    std::optional<double> rate;  ///< Nothing when nobody was asked.
    disclosure::ReportLevel level = disclosure::ReportLevel::interval_only;
    /// Members among the most named tenth who have not answered: they are missed more than the rate tells.
    std::vector<std::string> missing_prominent;

    static constexpr auto fields() {
        return std::tuple{
            field("asked", &ResponseSummary::asked),
            field("answered", &ResponseSummary::answered),
            field("declined", &ResponseSummary::declined),
            field("rate", &ResponseSummary::rate),
            field("level", &ResponseSummary::level),
            field("missing_prominent", &ResponseSummary::missing_prominent),
        };
    }
};

/// A sentence worked out from the data; the client words it in the reader's language.
struct Sentence {
    std::string key;                        ///< In locales/: "network.sentence.…".
    std::map<std::string, RawJson> params;  ///< Numbers, or texts such as members' labels.
    int n = 0;                              ///< Rows on which it rests.
    std::string basis;                      ///< "available_case", "reconstructed" or "open_questions".

    static constexpr auto fields() {
        return std::tuple{
            field("key", &Sentence::key),
            field("params", &Sentence::params),
            field("n", &Sentence::n),
            field("basis", &Sentence::basis),
        };
    }
};

/// One statistic of one question.
struct Figure {
    std::string id{};               ///< Of engine/network/metric.hpp, or one of those in figures.hpp.
    std::optional<double> value{};  ///< Nothing when suppressed, or undefined for this network.
    bool suppressed = false;
    std::optional<std::string>
        reason{};  ///< Why it is suppressed: "low_response", "few_givers", "wave_not_frozen", …; or why it
                   ///< cannot be known: "countries_unknown".
    int n = 0;     ///< Observed rows on which it rests.
    std::optional<double> coverage{};  ///< Share of the cells it is about that are known, in [0, 1].

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Figure::id),
            field("value", &Figure::value),
            field("suppressed", &Figure::suppressed),
            field("reason", &Figure::reason),
            field("n", &Figure::n),
            field("coverage", &Figure::coverage),
        };
    }
};

/// How far a question may be shown.
enum class Shown {
    full,       ///< Every observed row by name.
    limited,    ///< By name where the respondent agreed; figures over all observed rows.
    aggregate,  ///< Figures only.
    hidden,     ///< Nothing; `hidden_reason` says why.
};
constexpr auto names(Shown) {
    return std::to_array<std::string_view>({"full", "limited", "aggregate", "hidden"});
}

struct QuestionReport {
    QuestionId id{};
    QuestionKey key = QuestionKey::know;
    std::optional<std::string> relation;  ///< What an imported network calls its ties, instead of the key.
    Sensitivity sensitivity = Sensitivity::open;
    std::vector<surveys::SeriesBreak> breaks;  ///< Why figures are no continuation of the last wave's.
    Shown shown = Shown::full;
    std::optional<std::string> hidden_reason;
    int observed_rows = 0;
    int named_rows = 0;
    std::vector<Figure> figures;
    std::optional<InformantAgreement>
        agreement;  ///< Open questions only; empty where one person answers for each member.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &QuestionReport::id),
            field("key", &QuestionReport::key),
            field("relation", &QuestionReport::relation),
            field("sensitivity", &QuestionReport::sensitivity),
            field("breaks", &QuestionReport::breaks),
            field("shown", &QuestionReport::shown),
            field("hidden_reason", &QuestionReport::hidden_reason),
            field("observed_rows", &QuestionReport::observed_rows),
            field("named_rows", &QuestionReport::named_rows),
            field("figures", &QuestionReport::figures),
            field("agreement", &QuestionReport::agreement),
        };
    }
};

/// A member on the map. Its figures are about MapReport::question, over rows by name.
struct MapNode {
    WaveMemberId id{};
    std::string actor;  ///< The same in every wave of the cluster, so that waves can be compared.
    std::string label;
    std::string kind;
    std::string country_code;
    std::optional<std::string> subsector;
    std::optional<std::string> subgroup;
    std::optional<bool> participates_in_programme;  ///< Empty: not stated, which is not "no".
    bool is_facilitator = false;
    bool is_asked = true;  ///< Not asked: it stands on the roster, and others can name it.
    bool answered = false;
    std::vector<QuestionKey> known_rows;  ///< Questions whose row is known by name: there, no tie means no.
    double x = 0;                         ///< In [-1, 1].
    double y = 0;                         ///< In [-1, 1], downward.
    int community = 0;
    std::optional<int> indegree;        ///< Nothing below 65% response: too many could not name anybody.
    std::optional<int> outdegree;       ///< As indegree, and nothing when the row is not known by name.
    std::optional<double> betweenness;  ///< Nothing below 80% response.
    int core = 0;
    std::optional<double>
        indegree_share;  ///< Of those who could name it; as indegree, and nothing when nobody could.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &MapNode::id),
            field("actor", &MapNode::actor),
            field("label", &MapNode::label),
            field("kind", &MapNode::kind),
            field("country_code", &MapNode::country_code),
            field("subsector", &MapNode::subsector),
            field("subgroup", &MapNode::subgroup),
            field("participates_in_programme", &MapNode::participates_in_programme),
            field("is_facilitator", &MapNode::is_facilitator),
            field("is_asked", &MapNode::is_asked),
            field("answered", &MapNode::answered),
            field("known_rows", &MapNode::known_rows),
            field("x", &MapNode::x),
            field("y", &MapNode::y),
            field("community", &MapNode::community),
            field("indegree", &MapNode::indegree),
            field("outdegree", &MapNode::outdegree),
            field("betweenness", &MapNode::betweenness),
            field("core", &MapNode::core),
            field("indegree_share", &MapNode::indegree_share),
        };
    }
};

struct MapTie {
    WaveMemberId from{};
    WaveMemberId to{};
    QuestionKey question = QuestionKey::know;
    int value = 1;
    /// Only one side said it: the other did not name this one, or its row is not known by name. Draw it
    /// dashed.
    bool one_sided = false;
    bool mutual = false;       ///< Each named the other.
    bool is_disputed = false;  ///< The other says that it is wrong (right of reply).

    static constexpr auto fields() {
        return std::tuple{
            field("from", &MapTie::from),
            field("to", &MapTie::to),
            field("question", &MapTie::question),
            field("value", &MapTie::value),
            field("one_sided", &MapTie::one_sided),
            field("mutual", &MapTie::mutual),
            field("is_disputed", &MapTie::is_disputed),
        };
    }
};

struct MapReport {
    QuestionKey question = QuestionKey::know;  ///< On which the figures of the nodes rest.
    std::vector<QuestionKey> layout_from;
    std::vector<MapNode> nodes;
    std::vector<MapTie> ties;

    static constexpr auto fields() {
        return std::tuple{
            field("question", &MapReport::question),
            field("layout_from", &MapReport::layout_from),
            field("nodes", &MapReport::nodes),
            field("ties", &MapReport::ties),
        };
    }
};

/// How much of knowing becomes communicating, sharing sensitive information, working together.
struct FunnelStep {
    QuestionKey key = QuestionKey::know;
    std::optional<std::int64_t> ties;
    std::int64_t possible = 0;  ///< Ties that the observed rows could hold.
    std::optional<double> share;
    std::optional<QuestionKey> base;  ///< The gate: the question whose ties this one was asked about.
    /// Of the ties of the base, over rows observed in both: the share that are ties here too.
    std::optional<double> share_of_base;
    bool suppressed = false;

    static constexpr auto fields() {
        return std::tuple{
            field("key", &FunnelStep::key),
            field("ties", &FunnelStep::ties),
            field("possible", &FunnelStep::possible),
            field("share", &FunnelStep::share),
            field("base", &FunnelStep::base),
            field("share_of_base", &FunnelStep::share_of_base),
            field("suppressed", &FunnelStep::suppressed),
        };
    }
};

/// How many members have regular contact with organizations of one kind.
struct ExternalKindShare {
    ExternalKind kind = ExternalKind::other;
    int organizations = 0;          ///< Of that kind on the list.
    std::optional<int> members{};   ///< Nothing below 65% response.
    std::optional<double> share{};  ///< Of the members who answered, in [0, 1].

    static constexpr auto fields() {
        return std::tuple{
            field("kind", &ExternalKindShare::kind),
            field("organizations", &ExternalKindShare::organizations),
            field("members", &ExternalKindShare::members),
            field("share", &ExternalKindShare::share),
        };
    }
};

/// An organization outside the cluster.
struct ExternalOrganization {
    WaveMemberId id{};
    std::string label{};
    ExternalKind kind = ExternalKind::other;
    std::optional<int> members{};          ///< Who deal with it at all; nothing unless the question is open.
    std::optional<int> regular_members{};  ///< Monthly or more often.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &ExternalOrganization::id),
            field("label", &ExternalOrganization::label),
            field("kind", &ExternalOrganization::kind),
            field("members", &ExternalOrganization::members),
            field("regular_members", &ExternalOrganization::regular_members),
        };
    }
};

struct ExternalReport {
    Sensitivity sensitivity = Sensitivity::open;
    int observed_rows = 0;
    disclosure::ReportLevel level = disclosure::ReportLevel::interval_only;  ///< Of this question alone.
    std::vector<ExternalKindShare> kinds;
    std::vector<ExternalOrganization> organizations;

    static constexpr auto fields() {
        return std::tuple{
            field("sensitivity", &ExternalReport::sensitivity),
            field("observed_rows", &ExternalReport::observed_rows),
            field("level", &ExternalReport::level),
            field("kinds", &ExternalReport::kinds),
            field("organizations", &ExternalReport::organizations),
        };
    }
};

struct NetworkReport {
    WaveHead wave;
    ResponseSummary response;
    std::vector<Sentence> sentences;  ///< Exactly five.
    std::vector<QuestionReport> questions;
    MapReport map;
    std::vector<FunnelStep> funnel;
    std::optional<ExternalReport> externals;  ///< Empty when the wave asks about no organization outside.
    std::optional<Freeze> frozen;             ///< Empty while the results may still change.
    std::string engine_version;
    std::string input_hash;  ///< Equal inputs give equal reports.

    static constexpr auto fields() {
        return std::tuple{
            field("wave", &NetworkReport::wave),
            field("response", &NetworkReport::response),
            field("sentences", &NetworkReport::sentences),
            field("questions", &NetworkReport::questions),
            field("map", &NetworkReport::map),
            field("funnel", &NetworkReport::funnel),
            field("externals", &NetworkReport::externals),
            field("frozen", &NetworkReport::frozen),
            field("engine_version", &NetworkReport::engine_version),
            field("input_hash", &NetworkReport::input_hash),
        };
    }
};

}  // namespace konbit::networks
