// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/roles/role_offer.hpp"

#include <string>
#include <vector>

namespace konbit {

/// What goes over when a facilitator leaves. All but the first two is the cluster's and stays with it.
enum class TaskKind {
    invitations,      ///< Open, sent by the leaving facilitator: from now on the successor's.
    imports,          ///< Tables not yet written, brought by the leaving facilitator.
    open_waves,       ///< Asked at this moment.
    awaited_answers,  ///< Of open waves.
    introductions,    ///< Made, and the two have not met.
    agreements,       ///< That have not ended.
};
constexpr auto names(TaskKind) {
    return std::to_array<std::string_view>(
        {"invitations", "imports", "open_waves", "awaited_answers", "introductions", "agreements"});
}

struct Task {
    TaskKind kind = TaskKind::open_waves;
    std::int64_t count = 0;

    static constexpr auto fields() {
        return std::tuple{field("kind", &Task::kind, Access::read_only),
                          field("count", &Task::count, Access::read_only)};
    }
};

/// Where the hand-over of one cluster stands.
struct Handover {
    std::string cluster_name;
    std::vector<Task> tasks;          ///< Each kind once.
    std::vector<RoleOffer> offers;    ///< Successors who were asked and have not answered.
    std::vector<std::string> others;  ///< Names of those who run the cluster as well.

    static constexpr auto fields() {
        return std::tuple{
            field("cluster_name", &Handover::cluster_name, Access::read_only),
            field("tasks", &Handover::tasks, Access::read_only),
            field("offers", &Handover::offers, Access::read_only),
            field("others", &Handover::others, Access::read_only),
        };
    }
};

/// Who is asked to take over.
struct SuccessorDraft {
    std::string name;
    std::string email;
    std::string language = "en";

    static constexpr auto fields() {
        return std::tuple{field("name", &SuccessorDraft::name), field("email", &SuccessorDraft::email),
                          field("language", &SuccessorDraft::language).defaulted()};
    }
};

}  // namespace konbit
