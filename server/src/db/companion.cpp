// SPDX-License-Identifier: Apache-2.0
#include "db/companion.hpp"

#include <cassert>
#include <utility>

namespace konbit::db {

namespace {

thread_local Companion* of_this_thread = nullptr;

}  // namespace

Companion::Companion(std::function<void(Session&)> work) : work_(std::move(work)) {
    assert(!of_this_thread);
    of_this_thread = this;
}

Companion::~Companion() { of_this_thread = nullptr; }

Companion* Companion::waiting() {
    return of_this_thread && !of_this_thread->has_joined_ ? of_this_thread : nullptr;
}

}  // namespace konbit::db
