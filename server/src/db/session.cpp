// SPDX-License-Identifier: Apache-2.0
#include "db/session.hpp"

#include "core/scalar.hpp"

#include <limits>

namespace konbit::db {

namespace {

void fill_record(const Type& type, void* record, std::span<const Value> row) {
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
        const FieldInfo& field = type.fields[i];
        assign(field.type(), field.in(record), row[i], field.name);
    }
}

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
    const Type& type = list.element();
    const bool is_record = type.kind == Kind::record;
    std::vector<Value> row(is_record ? type.fields.size() : 1);
    const std::unique_ptr<Rows> rows = run(sql, arguments, row.size());
    while (rows->next(row)) {
        void* const element = list.container.append(target);
        if (is_record)
            fill_record(type, element, row);
        else
            assign(type, element, row.front(), "of a single value");
    }
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
