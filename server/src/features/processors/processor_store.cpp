// SPDX-License-Identifier: Apache-2.0
#include "features/processors/processor_store.hpp"

#include "db/columns.hpp"

namespace konbit::processors {

namespace {

std::string select(std::string_view rest) {
    return "SELECT " + db::columns<Processor>() + " FROM processors " + std::string(rest);
}

}  // namespace

std::vector<Processor> list_current(db::Session& db, const Viewer&, Date today) {
    auto all = db.query<Processor>(
        select("WHERE since_on <= $1 AND (until_on IS NULL OR until_on >= $1) ORDER BY task, name, id"),
        today);
    for (auto& each : all) each.agreement.reset();
    return all;
}

std::vector<Processor> list(db::Session& db, const PrivacyKeeper&) {
    return db.query<Processor>(select("ORDER BY until_on IS NOT NULL, task, name, id"));
}

Result<Processor> find(db::Session& db, const PrivacyKeeper&, const ProcessorId& id) {
    auto found = db.one<Processor>(select("WHERE id = $1"), id);
    if (!found) return failure(ErrorCode::not_found, "processor");
    return *std::move(found);
}

Processor insert(db::Session& db, const PrivacyKeeper&, Processor processor, Instant now) {
    processor.id = new_id<ProcessorId>();
    processor.created_at = processor.updated_at = now;
    db::insert(db, "processors", processor);
    return processor;
}

Result<Processor> update(db::Session& db, const PrivacyKeeper&, Processor processor, Instant now) {
    processor.updated_at = now;
    return db::update(db, "processors", std::move(processor));
}

}  // namespace konbit::processors
