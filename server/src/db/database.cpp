// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"

#include "db/circumstance.hpp"
#include "db/companion.hpp"
#include "db/postgres/database.hpp"
#include "db/sqlite/database.hpp"

namespace konbit::db {

namespace {

/// A write that is told why the thread that waits for it writes.
class Informed final : public detail::Task {
  public:
    explicit Informed(detail::Task& task) : task_(task) { is_large = task.is_large; }

    bool run(Session& session) override {
        const Circumstance::Shown shown(circumstance_);
        return task_.run(session);
    }

  private:
    detail::Task& task_;
    Circumstance* circumstance_ = Circumstance::present();
};

/// A write and what goes along with it when it is kept.
class Accompanied final : public detail::Task {
  public:
    Accompanied(detail::Task& task, const std::function<void(Session&)>& work) : task_(task), work_(work) {}

    bool run(Session& session) override {
        is_kept_ = task_.run(session);
        if (is_kept_) work_(session);
        return is_kept_;
    }
    bool is_kept() const { return is_kept_; }

  private:
    detail::Task& task_;
    const std::function<void(Session&)>& work_;
    bool is_kept_ = false;
};

}  // namespace

std::unique_ptr<Database> Database::open(const std::string& where, Options options) {
    const bool is_server = where.starts_with("postgres://") || where.starts_with("postgresql://");
    if (is_server) return std::make_unique<postgres::Database>(where, options);
    return std::make_unique<sqlite::Database>(where, options);
}

void Database::run_write_in_company(detail::Task& task) {
    Informed informed(task);
    Companion* const companion = Companion::waiting();
    if (!companion) return run_write(informed);
    Accompanied both(informed, companion->work_);
    both.is_large = task.is_large;
    run_write(both);
    companion->has_joined_ = both.is_kept();
}

}  // namespace konbit::db
