// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace konbit {

/// How many threads to use for work of about `nanoseconds`: all of the machine's, or one if they would not
/// pay off.
inline int useful_threads(double nanoseconds) {
    constexpr double worth_starting = 1e6;
    return nanoseconds < worth_starting ? 1
                                        : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

/// Does the items 0 .. count-1, each once, in no certain order, and returns when all are done.
///
/// For results that do not depend on the number of threads, let each item write to a place of its own.
///
/// @param make_worker  Called once on each thread; what it returns is called with the items, and may own
/// buffers.
template <class MakeWorker>
void parallel_for(int count, int threads, MakeWorker make_worker) {
    std::atomic<int> next = 0;
    const auto work = [&] {
        auto worker = make_worker();
        for (int item = next++; item < count; item = next++) worker(item);
    };
    std::vector<std::jthread> helpers;
    for (int i = 1; i < std::min(threads, count); ++i) helpers.emplace_back(work);
    work();
}

}  // namespace konbit
