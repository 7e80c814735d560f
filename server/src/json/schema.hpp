// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/type.hpp"

#include <map>
#include <string>

namespace konbit::json {

/// The three shapes in which a struct meets a client.
enum class Face {
    read,    ///< "Actor": every field that is sent, all of them required, null where a value may be missing.
    create,  ///< "ActorCreate": without read-only fields; required unless optional, a list or defaulted.
    patch,   ///< "ActorPatch": as create, nothing required.
};

/// Collects the OpenAPI 3.1 component schemas of the types that it is asked about, and of all that these
/// mention.
class Schemas {
  public:
    /// @return The schema to stand in a document: a reference for a record or enumeration, else the schema
    /// itself.
    /// @throws std::logic_error when two different types have one name.
    std::string of(const Type& type, Face face = Face::read);

    template <class T>
    std::string of(Face face = Face::read) {
        return of(type_of<T>(), face);
    }

    /// Component name to its schema, as JSON text.
    const std::map<std::string, std::string>& components() const { return components_; }

  private:
    std::string reference(const Type& type, Face face);
    std::string record(const Type& type, Face face);

    std::map<std::string, std::string> components_;
    std::map<std::string, const Type*> owners_;
};

}  // namespace konbit::json
