// SPDX-License-Identifier: Apache-2.0
#include "features/history/history_store.hpp"

#include "db/columns.hpp"
#include "features/history/removed_batches.hpp"
#include "json/value.hpp"

#include <algorithm>

namespace konbit::history {

namespace {

using json::Value;

/// A change with what a reader wants to know beside it.
struct Line : Change {
    std::optional<std::string> author;
    std::optional<std::string> record_name;
    bool is_undone = false;
    std::optional<std::string> on_behalf_of;

    static constexpr auto fields() {
        return std::tuple_cat(
            Change::fields(),
            std::tuple{field("author", &Line::author), field("record_name", &Line::record_name),
                       field("is_undone", &Line::is_undone), field("on_behalf_of", &Line::on_behalf_of)});
    }
};

/// The lines under a condition whose parameters are `args`.
template <class... Args>
Result<Page<Line>> lines(db::Session& session, const PageRequest& page, const std::string& condition,
                         const Args&... args) {
    const auto place = [](std::size_t n) { return "$" + std::to_string(sizeof...(Args) + n); };
    return session.page<Line>(
        page, db::Order<Line, Instant>{&Line::changed_at, true},
        "SELECT " + db::columns<Change>("c") +
            ", a.name, COALESCE(o.name, k.name, m.label, t.title, x.label || ' – ' || y.label),"
            " EXISTS (SELECT 1 FROM changes r WHERE r.reverts_id = c.id), f.name"
            " FROM changes c LEFT JOIN accounts a ON a.id = c.account_id"
            " LEFT JOIN accounts f ON f.id = c.for_account_id"
            " LEFT JOIN organizations o ON c.kind = 'organization' AND o.id = c.record_id"
            " LEFT JOIN clusters k ON c.kind = 'cluster' AND k.id = c.record_id"
            " LEFT JOIN memberships m ON c.kind = 'membership' AND m.id = c.record_id"
            " LEFT JOIN introductions i ON c.kind = 'introduction' AND i.id = c.record_id"
            " LEFT JOIN meetings t ON c.kind = 'meeting' AND t.id = c.record_id"
            " LEFT JOIN memberships x ON x.id = i.one_id LEFT JOIN memberships y ON y.id = i.other_id"
            " WHERE " +
            condition + " AND (c.changed_at, c.id) < (" + place(1) + ", " + place(2) +
            ") ORDER BY c.changed_at DESC, c.id DESC LIMIT " + place(3),
        args...);
}

Value::Object members_of(const std::optional<std::string>& text) {
    if (!text) return {};
    const auto parsed = json::parse(*text);
    const auto* object = parsed ? parsed->as<Value::Object>() : nullptr;
    return object == nullptr ? Value::Object{} : *object;
}

bool is_blank(const Value& value) {
    const auto* list = value.as<Value::Array>();
    const auto* object = value.as<Value::Object>();
    const auto* text = value.as<std::string>();
    return value.is_null() || (list != nullptr && list->empty()) || (object != nullptr && object->empty()) ||
           (text != nullptr && text->empty());
}

RawJson raw(const Value& value) {
    RawJson json{""};
    json::write(json.text, value);
    return json;
}

const Value* find(const Value::Object& object, std::string_view name) {
    const auto at = std::ranges::find(object, name, &Value::Object::value_type::first);
    return at == object.end() ? nullptr : &at->second;
}

/// The fields that differ; of a record that was made or removed, those in which something stood.
std::vector<ChangedField> fields_of(const Change& change) {
    const Value::Object before = members_of(change.before), after = members_of(change.after);
    std::vector<ChangedField> fields;
    for (const auto& [name, value] : change.after ? after : before) {
        if ((!change.before || !change.after) && (is_blank(value) || name == "created_at")) continue;
        const Value* const was = find(before, name);
        const Value* const is = find(after, name);
        fields.push_back({name, was != nullptr ? std::optional(raw(*was)) : std::nullopt,
                          is != nullptr ? std::optional(raw(*is)) : std::nullopt});
    }
    return fields;
}

/// The name by which a record was known that is there no more.
std::optional<std::string> earlier_name(const Change& change) {
    const Value::Object before = members_of(change.before);
    for (const std::string_view name : {"name", "label", "title"})
        if (const Value* const value = find(before, name))
            if (const auto* text = value->as<std::string>()) return *text;
    return std::nullopt;
}

/// Pictures and documents (attachments/shelf.hpp), whose bytes are gone once removed, and waves
/// (surveys/wave_memory.hpp), which neither come back nor are loosened.
bool is_beyond_undoing(const Line& line) {
    constexpr auto names = std::to_array<std::string_view>(
        {"has_logo", "photos", "photo_texts", "documents", "waves", "wave_questions"});
    const auto fields = fields_of(line);
    return !fields.empty() && std::ranges::all_of(fields, [&](const ChangedField& field) {
        return std::ranges::find(names, field.name) != names.end();
    });
}

bool is_undoable(const Line& line) {
    const bool is_kept = (line.before || line.after) && !is_beyond_undoing(line);
    const bool is_cluster_start = line.kind == RecordKind::cluster && !line.before;
    return is_kept && !line.is_undone && !is_cluster_start && line.action != ChangeAction::merged;
}

HistoryLine shown(const Line& line) {
    HistoryLine shown;
    shown.id = line.id;
    shown.kind = line.kind;
    shown.record_id = line.record_id;
    shown.record_name = line.record_name ? line.record_name : earlier_name(line);
    shown.action = line.action;
    shown.author = line.author;
    shown.on_behalf_of = line.on_behalf_of;
    shown.batch_id = line.batch_id;
    shown.changed_at = line.changed_at;
    shown.is_undone = line.is_undone;
    shown.is_undoable = is_undoable(line);
    shown.is_erased = !line.before && !line.after;
    shown.fields_changed = fields_of(line);
    return shown;
}

Result<Page<HistoryLine>> shown(const Result<Page<Line>>& lines) {
    if (!lines) return std::unexpected(lines.error());
    Page<HistoryLine> page;
    page.next = lines->next;
    for (const auto& line : lines->items) page.items.push_back(shown(line));
    return page;
}

constexpr std::string_view in_batch =
    " AND (CAST($1 AS TEXT) IS NULL AND c.batch_id IS NULL OR CAST(c.batch_id AS TEXT) = $1)";

}  // namespace

Result<Page<HistoryLine>> list(db::Session& session, const OrganizationEditor& by, const PageRequest& page) {
    return shown(lines(session, page, "c.kind = 'organization' AND c.record_id = $1", by.organization()));
}

Result<Page<HistoryLine>> list(db::Session& session, const Facilitator& by, const PageRequest& page) {
    return shown(lines(session, page, "c.cluster_id = $1", by.cluster()));
}

Result<Page<HistoryLine>> list(db::Session& session, const Facilitator& by, RecordKind kind,
                               const RecordId& record, const PageRequest& page) {
    return shown(lines(session, page, "c.cluster_id = $1 AND c.kind = $2 AND c.record_id = $3", by.cluster(),
                       kind, record));
}

Result<Page<HistoryLine>> list(db::Session& session, const DirectoryEditor& by, RecordKind kind,
                               const RecordId& record, const PageRequest& page) {
    return shown(lines(session, page,
                       "c.kind = $1 AND c.record_id = $2 AND (c.country_code IS NULL OR " +
                           countries_kept_by(by.viewer(), "c.country_code") + ")",
                       kind, record));
}

Result<Page<HistoryLine>> list_removed(db::Session& session, const DirectoryEditor& by,
                                       const std::optional<BatchId>& batch, const PageRequest& page) {
    return shown(lines(session, page, is_removed(by.viewer()) + std::string(in_batch), batch));
}

std::int64_t count_removed(db::Session& session, const DirectoryEditor& by) {
    const auto alone = session.value<std::int64_t>(
        "SELECT count(*) FROM changes c WHERE c.batch_id IS NULL AND " + is_removed(by.viewer()));
    return alone + count_removed_batches(session, by);
}

}  // namespace konbit::history
