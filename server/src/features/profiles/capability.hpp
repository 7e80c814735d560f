// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

/// The capability card of a firm: what it could do for its neighbors (glossary: "capability card"). Prices,
/// customers and planned output have no place in it.
namespace konbit {

struct Machine {
    std::string name;
    std::optional<int> quantity;      ///< How many of them; empty when not said.
    std::optional<std::string> note;  ///< Size, year or make.

    static constexpr auto fields() {
        return std::tuple{field("name", &Machine::name), field("quantity", &Machine::quantity),
                          field("note", &Machine::note)};
    }
};

struct Certificate {
    std::string name;
    std::optional<std::string> issuer;
    std::optional<Date> valid_until;  ///< Last day; empty when it does not end or nobody says.
    std::optional<std::string> url;   ///< Where it can be checked.

    static constexpr auto fields() {
        return std::tuple{field("name", &Certificate::name), field("issuer", &Certificate::issuer),
                          field("valid_until", &Certificate::valid_until), field("url", &Certificate::url)};
    }
};

enum class CapacityPeriod { day, week, month, season, year };
constexpr auto names(CapacityPeriod) {
    return std::to_array<std::string_view>({"day", "week", "month", "season", "year"});
}

/// How much of a product can be made, and the least that can be ordered.
struct Capacity {
    std::string product;
    double quantity = 0;  ///< In `unit` per `period`, above 0.
    std::string unit;     ///< As it is traded: "lb", "box", "20-ft container".
    CapacityPeriod period = CapacityPeriod::month;
    std::optional<double> minimum_order;  ///< In `unit`, above 0.

    static constexpr auto fields() {
        return std::tuple{field("product", &Capacity::product), field("quantity", &Capacity::quantity),
                          field("unit", &Capacity::unit), field("period", &Capacity::period),
                          field("minimum_order", &Capacity::minimum_order)};
    }
};

struct CapabilityCard {
    std::vector<Machine> machines;
    std::vector<Certificate> certificates;
    std::vector<Capacity> capacities;
    std::optional<int> spare_days_per_month;  ///< Days on which the machines stand idle, 0-31.

    bool empty() const {
        return machines.empty() && certificates.empty() && capacities.empty() && !spare_days_per_month;
    }

    static constexpr auto fields() {
        return std::tuple{field("machines", &CapabilityCard::machines),
                          field("certificates", &CapabilityCard::certificates),
                          field("capacities", &CapabilityCard::capacities),
                          field("spare_days_per_month", &CapabilityCard::spare_days_per_month)};
    }
};

}  // namespace konbit
