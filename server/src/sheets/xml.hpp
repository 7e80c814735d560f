// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"

#include <pugixml.hpp>

#include <string>
#include <string_view>

/// Parts of a workbook as XML. Names are compared without their namespace prefix, which each writer chooses.
namespace konbit::sheets {

/// A part with the text from which it was parsed in place.
class XmlPart {
  public:
    /// @param name  Of the part, for the message.
    /// @return ErrorCode::invalid at "file": `workbook_broken` for malformed XML and for a document type
    ///         declaration, which no workbook has and from which entities would come.
    static Result<XmlPart> parse(std::string bytes, std::string_view name);

    pugi::xml_node root() const { return document_.document_element(); }

  private:
    pugi::xml_document document_;
};

std::string_view local_name(std::string_view name);

/// The first child of that name, or an empty node.
pugi::xml_node child(pugi::xml_node parent, std::string_view name);

/// The first attribute of that name, or an empty one.
pugi::xml_attribute attribute(pugi::xml_node node, std::string_view name);

/// Calls `visit` with each child of that name.
template <class Visit>
void each_child(pugi::xml_node parent, std::string_view name, Visit visit) {
    for (const pugi::xml_node node : parent.children())
        if (local_name(node.name()) == name) visit(node);
}

}  // namespace konbit::sheets
