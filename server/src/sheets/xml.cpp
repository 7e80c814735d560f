// SPDX-License-Identifier: Apache-2.0
#include "sheets/xml.hpp"

namespace konbit::sheets {

namespace {

constexpr unsigned options = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_doctype |
                             pugi::parse_ws_pcdata_single;

bool has_document_type(const pugi::xml_document& document) {
    for (const auto node : document.children())
        if (node.type() == pugi::node_doctype) return true;
    return false;
}

}  // namespace

Result<XmlPart> XmlPart::parse(std::string bytes, std::string_view name) {
    XmlPart part;
    const auto parsed = part.document_.load_buffer(bytes.data(), bytes.size(), options);
    if (!parsed || has_document_type(part.document_))
        return failure(ErrorCode::invalid, "workbook",
                       {{"file", "workbook_broken", {{"part", std::string(name)}}}});
    return part;
}

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
    for (const pugi::xml_node node : parent.children())
        if (local_name(node.name()) == name) return node;
    return {};
}

pugi::xml_attribute attribute(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_attribute each : node.attributes())
        if (local_name(each.name()) == name) return each;
    return {};
}

}  // namespace konbit::sheets
