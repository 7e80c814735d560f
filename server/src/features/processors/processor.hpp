// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "core/time.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace konbit {

using ProcessorId = Id<struct ProcessorTag>;

/// What somebody does with data for this installation.
enum class ProcessorTask { hosting, mail, backup, support, other };
constexpr auto names(ProcessorTask) {
    return std::to_array<std::string_view>({"hosting", "mail", "backup", "support", "other"});
}

/// Who handles data of people for this installation (glossary: "processor"); everybody reads it on the page
/// *Privacy*.
struct Processor {
    ProcessorId id{};
    std::string name;  ///< Of the company or office, 1-120 code points.
    ProcessorTask task = ProcessorTask::hosting;
    std::string territory_code;  ///< ISO 3166-1 alpha-2 of where the data lie: anywhere in the world.
    std::string data;            ///< Which data it can reach, 1-500 code points.
    std::optional<std::string>
        agreement;  ///< What was signed and where it is kept, up to 500; never on the page.
    Date since_on{};
    std::optional<Date> until_on;  ///< Empty while it lasts.
    std::int64_t version = 1;
    Instant created_at{};
    Instant updated_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Processor::id, Access::read_only),
            field("name", &Processor::name),
            field("task", &Processor::task),
            field("territory_code", &Processor::territory_code),
            field("data", &Processor::data),
            field("agreement", &Processor::agreement),
            field("since_on", &Processor::since_on),
            field("until_on", &Processor::until_on),
            field("version", &Processor::version, Access::read_only),
            field("created_at", &Processor::created_at, Access::read_only),
            field("updated_at", &Processor::updated_at, Access::read_only),
        };
    }
};

namespace processors {

/// @return ErrorCode::invalid with "required", "too_long", "not_allowed" or "before_since" at the fields.
Result<Processor> checked(Processor processor);

}  // namespace processors
}  // namespace konbit
