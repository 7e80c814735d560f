// SPDX-License-Identifier: Apache-2.0
#include "db/sqlite/statement.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace konbit::db::sqlite {

namespace {

/// Binding needs a pointer: a null one would be stored as NULL, not as an empty text.
const char* pointer(std::string_view text) { return text.data() == nullptr ? "" : text.data(); }

std::string_view view(const void* data, int size) {
    return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

std::size_t number_of(const char* name, std::string_view sql) {
    const long n = name == nullptr ? 0 : std::strtol(name + 1, nullptr, 10);
    if (n < 1) throw std::logic_error("parameters are $1, $2, …: " + std::string(sql));
    return static_cast<std::size_t>(n);
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
    sqlite3_stmt* statement = nullptr;
    const int status = sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    handle_.reset(statement);
    if (status != SQLITE_OK) throw_failure(database);
    const int places = sqlite3_bind_parameter_count(statement);
    for (int place = 1; place <= places; ++place) {
        numbers_.push_back(number_of(sqlite3_bind_parameter_name(statement, place), sql));
        greatest_ = std::max(greatest_, numbers_.back());
    }
}

void Statement::begin(std::span<const Argument> arguments) {
    if (is_running_) throw std::logic_error("the rows of this statement are still being read");
    if (arguments.size() != greatest_)
        throw std::logic_error("a statement got another number of arguments than its $n");
    for (std::size_t i = 0; i < numbers_.size(); ++i)
        bind(static_cast<int>(i + 1), arguments[numbers_[i] - 1].value());
    is_running_ = true;
}

void Statement::bind(int place, const Value& value) {
    sqlite3_stmt* const statement = handle_.get();
    int status = SQLITE_OK;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        status = sqlite3_bind_int64(statement, place, *whole);
    } else if (const auto* real = std::get_if<double>(&value)) {
        status = sqlite3_bind_double(statement, place, *real);
    } else if (const auto* text = std::get_if<std::string_view>(&value)) {
        status =
            sqlite3_bind_text64(statement, place, pointer(*text), text->size(), SQLITE_STATIC, SQLITE_UTF8);
    } else if (const auto* blob = std::get_if<Blob>(&value)) {
        status =
            sqlite3_bind_blob64(statement, place, pointer(blob->bytes), blob->bytes.size(), SQLITE_STATIC);
    } else {
        status = sqlite3_bind_null(statement, place);
    }
    if (status != SQLITE_OK) throw_failure(database_);
}

bool Statement::step() {
    const int status = sqlite3_step(handle_.get());
    if (status == SQLITE_ROW) return true;
    if (status == SQLITE_DONE) return false;
    throw_failure(database_);
}

void Statement::end() noexcept {
    sqlite3_reset(handle_.get());
    sqlite3_clear_bindings(handle_.get());
    is_running_ = false;
}

Value Statement::cell(std::size_t column) const {
    sqlite3_stmt* const statement = handle_.get();
    const int i = static_cast<int>(column);
    switch (sqlite3_column_type(statement, i)) {
        case SQLITE_INTEGER:
            return std::int64_t{sqlite3_column_int64(statement, i)};
        case SQLITE_FLOAT:
            return sqlite3_column_double(statement, i);
        case SQLITE_TEXT: {
            const void* const text = sqlite3_column_text(statement, i);
            return view(text, sqlite3_column_bytes(statement, i));
        }
        case SQLITE_BLOB: {
            const void* const blob = sqlite3_column_blob(statement, i);
            return Blob{view(blob, sqlite3_column_bytes(statement, i))};
        }
        default:
            return {};
    }
}

}  // namespace konbit::db::sqlite
