// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/demo_accounts.hpp"

#include "core/crypto.hpp"
#include "db/database.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/reference/record_reader.hpp"
#include "features/reference/reference_files.hpp"

#include <map>

namespace konbit::accounts {

namespace {

using Slugs = std::map<std::string, std::string, std::less<>>;

template <HasFields T>
Result<std::vector<ReadRecord<T>>> read_demo(std::string_view file) {
    const auto bytes = find_embedded(demo_files(), file);
    if (!bytes) return failure(ErrorCode::not_found, "data/demo/" + std::string(file));
    return read_records<T>(*bytes);
}

/// Only the columns that tell which organization is M21.
struct MemberNumber {
    std::string id;
    std::string slug;
    static constexpr auto fields() {
        return std::tuple{field("id", &MemberNumber::id), field("slug", &MemberNumber::slug)};
    }
};

Result<Slugs> slugs_of_members() {
    KONBIT_TRY(const auto members, read_demo<MemberNumber>("organizations.csv"));
    Slugs slugs;
    for (const auto& [member, others] : members) slugs.emplace(member.id, member.slug);
    return slugs;
}

std::optional<std::string> scope_id_of(db::Session& db, const DemoAccount& person, const Slugs& slugs) {
    if (person.scope == "country") return person.scope_ref;
    if (person.scope == "cluster")
        return db.value<std::optional<std::string>>("SELECT CAST(id AS TEXT) FROM clusters WHERE slug = $1",
                                                    person.scope_ref);
    const auto slug = slugs.find(person.scope_ref);
    if (slug == slugs.end()) return std::nullopt;
    return db.value<std::optional<std::string>>("SELECT CAST(id AS TEXT) FROM organizations WHERE slug = $1",
                                                slug->second);
}

Account account_of(const DemoAccount& person, const std::string& password_hash, Instant now) {
    Account account;
    account.id = new_id<AccountId>();
    account.email = person.email;
    account.name = person.name;
    account.language = person.language;
    account.password_hash = password_hash;
    account.is_demo = true;
    account.created_at = account.updated_at = now;
    return account;
}

Result<void> add(db::Session& db, const DemoAccount& person, const Account& draft, const Slugs& slugs) {
    if (find_by_email(db, System::viewer(), person.email)) return {};
    KONBIT_TRY(const Account valid, checked(draft));
    KONBIT_TRY(const Account account, insert(db, System{}, valid));
    Grant grant{new_id<GrantId>(),
                account.id,
                from_name<Role>(person.role).value_or(Role::member),
                from_name<Scope>(person.scope).value_or(Scope::platform),
                {},
                account.created_at};
    if (grant.scope != Scope::platform) {
        grant.scope_id = scope_id_of(db, person, slugs);
        if (!grant.scope_id) return failure(ErrorCode::not_found, "scope of " + person.email);
    }
    return insert(db, System{}, grant);
}

}  // namespace

Result<std::vector<DemoAccount>> demo_accounts() {
    KONBIT_TRY(const auto rows, read_demo<DemoAccount>("accounts.csv"));
    std::vector<DemoAccount> people;
    for (const auto& row : rows) people.push_back(row.record);
    return people;
}

Result<void> load_demo_accounts(App& app) {
    KONBIT_TRY(const auto people, demo_accounts());
    KONBIT_TRY(const Slugs slugs, slugs_of_members());
    const auto hash = crypto::hash_password(demo_password);
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<void> {
        for (const auto& person : people) KONBIT_CHECK(add(db, person, account_of(person, hash, now), slugs));
        return {};
    });
}

}  // namespace konbit::accounts
