// SPDX-License-Identifier: Apache-2.0
#include "db/columns.hpp"

#include <stdexcept>

namespace konbit::db {

namespace {

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts) {
        if (!text.empty()) text += ", ";
        text += part;
    }
    return text;
}

std::string parameter(std::size_t n) { return "$" + std::to_string(n); }

const FieldInfo& field_of(const Type& type, std::string_view name) {
    const FieldInfo* const field = type.find(name);
    if (field == nullptr) throw std::logic_error(type.name + " has no field " + std::string(name));
    return *field;
}

/// Why an UPDATE met no row.
Error missed(Session& session, std::string_view table, const Argument& id) {
    const std::string sql = "SELECT 1 FROM " + std::string(table) + " WHERE id = $1";
    std::array<Value, 1> row;
    const bool exists = session.run(sql, std::span(&id, 1), row.size())->next(row);
    return {
        exists ? ErrorCode::stale : ErrorCode::not_found, exists ? "version" : std::string(table), {}, {}};
}

}  // namespace

std::string columns(const Type& type, std::string_view alias) {
    std::vector<std::string> names;
    for (const FieldInfo& field : type.fields) {
        names.push_back(alias.empty() ? std::string(field.name)
                                      : std::string(alias) + '.' + std::string(field.name));
    }
    return joined(names);
}

void insert(Session& session, std::string_view table, const Type& type, const void* record) {
    std::vector<std::string> places;
    std::vector<Argument> arguments;
    arguments.reserve(type.fields.size());
    for (const FieldInfo& field : type.fields) {
        arguments.emplace_back(field.type(), field.in(record));
        places.push_back(parameter(arguments.size()));
    }
    session.execute(
        "INSERT INTO " + std::string(table) + " (" + columns(type) + ") VALUES (" + joined(places) + ")",
        arguments);
}

Result<void> update(Session& session, std::string_view table, const Type& type, void* record) {
    const FieldInfo& id = field_of(type, "id");
    const FieldInfo* const version = type.find("version");
    std::vector<std::string> changes;
    std::vector<Argument> arguments;
    for (const FieldInfo& field : type.fields) {
        if (&field == &id || &field == version) continue;
        arguments.emplace_back(field.type(), field.in(record));
        changes.push_back(std::string(field.name) + " = " + parameter(arguments.size()));
    }
    arguments.emplace_back(id.type(), id.in(record));
    std::string condition = " WHERE id = " + parameter(arguments.size());
    if (version != nullptr) {
        arguments.emplace_back(version->type(), version->in(record));
        changes.emplace_back("version = version + 1");
        condition += " AND version = " + parameter(arguments.size());
    }
    const std::string sql = "UPDATE " + std::string(table) + " SET " + joined(changes) + condition;
    if (session.execute(sql, arguments) == 0) {
        return std::unexpected(missed(session, table, Argument(id.type(), id.in(record))));
    }
    if (version != nullptr)
        version->type().store(version->in(record), version->type().load(version->in(record)) + 1);
    return {};
}

}  // namespace konbit::db
