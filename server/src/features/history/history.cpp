// SPDX-License-Identifier: Apache-2.0
#include "features/history/history.hpp"

#include "core/scalar.hpp"
#include "db/columns.hpp"
#include "features/audit/scene.hpp"
#include "features/jobs/queue.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"

#include <algorithm>

namespace konbit::history {

namespace {

/// Kept by the database or by the change itself.
constexpr auto bookkeeping = std::to_array<std::string_view>({"id", "version", "updated_at"});

bool is_kept(const FieldInfo& field) {
    return field.access != Access::never_sent &&
           std::ranges::find(bookkeeping, field.name) == bookkeeping.end();
}

bool differs(const FieldInfo& field, const void* before, const void* after) {
    return !equal(field.type(), field.in(before), field.in(after));
}

/// The kept fields of a record as a JSON object; beside another record, those in which the two differ.
std::optional<std::string> text_of(const Type& type, const void* record, const void* other) {
    if (record == nullptr) return std::nullopt;
    std::string text;
    for (const FieldInfo& field : type.fields) {
        if (!is_kept(field) || (other != nullptr && !differs(field, record, other))) continue;
        text += text.empty() ? '{' : ',';
        text += field.json_key;
        json::write(text, field.type(), field.in(record));
    }
    return text.empty() ? "{}" : text + '}';
}

/// The text of a field that a record may have; nothing when it has no such field, or nothing in it.
std::optional<std::string> text_at(const Type& type, const void* record, std::string_view name) {
    const FieldInfo* const field = type.find(name);
    if (field == nullptr) return std::nullopt;
    std::string text = to_text(field->type(), field->in(record));
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::int64_t version_of(const Type& type, const void* record) {
    const FieldInfo* const field = type.find("version");
    return field == nullptr ? 1 : field->type().load(field->in(record));
}

ChangeAction action_of(const void* before, const void* after, const Cause& cause) {
    if (after == nullptr) return cause.is_merge ? ChangeAction::merged : ChangeAction::removed;
    if (cause.reverts) return ChangeAction::restored;
    if (cause.is_merge) return ChangeAction::merged;
    return before == nullptr ? ChangeAction::created : ChangeAction::updated;
}

std::optional<ClusterId> cluster_of(Kind kind, std::string_view id, const Type& type, const void* record) {
    if (kind == Kind::cluster) return ClusterId::parse(id);
    const auto text = text_at(type, record, "cluster_id");
    return text ? ClusterId::parse(*text) : std::nullopt;
}

/// For whom a deputy changes what stands in that cluster or country.
std::optional<AccountId> stood_in_for(const Author& author, const Change& change) {
    if (!author.viewer) return std::nullopt;
    if (change.cluster_id) return author.viewer->acts_for(Scope::cluster, change.cluster_id->view());
    return author.viewer->acts_for(Scope::country, change.country_code.value_or(""));
}

/// What people change may move a tier. Imports and the installation itself leave it to the daily job.
void ask_for_tier(db::Session& session, const Change& change) {
    if (!change.account_id || change.batch_id) return;
    std::string subject;
    if (change.cluster_id)
        subject = "cluster " + change.cluster_id->str();
    else if (change.kind == Kind::organization)
        subject = "organization " + change.record_id.str();
    if (subject.empty()) return;
    jobs::enqueue(session, {.kind = std::string(tier_job), .payload = subject, .unique_key = subject},
                  change.changed_at);
}

/// The object without the fields named; nothing when the text is no object.
std::optional<std::string> without(const std::optional<std::string>& text,
                                   std::initializer_list<std::string_view> fields) {
    if (!text) return std::nullopt;
    const auto parsed = json::parse(*text);
    const auto* object = parsed ? parsed->as<json::Value::Object>() : nullptr;
    if (object == nullptr) return std::nullopt;
    json::Value::Object kept;
    for (const auto& member : *object)
        if (std::ranges::find(fields, member.first) == fields.end()) kept.push_back(member);
    std::string out;
    json::write(out, json::Value(std::move(kept)));
    return out;
}

}  // namespace

void record(db::Session& session, Kind kind, std::string_view id, const Type& type, const void* before,
            const void* after, const Author& author) {
    const void* const present = after != nullptr ? after : before;
    Change change;
    change.id = new_id<ChangeId>();
    change.kind = kind;
    change.record_id = RecordId::parse(id).value();
    change.version = version_of(type, present);
    change.action = action_of(before, after, author.at.cause);
    change.account_id = author.account;
    change.batch_id = author.at.cause.batch;
    change.reverts_id = author.at.cause.reverts;
    change.cluster_id = cluster_of(kind, id, type, present);
    change.country_code = text_at(type, present, "country_code");
    change.visibility = text_at(type, present, "visibility");
    change.before = text_of(type, before, after);
    change.after = text_of(type, after, before);
    change.changed_at = author.at.now;
    change.for_account_id = stood_in_for(author, change);
    const bool is_unchanged = before != nullptr && after != nullptr && change.after == "{}";
    if (is_unchanged) return;
    db::insert(session, "changes", change);
    if (before != nullptr && after != nullptr)
        audit::note_rights(session, {name_of(kind), id},
                           {{"visibility", text_at(type, before, "visibility").value_or(""),
                             change.visibility.value_or("")}},
                           author.at.now);
    ask_for_tier(session, change);
}

void forget(db::Session& session, Kind kind, std::string_view id) {
    session.change("UPDATE changes SET before = NULL, after = NULL WHERE kind = $1 AND record_id = $2", kind,
                   id);
}

void forget(db::Session& session, Kind kind, std::string_view id,
            std::initializer_list<std::string_view> fields) {
    const auto changes = session.query<Change>(
        "SELECT " + db::columns<Change>() + " FROM changes WHERE kind = $1 AND record_id = $2", kind, id);
    for (const Change& change : changes)
        session.change("UPDATE changes SET before = $2, after = $3 WHERE id = $1", change.id,
                       without(change.before, fields), without(change.after, fields));
}

}  // namespace konbit::history
