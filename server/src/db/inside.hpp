// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace konbit::db {

/// Marks that this thread runs a closure of a database, so that a nested call fails at once and not as a
/// deadlock.
class Inside {
  public:
    /// @throws std::logic_error when a closure of the same database already runs on this thread.
    explicit Inside(const void* database);
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside();

    /// For callers that hand the closure to another thread.
    static void refuse_nesting(const void* database);

  private:
    const void* outer_;
};

}  // namespace konbit::db
