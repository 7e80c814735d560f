// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/exchange_builder.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// What readers and writers of XML share.
namespace konbit::network {

/// Text for the inside of an XML element or attribute.
std::string escaped(std::string_view text);

/// A parsed file that knows on which line its elements begin.
class XmlFile {
  public:
    /// Nothing outside the file is read: the parser knows neither entities of documents nor links.
    explicit XmlFile(std::string_view bytes) {
        const auto options = pugi::parse_default | pugi::parse_ws_pcdata_single;
        result_ = document_.load_buffer(bytes.data(), bytes.size(), options, pugi::encoding_utf8);
        for (std::size_t at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1))
            line_ends_.push_back(static_cast<std::ptrdiff_t>(at));
    }

    Result<pugi::xml_node> root(const char* name) const {
        if (!result_) return refused({line_at(result_.offset), "xml"}, "not_xml", result_.description());
        const pugi::xml_node found = document_.child(name);
        if (!found) return refused({1, name}, "not_this_format");
        return found;
    }
    Place place(const pugi::xml_node& node, std::string_view field) const {
        return {line_at(node.offset_debug()), field};
    }

  private:
    int line_at(std::ptrdiff_t offset) const {
        return 1 + static_cast<int>(std::ranges::lower_bound(line_ends_, offset) - line_ends_.begin());
    }

    std::vector<std::ptrdiff_t> line_ends_;
    pugi::xml_document document_;
    pugi::xml_parse_result result_;
};

/// The graph of a file that has one only.
Result<pugi::xml_node> only_graph(const XmlFile& file, const pugi::xml_node& root);

Direction direction_of(std::string_view word);

}  // namespace konbit::network
