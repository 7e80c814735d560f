// SPDX-License-Identifier: Apache-2.0
// What the operations of the bench cost inside SQLite itself: one thread, no HTTP, no permission, no JSON.
// usage: floor DATABASE   (a copy: it is written to)
#include <sqlite3.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr double seconds_each = 2;

sqlite3* database = nullptr;

void must(int status) {
    if (status == SQLITE_OK || status == SQLITE_ROW || status == SQLITE_DONE) return;
    std::fprintf(stderr, "%s\n", sqlite3_errmsg(database));
    std::exit(1);
}

void script(const char* sql) { must(sqlite3_exec(database, sql, nullptr, nullptr, nullptr)); }

class Statement {
  public:
    explicit Statement(const char* sql) { must(sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr)); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement() { sqlite3_finalize(statement_); }

    /// Reads every cell of every row. @return How many bytes they were.
    std::size_t run(const std::vector<std::string>& arguments = {}) {
        for (int i = 0; i < static_cast<int>(arguments.size()); ++i)
            must(sqlite3_bind_text(statement_, i + 1, arguments[static_cast<std::size_t>(i)].c_str(), -1,
                                   SQLITE_TRANSIENT));
        std::size_t bytes = 0;
        int status = sqlite3_step(statement_);
        for (; status == SQLITE_ROW; status = sqlite3_step(statement_)) bytes += row_bytes();
        must(status);
        sqlite3_reset(statement_);
        return bytes;
    }

  private:
    std::size_t row_bytes() {
        std::size_t bytes = 0;
        for (int column = 0; column < sqlite3_column_count(statement_); ++column)
            if (sqlite3_column_text(statement_, column))
                bytes += static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
        return bytes;
    }

    sqlite3_stmt* statement_ = nullptr;
};

/// Repeats the work with 0, 1, 2, … and prints how often it went in a second.
void measure(const char* title, const std::function<std::size_t(std::size_t)>& work) {
    const auto began = Clock::now();
    std::size_t times = 0, bytes = 0;
    std::chrono::duration<double> took{};
    for (; took.count() < seconds_each; took = Clock::now() - began) bytes += work(times++);
    const auto n = static_cast<double>(times);
    std::printf("sqlite\t%s_per_s\t%.0f\nsqlite\t%s_us\t%.1f\nsqlite\t%s_bytes\t%.0f\n", title,
                n / took.count(), title, took.count() * 1e6 / n, title, static_cast<double>(bytes) / n);
}

std::vector<std::string> all_ids() {
    std::vector<std::string> ids;
    const auto keep = [](void* list, int, char** cells, char**) {
        static_cast<std::vector<std::string>*>(list)->emplace_back(cells[0]);
        return 0;
    };
    must(sqlite3_exec(database, "SELECT id FROM organizations ORDER BY slug", keep, &ids, nullptr));
    return ids;
}

void measure_reads() {
    const auto ids = all_ids();
    const std::array<std::string, 8> countries{"TT", "JM", "BB", "GD", "LC", "DM", "AG", "BZ"};
    // Behind U+E00E stand the words of organizations (server/src/db/search.cpp).
    const std::array<std::string, 8> words{"\uE00Ecocoa*", "\uE00Eyachting*", "\uE00Esea* \uE00Emoss*",
                                           "\uE00Espice*", "\uE00Emahogany*", "\uE00Epepper* \uE00Esauce*",
                                           "\uE00Efilm*",  "\uE00Erum*"};
    Statement point("SELECT * FROM organizations WHERE id = ?");
    measure("point", [&](std::size_t i) { return point.run({ids[i * 7919 % ids.size()]}); });

    Statement list(
        "SELECT * FROM organizations WHERE country_code = ? AND kind = ? ORDER BY updated_at DESC, id DESC "
        "LIMIT 50");
    Statement count("SELECT count(*) FROM organizations WHERE country_code = ? AND kind = ?");
    measure("list", [&](std::size_t i) {
        const std::vector<std::string> filter{countries[i % 8], i & 8 ? "cooperative" : "firm"};
        return list.run(filter) + count.run(filter);
    });

    Statement search(
        "SELECT o.* FROM search_words JOIN search_entries d ON d.place = search_words.rowid"
        " JOIN organizations o ON o.id = d.id WHERE search_words MATCH ? LIMIT 20");
    measure("search_unranked", [&](std::size_t i) { return search.run({words[i % 8]}); });
    Statement ranked(
        "SELECT o.* FROM (SELECT rowid FROM search_words WHERE search_words MATCH ? ORDER BY rank LIMIT 20) w"
        " JOIN search_entries d ON d.place = w.rowid JOIN organizations o ON o.id = d.id");
    measure("search_bm25", [&](std::size_t i) { return ranked.run({words[i % 8]}); });
}

void measure_writes() {
    script("CREATE TABLE floor_rows (id INTEGER PRIMARY KEY, name TEXT, body TEXT)");
    Statement insert(
        "INSERT INTO floor_rows (name, body) VALUES ('Bench', 'Made by the bench to see what a commit "
        "costs.')");
    measure("commit_of_1", [&](std::size_t) { return insert.run(); });
    measure("commit_of_32", [&](std::size_t) {
        script("BEGIN IMMEDIATE");
        for (int i = 0; i < 32; ++i) insert.run();
        script("COMMIT");
        return std::size_t{0};
    });
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return std::fprintf(stderr, "usage: floor DATABASE\n"), 2;
    must(sqlite3_open(argv[1], &database));
    script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000");
    std::printf("sqlite\tversion\t%s\n", sqlite3_libversion());
    measure_reads();
    measure_writes();
    sqlite3_close(database);
}
