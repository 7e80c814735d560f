// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "json/writer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::pages {

/// A JSON object written member by member; empty values are left out.
class JsonObject {
  public:
    explicit JsonObject(std::string_view type) { text("@type", type); }

    JsonObject& text(std::string_view name, std::string_view value) {
        if (!value.empty()) append_json_string(key(name), value);
        return *this;
    }
    JsonObject& text_if(std::string_view name, const std::optional<std::string>& value) {
        return text(name, std::string_view(value ? *value : std::string_view()));
    }
    JsonObject& number(std::string_view name, double value) {
        json::write_number(key(name), value);
        return *this;
    }
    /// A list of texts; left out when there is none.
    JsonObject& texts(std::string_view name, const std::vector<std::string>& values) {
        std::string list;
        for (const auto& value : values) append_json_string(list += list.empty() ? "" : ",", value);
        return list.empty() ? *this : raw(name, "[" + list + "]");
    }
    /// A list of objects; left out when there is none.
    JsonObject& objects(std::string_view name, const std::vector<JsonObject>& values) {
        std::string list;
        for (const auto& value : values) (list += list.empty() ? "" : ",") += value.str();
        return list.empty() ? *this : raw(name, "[" + list + "]");
    }
    JsonObject& raw(std::string_view name, const std::string& json) {
        key(name) += json;
        return *this;
    }
    std::string str() const { return json_ + '}'; }

  private:
    std::string& key(std::string_view name) {
        if (json_.size() > 1) json_ += ',';
        append_json_string(json_, name);
        return json_ += ':';
    }

    std::string json_ = "{";
};

}  // namespace konbit::pages
