// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/networks/network_file.hpp"
#include "features/permission/capabilities.hpp"
#include "features/surveys/wave.hpp"

#include <optional>
#include <string>
#include <vector>

/// A network that was collected elsewhere as an answered wave of a cluster that is here.
namespace konbit::networks {

/// Which member an actor of the file is.
struct ActorMatch {
    std::string actor;                          ///< As the file names it.
    std::optional<MembershipId> membership_id;  ///< Empty: it is no member, and is left out with its ties.

    static constexpr auto fields() {
        return std::tuple{
            field("actor", &ActorMatch::actor),
            field("membership_id", &ActorMatch::membership_id),
        };
    }
};

struct WaveImport {
    std::string title;
    QuestionKey question = QuestionKey::know;  ///< Which question it answers; an open one.
    std::string source;                        ///< Who collected it, and how.
    Date collected_on{};
    NetworkFileFormat format = NetworkFileFormat::matrix;
    std::string content;  ///< The file.
    bool is_undirected = false;
    std::vector<ActorMatch> matches;   ///< What a person decided; the rest is matched by name.
    std::vector<std::string> missing;  ///< Actors of whom nobody asked: their row is unknown, not empty.

    static constexpr auto fields() {
        return std::tuple{
            field("title", &WaveImport::title),
            field("question", &WaveImport::question),
            field("source", &WaveImport::source),
            field("collected_on", &WaveImport::collected_on),
            field("format", &WaveImport::format),
            field("content", &WaveImport::content),
            field("is_undirected", &WaveImport::is_undirected).defaulted(),
            field("matches", &WaveImport::matches).defaulted(),
            field("missing", &WaveImport::missing).defaulted(),
        };
    }
};

/// An actor of the file and what becomes of it.
struct ActorPreview {
    std::string actor;
    std::optional<MembershipId> membership_id;  ///< The member that it is, or may be.
    bool is_decided =
        false;  ///< By a person, or because the names are the same. Names that are only alike decide nothing.
    int named = 0;  ///< Whom it names, members only.

    static constexpr auto fields() {
        return std::tuple{
            field("actor", &ActorPreview::actor),
            field("membership_id", &ActorPreview::membership_id),
            field("is_decided", &ActorPreview::is_decided),
            field("named", &ActorPreview::named),
        };
    }
};

/// A member that an actor can be.
struct ImportMember {
    MembershipId id{};
    std::string label;
    std::string name;  ///< Of the organization.
    std::string country_code;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &ImportMember::id),
            field("label", &ImportMember::label),
            field("name", &ImportMember::name),
            field("country_code", &ImportMember::country_code),
        };
    }
};

struct WaveImportPreview {
    std::vector<ActorPreview> actors;
    std::vector<ImportMember> members;  ///< All that the wave will have; those without an actor get no row.
    int ties = 0;                       ///< Between members; an undirected one counts once in each direction.
    int undecided = 0;                  ///< Actors that still need a decision.

    static constexpr auto fields() {
        return std::tuple{
            field("actors", &WaveImportPreview::actors),
            field("members", &WaveImportPreview::members),
            field("ties", &WaveImportPreview::ties),
            field("undecided", &WaveImportPreview::undecided),
        };
    }
};

/// What an import would do. Writes nothing.
/// @return The errors of read_network_file(); ErrorCode::invalid with "/title" or "/source" "required",
///         "/question" "not_allowed" for one that is not open, "/collected_on" "in_future", "/matches"
///         "taken" when two actors are one member, "not_found" for an actor or a member that is not there.
Result<WaveImportPreview> preview_import(App& app, const Facilitator& by, const WaveImport& import);

/// Makes the wave: today's roster, one question, the rows of the file; closed, labelled with its source. All
/// or nothing.
/// @return The errors of preview_import(); ErrorCode::conflict "undecided" while actors need a decision,
///         "roster_too_small" or "roster_too_large".
Result<Wave> import_wave(App& app, const Facilitator& by, const WaveImport& import);

}  // namespace konbit::networks
