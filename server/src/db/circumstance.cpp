// SPDX-License-Identifier: Apache-2.0
#include "db/circumstance.hpp"

#include <utility>

namespace konbit::db {

namespace {

thread_local Circumstance* of_this_thread = nullptr;

}  // namespace

Circumstance::Circumstance() : before_(std::exchange(of_this_thread, this)) {}
Circumstance::~Circumstance() { of_this_thread = before_; }

Circumstance* Circumstance::present() { return of_this_thread; }

Circumstance::Shown::Shown(Circumstance* shown) : before_(std::exchange(of_this_thread, shown)) {}
Circumstance::Shown::~Shown() { of_this_thread = before_; }

}  // namespace konbit::db
