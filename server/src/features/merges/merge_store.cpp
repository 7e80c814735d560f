// SPDX-License-Identifier: Apache-2.0
#include "features/merges/merge_store.hpp"

#include "db/columns.hpp"
#include "features/history/history.hpp"
#include "features/merges/references.hpp"
#include "features/organizations/organization_document.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/search/directory_search.hpp"
#include "json/reader.hpp"
#include "json/writer.hpp"

#include <algorithm>

namespace konbit::merges {

namespace {

struct Pair {
    OrganizationDetails survivor;
    OrganizationDetails duplicate;
};

Result<OrganizationDetails> kept(db::Session& session, const OrganizationId& id, const DirectoryEditor& by) {
    KONBIT_TRY(OrganizationDetails organization, organizations::find_details(session, by.viewer(), id));
    if (!by.may_edit(organization.country_code)) return failure(ErrorCode::forbidden, "other_country");
    return organization;
}

Result<Pair> pair_of(db::Session& session, const MergeOrder& order, const DirectoryEditor& by) {
    if (order.survivor_id == order.duplicate_id)
        return failure(ErrorCode::invalid, "invalid", {{"/duplicate_id", "repeated"}});
    KONBIT_TRY(OrganizationDetails survivor, kept(session, order.survivor_id, by));
    KONBIT_TRY(OrganizationDetails duplicate, kept(session, order.duplicate_id, by));
    return Pair{std::move(survivor), std::move(duplicate)};
}

/// Fields that a merge may take over: what people give, except the address and who may see it.
bool may_take(const FieldInfo& field) {
    return field.access == Access::read_write && field.name != "slug" && field.name != "publication";
}

std::string json_of(const FieldInfo& field, const void* record) {
    std::string text;
    json::write(text, field.type(), field.in(record));
    return text;
}

std::vector<ChangedField> differing(const Pair& pair) {
    std::vector<ChangedField> fields;
    for (const FieldInfo& field : type_of<OrganizationDetails>().fields) {
        const bool differs = !equal(field.type(), field.in(&pair.survivor), field.in(&pair.duplicate));
        if (may_take(field) && differs)
            fields.push_back({std::string(field.name), RawJson{json_of(field, &pair.survivor)},
                              RawJson{json_of(field, &pair.duplicate)}});
    }
    return fields;
}

/// The survivor with the fields taken over, and those that it had before as a JSON object.
struct Taken {
    OrganizationDetails survivor;
    std::string replaced;
};

Result<Taken> take(const Pair& pair, const std::vector<std::string>& names) {
    Taken taken{pair.survivor, "{"};
    Findings findings;
    for (const auto& name : names) {
        const FieldInfo* const field = type_of<OrganizationDetails>().find(name);
        findings.require(field != nullptr && may_take(*field), "/take", "not_allowed");
        if (field == nullptr || !may_take(*field)) continue;
        if (taken.replaced.size() > 1) taken.replaced += ',';
        taken.replaced += field->json_key + json_of(*field, &pair.survivor);
        field->type().assign(field->in(&taken.survivor), field->in(&pair.duplicate));
    }
    taken.replaced += '}';
    return std::move(findings).or_value(std::move(taken));
}

void remember(db::Session& session, const std::optional<OrganizationDetails>& before,
              const std::optional<OrganizationDetails>& after, const history::Author& author) {
    history::record(session, history::Kind::organization, (after ? after : before)->id, before, after,
                    author);
}

/// Links to the duplicate arrive at the survivor.
void lead_to(db::Session& session, const Organization& duplicate, const OrganizationId& survivor) {
    session.change("UPDATE organization_slugs SET organization_id = $2 WHERE organization_id = $1",
                   duplicate.id, survivor);
    session.change(
        "INSERT INTO organization_slugs (slug, organization_id) VALUES ($1, $2)"
        " ON CONFLICT (slug) DO UPDATE SET organization_id = excluded.organization_id",
        duplicate.slug, survivor);
}

Result<OrganizationDetails> write_survivor(db::Session& session, const OrganizationDetails& before,
                                           OrganizationDetails wanted, const history::Author& author) {
    const int year = utc_date(author.at.now).year();
    wanted.updated_at = author.at.now;
    KONBIT_TRY(OrganizationDetails valid, checked(std::move(wanted), year));
    KONBIT_TRY(OrganizationDetails changed, db::update(session, "organizations", std::move(valid)));
    search::put(session, organizations::document_of(changed));
    remember(session, before, changed, author);
    return changed;
}

}  // namespace

Result<MergePreview> preview(db::Session& session, const MergeOrder& order, const DirectoryEditor& by) {
    KONBIT_TRY(Pair pair, pair_of(session, order, by));
    MergePreview preview;
    preview.differing = differing(pair);
    const Sides sides{order.survivor_id, order.duplicate_id};
    preview.moves = counts_of(find_references(session, sides));
    preview.shared_clusters = shared_clusters(session, sides);
    preview.survivor = std::move(pair.survivor);
    preview.duplicate = std::move(pair.duplicate);
    return preview;
}

Result<Merge> merge(db::Session& session, const MergeOrder& order, const DirectoryEditor& by, Instant now) {
    KONBIT_TRY(const Pair pair, pair_of(session, order, by));
    KONBIT_TRY(Taken taken, take(pair, order.take));
    if (pair.duplicate.claim == Claim::claimed) taken.survivor.claim = Claim::claimed;
    const history::Author author = history::by(by.viewer(), {now, {.is_merge = true}});
    const Sides sides{order.survivor_id, order.duplicate_id};
    const Moved moved = find_references(session, sides);
    hand_over(session, moved, sides, author);
    lead_to(session, pair.duplicate, order.survivor_id);
    session.change("DELETE FROM organizations WHERE id = $1", order.duplicate_id);
    search::remove(session, search::Kind::organization, order.duplicate_id.view());
    remember(session, pair.duplicate, std::nullopt, author);
    KONBIT_CHECK(write_survivor(session, pair.survivor, std::move(taken.survivor), author));
    const Merge made{new_id<MergeId>(),
                     order.survivor_id,
                     order.duplicate_id,
                     pair.duplicate.name,
                     pair.survivor.country_code,
                     taken.replaced,
                     json::text_of(pair.duplicate, {.stored = true}),
                     json::text_of(moved, {.stored = true}),
                     by.viewer().account(),
                     now,
                     std::nullopt};
    db::insert(session, "merges", made);
    return made;
}

namespace {

Result<Merge> find(db::Session& session, const MergeId& id, const DirectoryEditor& by) {
    auto merge =
        session.one<Merge>("SELECT " + db::columns<Merge>("m") + " FROM merges m WHERE m.id = $1 AND " +
                               countries_kept_by(by.viewer(), "m.country_code"),
                           id);
    if (!merge) return failure(ErrorCode::not_found, "merge");
    if (merge->undone_at) return failure(ErrorCode::conflict, "already_undone");
    return *std::move(merge);
}

Result<OrganizationDetails> bring_back(db::Session& session, const Merge& merge,
                                       const history::Author& author) {
    KONBIT_TRY(OrganizationDetails duplicate,
               json::read<OrganizationDetails>(merge.duplicate, json::Purpose::stored));
    session.change("DELETE FROM organization_slugs WHERE slug = $1", duplicate.slug);
    duplicate.version += 1;
    duplicate.updated_at = author.at.now;
    db::insert(session, "organizations", duplicate);
    search::put(session, organizations::document_of(duplicate));
    remember(session, std::nullopt, duplicate, author);
    return duplicate;
}

/// The survivor's own fields again, except where somebody changed what was taken over.
Result<OrganizationDetails> without_taken(const OrganizationDetails& survivor,
                                          const OrganizationDetails& duplicate, const std::string& replaced) {
    OrganizationDetails earlier = survivor;
    json::Given given;
    KONBIT_CHECK(
        json::read_into(replaced, type_of<OrganizationDetails>(), &earlier, json::Purpose::stored, &given));
    OrganizationDetails wanted = survivor;
    for (const FieldInfo& field : type_of<OrganizationDetails>().fields)
        if (given.has(field.name) && equal(field.type(), field.in(&survivor), field.in(&duplicate)))
            field.type().assign(field.in(&wanted), field.in(&earlier));
    return wanted;
}

}  // namespace

Result<Merge> undo(db::Session& session, const MergeId& id, const DirectoryEditor& by, Instant now) {
    KONBIT_TRY(Merge merge, find(session, id, by));
    const history::Author author = history::by(by.viewer(), now);
    KONBIT_TRY(const OrganizationDetails duplicate, bring_back(session, merge, author));
    KONBIT_TRY(const Moved moved, json::read<Moved>(merge.moved, json::Purpose::stored));
    hand_back(session, moved, {merge.survivor_id, merge.duplicate_id}, author);
    KONBIT_TRY(const OrganizationDetails survivor,
               organizations::find_details(session, by.viewer(), merge.survivor_id));
    KONBIT_TRY(OrganizationDetails wanted, without_taken(survivor, duplicate, merge.replaced));
    KONBIT_CHECK(write_survivor(session, survivor, std::move(wanted), author));
    merge.undone_at = now;
    session.change("UPDATE merges SET undone_at = $2 WHERE id = $1", merge.id, now);
    return merge;
}

std::vector<Merge> list(db::Session& session, const DirectoryEditor& by) {
    return session.query<Merge>("SELECT " + db::columns<Merge>("m") + " FROM merges m WHERE " +
                                countries_kept_by(by.viewer(), "m.country_code") +
                                " ORDER BY m.merged_at DESC, m.id DESC LIMIT 100");
}

}  // namespace konbit::merges
