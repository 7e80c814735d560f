// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/database.hpp"
#include "db/migrate.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace konbit::db::testing {

/// A new, migrated, empty database that is deleted at the end. Made from a template that each test program
/// migrates once. PostgreSQL needs the address of a temporary cluster in KONBIT_TEST_POSTGRES (see
/// tools/with-postgres): without it the constructor throws, so that the tests fail rather than pass unseen.
class TemporaryDatabase {
  public:
    explicit TemporaryDatabase(Engine engine, Options options = {});
    TemporaryDatabase(const TemporaryDatabase&) = delete;
    TemporaryDatabase& operator=(const TemporaryDatabase&) = delete;
    ~TemporaryDatabase();

    Database& operator*() { return *database_; }
    Database* operator->() { return database_.get(); }
    /// What Database::open takes: for a second connection from outside.
    const std::string& where() const { return where_; }

  private:
    Engine engine_;
    std::string where_;
    std::unique_ptr<Database> database_;
};

/// Base of store tests: one body, run on both databases.
///   class OrganizationStore : public db::testing::OnBothDatabases {};
///   KONBIT_ON_BOTH_DATABASES(OrganizationStore);
///   TEST_P(OrganizationStore, FindsWhatItInserted) { db().write([](db::Session& session) { … }); }
class OnBothDatabases : public ::testing::TestWithParam<Engine> {
  protected:
    Database& db() { return *database_; }
    const std::string& where() const { return database_.where(); }
    /// Runs a script with the tokens of migrations.
    void script(std::string_view sql);

  private:
    TemporaryDatabase database_{GetParam()};
};

}  // namespace konbit::db::testing

#define KONBIT_ON_BOTH_DATABASES(Fixture)                                                               \
    INSTANTIATE_TEST_SUITE_P(                                                                           \
        Database, Fixture, ::testing::Values(konbit::db::Engine::sqlite, konbit::db::Engine::postgres), \
        [](const auto& parameter) { return std::string(konbit::name_of(parameter.param)); })
