// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/backings/backing.hpp"

namespace konbit {

/// May say whether an organization stands behind a cluster. Nobody may for the own request.
class BackingJudge {
  public:
    const BackingId& backing() const { return backing_; }
    const AccountId& account() const { return account_; }

  private:
    friend struct Policies;
    BackingJudge(BackingId backing, AccountId account) : backing_(backing), account_(account) {}
    BackingId backing_;
    AccountId account_;
};

}  // namespace konbit
