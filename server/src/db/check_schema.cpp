// SPDX-License-Identifier: Apache-2.0
#include "db/check_schema.hpp"

#include <algorithm>

namespace konbit::db {

namespace {

struct Column {
    std::string name;
    std::string type;  ///< Upper case, as the database names it.
    bool is_nullable = false;
    bool has_default = false;

    static constexpr auto fields() {
        return std::tuple{field("name", &Column::name), field("type", &Column::type),
                          field("is_nullable", &Column::is_nullable),
                          field("has_default", &Column::has_default)};
    }
};

constexpr std::string_view sqlite_columns =
    "SELECT name, upper(type), \"notnull\" = 0, dflt_value IS NOT NULL FROM pragma_table_info($1)";
constexpr std::string_view postgres_columns =
    "SELECT CAST(column_name AS TEXT), upper(data_type), is_nullable = 'YES', "
    "column_default IS NOT NULL OR is_identity = 'YES' FROM information_schema.columns "
    "WHERE table_schema = current_schema() AND table_name = $1";

/// The column type that a field of the kind is kept in.
std::string_view column_type(Kind kind, Engine engine) {
    const bool is_sqlite = engine == Engine::sqlite;
    switch (kind) {
        case Kind::boolean:
            return is_sqlite ? "INTEGER" : "BOOLEAN";
        case Kind::integer:
        case Kind::instant:
            return is_sqlite ? "INTEGER" : "BIGINT";
        case Kind::real:
            return is_sqlite ? "REAL" : "DOUBLE PRECISION";
        case Kind::id:
            return is_sqlite ? "TEXT" : "UUID";
        case Kind::bytes:
            return is_sqlite ? "BLOB" : "BYTEA";
        default:
            return "TEXT";
    }
}

/// Looks at one table and its struct.
class Check {
  public:
    Check(const Mapping& mapping, Engine engine, std::vector<Column> columns,
          std::vector<std::string>& findings)
        : table_(mapping.table),
          type_(mapping.type()),
          engine_(engine),
          columns_(std::move(columns)),
          findings_(findings) {}

    void run() {
        if (columns_.empty()) return report("", "is no table");
        for (const FieldInfo& field : type_.fields) check_field(field);
        for (const Column& column : columns_) check_column(column);
    }

  private:
    void check_field(const FieldInfo& field) {
        const auto column = std::ranges::find(columns_, field.name, &Column::name);
        if (column == columns_.end()) return report(field.name, "is a field without a column");
        const bool may_be_empty = field.type().kind == Kind::optional;
        const Type& type = may_be_empty ? field.type().element() : field.type();
        const std::string_view wanted = column_type(type.kind, engine_);
        if (column->type != wanted)
            report(field.name, "is " + column->type + " and should be " + std::string(wanted));
        if (may_be_empty && !column->is_nullable) report(field.name, "is NOT NULL under an optional field");
        if (!may_be_empty && column->is_nullable)
            report(field.name, "may be NULL under a field that is not optional");
    }

    void check_column(const Column& column) {
        if (column.is_nullable || column.has_default || type_.find(column.name) != nullptr) return;
        report(column.name, "must be given on insert and is no field");
    }

    void report(std::string_view column, const std::string& what) {
        findings_.push_back(std::string(table_) + (column.empty() ? "" : ".") + std::string(column) + " " +
                            what);
    }

    std::string_view table_;
    const Type& type_;
    Engine engine_;
    std::vector<Column> columns_;
    std::vector<std::string>& findings_;
};

}  // namespace

std::vector<std::string> check_schema(Session& session, std::span<const Mapping> mappings) {
    const std::string_view sql = session.engine() == Engine::sqlite ? sqlite_columns : postgres_columns;
    std::vector<std::string> findings;
    for (const Mapping& mapping : mappings) {
        Check(mapping, session.engine(), session.query<Column>(sql, mapping.table), findings).run();
    }
    return findings;
}

}  // namespace konbit::db
