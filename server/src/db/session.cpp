// SPDX-License-Identifier: Apache-2.0
#include "db/session.hpp"

#include "core/scalar.hpp"

#include <limits>

namespace konbit::db {

namespace {

/// Fills a struct from a row, or a single value from a row of one column.
class RowReader {
  public:
    explicit RowReader(const Type& type) : type_(type), is_record_(type.kind == Kind::record) {}

    std::size_t columns() const { return is_record_ ? type_.fields.size() : 1; }
    void fill(void* target, std::span<const Value> row) const {
        if (!is_record_) return assign(type_, target, row.front(), "of a single value");
        for (std::size_t i = 0; i < row.size(); ++i) {
            const FieldInfo& field = type_.fields[i];
            assign(field.type(), field.in(target), row[i], field.name);
        }
    }

  private:
    const Type& type_;
    bool is_record_;
};

/// Sorts before every key of the kind, or after every one.
std::variant<std::int64_t, double, std::string> outermost_key(Kind kind, bool is_descending) {
    using Whole = std::numeric_limits<std::int64_t>;
    switch (kind) {
        case Kind::integer:
        case Kind::instant:
            return is_descending ? Whole::max() : Whole::min();
        case Kind::real: {
            constexpr double infinity = std::numeric_limits<double>::infinity();
            return is_descending ? infinity : -infinity;
        }
        default:
            return is_descending ? std::string("\xF4\x8F\xBF\xBF") : std::string();
    }
}

}  // namespace

void Session::collect(std::string_view sql, std::span<const Argument> arguments, const Type& list,
                      void* target) {
    const RowReader reader(list.element());
    std::vector<Value> row(reader.columns());
    const std::unique_ptr<Rows> rows = run(sql, arguments, row.size());
    while (rows->next(row)) reader.fill(list.container.append(target), row);
}

void Session::collect_first(std::string_view sql, std::span<const Argument> arguments, const Type& optional,
                            void* target) {
    const RowReader reader(optional.element());
    std::vector<Value> row(reader.columns());
    const std::unique_ptr<Rows> rows = run(sql, arguments, row.size());
    if (rows->next(row)) reader.fill(optional.container.append(target), row);
}

namespace detail {

Result<Cursor> start_of_page(const PageRequest& request, const Type& key, bool is_descending) {
    auto outermost = outermost_key(key.kind, is_descending);
    if (!request.after) {
        return Cursor{std::move(outermost), is_descending ? "ffffffff-ffff-ffff-ffff-ffffffffffff"
                                                          : std::string(nil_uuid.begin(), nil_uuid.end())};
    }
    if (request.after->key.index() == outermost.index()) return *request.after;
    return failure(ErrorCode::malformed, "page", {{"/after", "not_allowed"}});
}

Cursor cursor_at(const Type& key, const void* value, std::string_view id) {
    Cursor cursor{std::string(), std::string(id)};
    switch (key.kind) {
        case Kind::integer:
            cursor.key = key.load(value);
            break;
        case Kind::instant:
            cursor.key = static_cast<const Instant*>(value)->ms;
            break;
        case Kind::real:
            cursor.key = *static_cast<const double*>(value);
            break;
        default:
            cursor.key = to_text(key, value);
    }
    return cursor;
}

Argument key_argument(const Cursor& cursor) {
    return std::visit([](const auto& key) { return Argument(key); }, cursor.key);
}

}  // namespace detail

}  // namespace konbit::db
