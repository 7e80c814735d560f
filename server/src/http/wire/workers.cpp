// SPDX-License-Identifier: Apache-2.0
#include "http/wire/workers.hpp"

namespace konbit::http {

Workers::Workers(unsigned threads, std::size_t queue_limit) : queue_limit_(queue_limit) {
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { serve(); });
}

Workers::~Workers() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    ready_.notify_all();
    threads_.clear();
}

bool Workers::try_run(Work& work) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_ || queue_.size() >= queue_limit_) return false;
        queue_.push_back(std::move(work));
    }
    ready_.notify_one();
    return true;
}

void Workers::serve() {
    std::unique_lock lock(mutex_);
    while (true) {
        ready_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
        if (stopping_) return;
        auto work = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        work();
        work = nullptr;  // what it holds is let go outside the lock
        lock.lock();
    }
}

}  // namespace konbit::http
