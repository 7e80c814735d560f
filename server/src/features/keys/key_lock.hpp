// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace konbit::keys {

/// Held while a file of keys is written or removed, against other threads and processes: a key that is
/// destroyed while another process wraps it anew must not come back.
class KeyLock {
  public:
    /// Waits until nobody else holds it.
    /// @throws std::system_error  When the folder cannot be written.
    explicit KeyLock(const std::filesystem::path& folder);
    ~KeyLock();
    KeyLock(const KeyLock&) = delete;
    KeyLock& operator=(const KeyLock&) = delete;

  private:
    int file_;
};

}  // namespace konbit::keys
