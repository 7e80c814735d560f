// SPDX-License-Identifier: Apache-2.0
#include "db/testing/fixture.hpp"

#include "db/postgres/connection.hpp"

#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace konbit::db::testing {

namespace {

namespace fs = std::filesystem;

std::string unique_name() {
    static std::atomic<int> next{0};
    return "konbit_test_" + std::to_string(getpid()) + "_" + std::to_string(next++);
}

void migrate_now(const std::string& where) {
    const auto database = Database::open(where);
    if (!migrate(*database, Instant{}))
        throw std::runtime_error("the template of the test databases cannot be migrated");
}

/// A folder of this program, removed when it ends.
class Folder {
  public:
    Folder() : path_(fs::temp_directory_path() / unique_name()) { fs::create_directory(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    fs::path operator/(const std::string& name) const { return path_ / name; }

  private:
    fs::path path_;
};

const Folder& folder() {
    static const Folder made;
    return made;
}

const fs::path& sqlite_template() {
    static const fs::path path = [] {
        const fs::path file = folder() / "template.db";
        migrate_now(file.string());
        return file;
    }();
    return path;
}

std::string new_file() {
    const fs::path file = folder() / (unique_name() + ".db");
    fs::copy_file(sqlite_template(), file);
    return file.string();
}

/// The address of one database of the temporary cluster.
std::string server_address(const std::string& database) {
    const char* const base = std::getenv("KONBIT_TEST_POSTGRES");
    if (base == nullptr)
        throw std::runtime_error("KONBIT_TEST_POSTGRES is not set: run the tests by tools/with-postgres");
    std::string address = base;
    const auto path = address.find('/', address.find("//") + 2);
    const auto query = std::min(address.find('?', path), address.size());
    return address.substr(0, path) + "/" + database + address.substr(query);
}

void administer(const std::string& sql) {
    postgres::Connection connection(server_address("postgres"), {});
    connection.script(sql);
}

/// Made once by each program and dropped when it ends.
class ServerTemplate {
  public:
    ServerTemplate() : name_(unique_name()) {
        administer("CREATE DATABASE " + name_ +
                   " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        migrate_now(server_address(name_));
    }
    ServerTemplate(const ServerTemplate&) = delete;
    ServerTemplate& operator=(const ServerTemplate&) = delete;
    ~ServerTemplate() {
        try {
            administer("DROP DATABASE " + name_);
        } catch (...) {  // NOLINT(bugprone-empty-catch): a temporary cluster goes with whatever is left in it
        }
    }
    const std::string& name() const { return name_; }

  private:
    std::string name_;
};

std::string new_server_database() {
    static const ServerTemplate source;
    const std::string name = unique_name();
    administer("CREATE DATABASE " + name + " TEMPLATE " + source.name() + " STRATEGY file_copy");
    return server_address(name);
}

std::string database_name(const std::string& address) {
    const auto path = address.find('/', address.find("//") + 2) + 1;
    return address.substr(path, address.find('?', path) - path);
}

}  // namespace

TemporaryDatabase::TemporaryDatabase(Engine engine, Options options)
    : engine_(engine),
      where_(engine == Engine::sqlite ? new_file() : new_server_database()),
      database_(Database::open(where_, options)) {}

TemporaryDatabase::~TemporaryDatabase() {
    database_.reset();
    if (engine_ == Engine::sqlite) {
        for (const char* const suffix : {"", "-wal", "-shm"}) fs::remove(where_ + suffix);
    } else {
        administer("DROP DATABASE " + database_name(where_) + " WITH (FORCE)");
    }
}

void OnBothDatabases::script(std::string_view sql) {
    db().write([&](Session& session) { session.script(expand(sql, session.engine())); });
}

}  // namespace konbit::db::testing
