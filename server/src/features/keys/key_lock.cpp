// SPDX-License-Identifier: Apache-2.0
#include "features/keys/key_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace konbit::keys {

KeyLock::KeyLock(const std::filesystem::path& folder) {
    const auto path = folder / "lock";
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file_ < 0) throw std::system_error(errno, std::generic_category(), path.string());
    while (::flock(file_, LOCK_EX) != 0)
        if (errno != EINTR) throw std::system_error(errno, std::generic_category(), path.string());
}

KeyLock::~KeyLock() { ::close(file_); }

}  // namespace konbit::keys
