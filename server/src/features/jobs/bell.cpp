// SPDX-License-Identifier: Apache-2.0
#include "features/jobs/bell.hpp"

namespace konbit::jobs {

void Bell::ring() {
    const std::scoped_lock lock(mutex_);
    ++rings_;
    changed_.notify_all();
}

std::uint64_t Bell::rings() const {
    const std::scoped_lock lock(mutex_);
    return rings_;
}

std::uint64_t Bell::wait(std::uint64_t heard, std::chrono::milliseconds longest) const {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, longest, [&] { return rings_ > heard; });
    return rings_;
}

Bell& bell() {
    static Bell one;
    return one;
}

}  // namespace konbit::jobs
