// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/brokerage.hpp"
#include "engine/network/closeness.hpp"
#include "engine/network/communities.hpp"
#include "engine/network/components.hpp"
#include "engine/network/contacts.hpp"
#include "engine/network/core_periphery.hpp"
#include "engine/network/cut_points.hpp"
#include "engine/network/dyad_census.hpp"
#include "engine/network/eigenvector.hpp"
#include "engine/network/graph.hpp"
#include "engine/network/hubs.hpp"
#include "engine/network/krackhardt.hpp"
#include "engine/network/paths.hpp"
#include "engine/network/strength.hpp"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace konbit::network {

struct ReportOptions {
    std::span<const int> group_of{};  ///< Group of each actor, negative = unknown; empty = no grouping given.
    const Strengths* strengths = nullptr;  ///< Where ties have weights; must live as long as the analysis.
    CommunitySearch community_search{};
    int threads = 0;  ///< For path searches: 0 = as many as help. The values do not depend on it.
};

/// What metrics share. Each part is worked out when the first metric asks for it: a report costs what it
/// shows.
///
/// For one thread.
class Analysis {
  public:
    /// @param network  Must live as long as the analysis.
    Analysis(const Graph& network, const ReportOptions& how) : graph_(network), options_(how) {}

    const Graph& graph() const { return graph_; }
    bool has_groups() const { return !options_.group_of.empty(); }
    std::span<const int> group_of() const { return options_.group_of; }
    const Strengths* strengths() const { return options_.strengths; }

    /// Direction dropped.
    const Graph& ties() const;
    const Contacts& contacts() const;
    const DyadCensus& dyads() const;
    const Components& weak() const;
    const Components& strong() const;
    const PathStatistics& paths() const;
    const CutPoints& cuts() const;
    const std::optional<EigenvectorCentrality>& eigenvector() const;
    const std::array<std::int64_t, 16>& triads() const;
    const std::vector<double>& clustering() const;
    const Communities& communities() const;
    const KrackhardtDimensions& krackhardt() const;
    const DistanceSums& distances_out() const;
    const DistanceSums& distances_in() const;
    const DistanceSums& distances_undirected() const;
    const std::optional<HubsAndAuthorities>& hubs() const;
    const std::optional<CorePeriphery>& core_periphery() const;
    const Brokerage& brokerage() const;

  private:
    /// A value that is made once, on first use.
    template <class T>
    class Lazy {
      public:
        template <class Make>
        const T& get(Make make) {
            if (!value_) value_.emplace(make());
            return *value_;
        }

      private:
        std::optional<T> value_;
    };

    const Graph& graph_;
    ReportOptions options_;
    mutable Lazy<Graph> ties_;
    mutable Lazy<Contacts> contacts_;
    mutable Lazy<DyadCensus> dyads_;
    mutable Lazy<Components> weak_, strong_;
    mutable Lazy<PathStatistics> paths_;
    mutable Lazy<CutPoints> cuts_;
    mutable Lazy<std::optional<EigenvectorCentrality>> eigenvector_;
    mutable Lazy<std::array<std::int64_t, 16>> triads_;
    mutable Lazy<std::vector<double>> clustering_;
    mutable Lazy<Communities> communities_;
    mutable Lazy<KrackhardtDimensions> krackhardt_;
    mutable Lazy<DistanceSums> distances_out_, distances_in_, distances_undirected_;
    mutable Lazy<std::optional<HubsAndAuthorities>> hubs_;
    mutable Lazy<std::optional<CorePeriphery>> core_periphery_;
    mutable Lazy<Brokerage> brokerage_;
};

}  // namespace konbit::network
