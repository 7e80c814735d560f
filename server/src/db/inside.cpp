// SPDX-License-Identifier: Apache-2.0
#include "db/inside.hpp"

#include <stdexcept>

namespace konbit::db {

namespace {

thread_local const void* current = nullptr;

}  // namespace

void Inside::refuse_nesting(const void* database) {
    if (current == database) throw std::logic_error("a closure of the database called read or write again");
}

Inside::Inside(const void* database) : outer_(current) {
    refuse_nesting(database);
    current = database;
}

Inside::~Inside() { current = outer_; }

}  // namespace konbit::db
