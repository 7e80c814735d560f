// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"

#include <functional>
#include <initializer_list>

namespace konbit::http {

using Handler = std::function<Response(Request&)>;
/// Does something before and after the handler inside it, or answers in its place.
using Middleware = std::function<Response(Request&, const Handler&)>;

/// The middlewares around a handler; the first is the outermost.
Handler chain(std::initializer_list<Middleware> middlewares, Handler innermost);

/// Security headers on every answer (content security policy, nosniff, framing, referrer), HSTS over https,
/// and no-store where the answer holds secrets.
/// @param with_subdomains  HSTS holds for every name below ours too.
Middleware hardened(bool with_subdomains = false);

/// GETs answered with 200 get an entity tag unless they have one, and 304 when the client has that content.
Middleware conditional();

/// gzip for texts worth it, when the client takes it. Answers with secrets stay as they are: their compressed
/// length would tell an attacker who controls part of the page about the rest (BREACH).
Middleware compressed();

/// Refuses unsafe requests that another site's page made a browser send: Sec-Fetch-Site must be same-origin
/// (or none: typed by the user), else Origin must be ours. Clients that are no browsers send neither and
/// pass.
Middleware same_origin_only();

}  // namespace konbit::http
