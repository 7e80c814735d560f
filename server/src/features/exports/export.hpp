// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/research/research.hpp"
#include "features/surveys/wave.hpp"

#include <optional>
#include <string>

/// Files that leave with something of a wave in them. Each says who took it out, for what, and under which
/// consent; and stands in a list. Nothing of a sealed question is ever in one.
namespace konbit {

using ExportId = Id<struct ExportTag>;

/// What a file is for decides whose answers may be in it.
enum class ExportPurpose {
    facilitation,  ///< The facilitator's own work: what the page of results shows by name.
    evaluation,    ///< Reports to ministries and funders: released totals, nobody by name.
    members,       ///< A map for the members: open questions, of those who agreed to that.
    research,      ///< Without names, of those who agreed to that.
};
constexpr auto names(ExportPurpose) {
    return std::to_array<std::string_view>({"facilitation", "evaluation", "members", "research"});
}

enum class ExportContent {
    members,  ///< Who is on the map, with counts.
    ties,     ///< Who named whom, in one question.
    map,      ///< A figure of the page of results, or its table, as its facilitator sees it.
    funnel,   ///< A figure of released totals, or its table; nobody by name.
};
constexpr auto names(ExportContent) {
    return std::to_array<std::string_view>({"members", "ties", "map", "funnel"});
}

/// A table, or a network as another program reads it.
enum class ExportFormat {
    csv,      ///< A list of ties and a table of members.
    matrix,   ///< A table with members in rows and columns.
    graphml,  ///< igraph, networkx, Gephi, visone.
    gexf,     ///< Gephi, with all waves up to this one.
    pajek,
    dl,      ///< UCINET.
    vna,     ///< NetDraw.
    json,    ///< As `konbit network convert` writes it.
    rsiena,  ///< A matrix for each wave up to this one, and R code that opens them.
};
constexpr auto names(ExportFormat) {
    return std::to_array<std::string_view>(
        {"csv", "matrix", "graphml", "gexf", "pajek", "dl", "vna", "json", "rsiena"});
}

/// One file that was taken out.
struct Export {
    ExportId id{};
    WaveId wave_id{};
    std::optional<AccountId> account_id;
    ExportContent content = ExportContent::members;
    std::optional<QuestionKey> question;
    ExportPurpose purpose = ExportPurpose::facilitation;
    std::optional<ExportFormat> format;  ///< Of a network for another program; it may hold earlier waves too.
    int answered = 0;
    int asked = 0;
    std::optional<std::string> sha256;            ///< Of the table; of a drawing, of the table behind it.
    std::optional<ResearchRequestId> request_id;  ///< Of a file for research: what it left under.
    Instant exported_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Export::id, Access::read_only),
            field("wave_id", &Export::wave_id, Access::read_only),
            field("account_id", &Export::account_id, Access::read_only),
            field("content", &Export::content),
            field("question", &Export::question),
            field("purpose", &Export::purpose),
            field("format", &Export::format, Access::read_only),
            field("answered", &Export::answered, Access::read_only),
            field("asked", &Export::asked, Access::read_only),
            field("sha256", &Export::sha256, Access::read_only),
            field("request_id", &Export::request_id, Access::read_only),
            field("exported_at", &Export::exported_at, Access::read_only),
        };
    }
};

/// An export with the words that its file carries.
struct StampedExport : Export {
    std::string stamp;  ///< In the language of whoever asks.

    static constexpr auto fields() {
        return std::tuple_cat(Export::fields(),
                              std::tuple{field("stamp", &StampedExport::stamp, Access::read_only)});
    }
};

/// In which language the words of a stamp are.
struct StampLanguage {
    std::string lang;  ///< Read by pages::words_for.

    static constexpr auto fields() { return std::tuple{field("lang", &StampLanguage::lang).defaulted()}; }
};

}  // namespace konbit
