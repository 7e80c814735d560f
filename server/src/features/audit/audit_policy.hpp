// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/policies.hpp"

namespace konbit::audit {

/// Runs the installation, and so may read who did what on it.
class Auditor {
  public:
    static Result<Auditor> ask(App&, const http::Request&);

  private:
    Auditor() = default;
};

inline constexpr http::Policy<App, Auditor> may_audit{"administrator", {Role::administrator}, &Auditor::ask};

}  // namespace konbit::audit
