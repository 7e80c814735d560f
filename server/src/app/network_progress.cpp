// SPDX-License-Identifier: Apache-2.0
#include "app/network_progress.hpp"

#include "app/whole_file.hpp"

#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ostream>

namespace konbit {
namespace {

std::atomic<Watch*> watched = nullptr;
static_assert(std::atomic<Watch*>::is_always_lock_free);

void stop_watched(int) {
    Watch* const watch = watched;
    if (watch == nullptr || watch->is_stopped()) {
        remove_unfinished();
        std::_Exit(interrupted);
    }
    watch->stop();
}

}  // namespace

NetworkProgress::NetworkProgress(std::ostream& err) : err_(err) {
    watched = &watch_;
    before_interrupt_ = std::signal(SIGINT, stop_watched);
    before_term_ = std::signal(SIGTERM, stop_watched);
    teller_ = std::jthread([this](const std::stop_token& stop) { tell(stop); });
}

NetworkProgress::~NetworkProgress() { fall_silent(); }

void NetworkProgress::fall_silent() {
    if (!teller_.joinable()) return;
    teller_ = {};
    std::signal(SIGINT, before_interrupt_);
    std::signal(SIGTERM, before_term_);
    watched = nullptr;
}

void NetworkProgress::tell(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    bool has_told = false;
    while (!wakes_.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; }) &&
           !stop.stop_requested()) {
        end_program_if_stopped();
        err_ << fmt::format("\r{:3.0f}%", 100 * watch_.share()) << std::flush;
        has_told = true;
    }
    if (has_told) err_ << "\r    \r" << std::flush;
}

/// Not all work looks at the watch, and none of it does in every loop.
void NetworkProgress::end_program_if_stopped() const {
    if (!watch_.is_stopped()) return;
    err_ << "\r    \rinterrupted\n" << std::flush;
    remove_unfinished();
    std::_Exit(interrupted);
}

}  // namespace konbit
