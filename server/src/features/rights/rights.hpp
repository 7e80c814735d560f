// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/links/invitation.hpp"
#include "features/surveys/wave.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What people may do about the answers they gave, and about answers that others give of them.
namespace konbit::rights {

/// What the holder of a personal link sees before using a right.
struct OwnRights {
    std::string cluster;
    std::string wave;
    std::string label;  ///< For whom the link answers; empty once nothing tells it any more.
    WaveState wave_state = WaveState::open;
    RespondentState state = RespondentState::invited;
    std::optional<Consent> consent;
    bool shares_with_members = false;
    bool shares_with_research = false;

    static constexpr auto fields() {
        return std::tuple{
            field("cluster", &OwnRights::cluster, Access::read_only),
            field("wave", &OwnRights::wave, Access::read_only),
            field("label", &OwnRights::label, Access::read_only),
            field("wave_state", &OwnRights::wave_state, Access::read_only),
            field("state", &OwnRights::state, Access::read_only),
            field("consent", &OwnRights::consent, Access::read_only),
            field("shares_with_members", &OwnRights::shares_with_members, Access::read_only),
            field("shares_with_research", &OwnRights::shares_with_research, Access::read_only),
        };
    }
};

/// A consent that takes back part of an earlier one.
struct NarrowedConsent {
    Consent consent = Consent::aggregate;
    bool shares_with_members = false;
    bool shares_with_research = false;

    static constexpr auto fields() {
        return std::tuple{
            field("consent", &NarrowedConsent::consent),
            field("shares_with_members", &NarrowedConsent::shares_with_members),
            field("shares_with_research", &NarrowedConsent::shares_with_research),
        };
    }
};

/// Whether an organization objects to being listed in the surveys of one cluster.
struct Objection {
    bool is_objecting = false;
    std::optional<Instant> objected_at;

    static constexpr auto fields() {
        return std::tuple{
            field("is_objecting", &Objection::is_objecting, Access::read_only),
            field("objected_at", &Objection::objected_at, Access::read_only),
        };
    }
};

/// Results that were worked out anew, as a facilitator sees it: no name, no reason.
struct Release {
    std::string cause;  ///< As networks::ReleaseCause.
    std::string results_sha256;
    Instant released_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("cause", &Release::cause, Access::read_only),
            field("results_sha256", &Release::results_sha256, Access::read_only),
            field("released_at", &Release::released_at, Access::read_only),
        };
    }
};

/// How the rights over a wave were used, in numbers.
struct WaveRights {
    std::int64_t declined = 0;     ///< Stay on the roster, and answer nothing.
    std::int64_t withdrawn = 0;    ///< After freezing.
    std::int64_t objected = 0;     ///< Organizations that object to being listed in this cluster's surveys.
    std::int64_t by_name = 0;      ///< Agree that their facilitator sees limited answers by name.
    std::int64_t for_figures = 0;  ///< Agree to totals.
    std::int64_t for_members = 0;
    std::int64_t for_research = 0;
    std::vector<std::string> readers;  ///< Who reads totals, by name: stands in the text agreed to.
    std::vector<Release> releases;     ///< After the first one, oldest first.
    std::optional<Instant>
        names_leave_at;  ///< Empty while a wave of the cluster is open, and once they have left.

    static constexpr auto fields() {
        return std::tuple{
            field("declined", &WaveRights::declined, Access::read_only),
            field("withdrawn", &WaveRights::withdrawn, Access::read_only),
            field("objected", &WaveRights::objected, Access::read_only),
            field("by_name", &WaveRights::by_name, Access::read_only),
            field("for_figures", &WaveRights::for_figures, Access::read_only),
            field("for_members", &WaveRights::for_members, Access::read_only),
            field("for_research", &WaveRights::for_research, Access::read_only),
            field("readers", &WaveRights::readers, Access::read_only),
            field("releases", &WaveRights::releases, Access::read_only),
            field("names_leave_at", &WaveRights::names_leave_at, Access::read_only),
        };
    }
};

/// Who reads the totals of a wave besides its facilitator: at most three names of 1-60 characters.
struct WaveReaders {
    std::vector<std::string> names;

    static constexpr auto fields() { return std::tuple{field("names", &WaveReaders::names)}; }
};

}  // namespace konbit::rights
