// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace konbit::db {

class Session;

/// Work that joins the next write of this thread that is kept, in the same transaction: it holds exactly when
/// that write holds, whatever happens to the process. Writes that are taken back do not use it up.
///
/// One thread has at most one at a time. The closures that it joins know nothing of it.
class Companion {
  public:
    /// @param work  Runs after the closure of the write; throws to take the whole write back.
    explicit Companion(std::function<void(Session&)> work);
    Companion(const Companion&) = delete;
    Companion& operator=(const Companion&) = delete;
    ~Companion();

    /// Whether a write has been kept with it.
    bool has_joined() const { return has_joined_; }

  private:
    friend class Database;
    /// The one that waits on this thread; null when there is none, or it has joined already.
    static Companion* waiting();

    std::function<void(Session&)> work_;
    bool has_joined_ = false;
};

}  // namespace konbit::db
