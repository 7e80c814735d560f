// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"

#include <filesystem>
#include <string>

namespace konbit {

/// What `konbit audit verify` was told.
struct AuditVerification {
    std::string from;             ///< First day, "YYYY-MM-DD"; empty for everything that is kept.
    std::filesystem::path heads;  ///< Lines of `konbit audit head` that were kept elsewhere; may be empty.
};

/// Follows the chain of every node and holds it against the heads that were kept. Prints where each chain
/// ends, and each entry that was changed, removed, put in or moved.
/// @return 0 when every chain is whole, else 1.
int verify_audit(const Config& config, const AuditVerification& wanted);

/// Prints "day node number head" for each finished day and the present end of every chain.
int print_audit_heads(const Config& config);

/// Prints for every route what its use leaves in the audit log and in the log of outside readers, and under
/// which policy: "GET /api/waves/{id}/network | analyst of the cluster's network | read | results".
int list_audited_routes(const Config& config);

}  // namespace konbit
