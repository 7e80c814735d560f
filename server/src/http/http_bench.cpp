// SPDX-License-Identifier: Apache-2.0
// usage: konbit_http_bench PORT IO_THREADS WORKERS
// Serves one record and a list of 50 over the whole chain but the log, for bench/http/layer.
#include "core/log.hpp"
#include "http/server.hpp"
#include "http/service.hpp"

#include <array>
#include <cstdlib>

namespace konbit::http {
namespace {

using FirmId = Id<struct FirmTag>;

struct Firm {
    FirmId id{};
    std::string slug = "sea-moss-growers-of-praslin";
    std::string name = "Sea Moss Growers of Praslin";
    std::string kind = "cooperative";
    std::string country_code = "LC";
    std::optional<std::string> locality = "Praslin";
    std::optional<double> latitude = 13.8753, longitude = -60.8954;
    std::optional<std::int32_t> founded_year = 1998;
    std::optional<std::string> sector = "03";
    std::string size_band = "small";
    std::int64_t version = 7;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Firm::id),
            field("slug", &Firm::slug),
            field("name", &Firm::name),
            field("kind", &Firm::kind),
            field("country_code", &Firm::country_code),
            field("locality", &Firm::locality),
            field("latitude", &Firm::latitude),
            field("longitude", &Firm::longitude),
            field("founded_year", &Firm::founded_year),
            field("sector", &Firm::sector),
            field("size_band", &Firm::size_band),
            field("version", &Firm::version),
        };
    }
};

struct Firms {
    Page<Firm> page;
};
class Anybody {};

Result<Anybody> admit(Firms&, const Request&) { return Anybody{}; }
constexpr Policy<Firms, Anybody> anyone{"anyone", {}, &admit};

Result<Firm> one(Firms& firms, FirmId, Anybody) { return firms.page.items.front(); }
Result<Page<Firm>> list(Firms& firms, Anybody) { return firms.page; }

const std::array routes{
    route(get, "/api/firms", "All firms", anyone, list),
    route(get, "/api/firms/{id}", "One firm", anyone, one),
};

void serve(std::uint16_t port, unsigned io_threads, unsigned workers) {
    Firms firms;
    firms.page.items.resize(50);
    std::vector<Endpoint> endpoints;
    add_routes<Firms>(endpoints, firms, routes);
    ServiceOptions wanted;
    wanted.allowances = Allowances::of(1e12);
    wanted.logs_requests = false;
    Service service(std::move(endpoints), std::move(wanted));

    ServerOptions options;
    options.port = port;
    options.io_threads = io_threads;
    options.workers = workers;
    options.stops_on_signals = true;
    Server server(std::move(options), service);
    server.start();
    server.wait();
}

}  // namespace
}  // namespace konbit::http

int main(int count, char** arguments) {
    if (count != 4) return 2;
    const auto number = [&](int i) { return static_cast<unsigned>(std::atoi(arguments[i])); };
    konbit::http::serve(static_cast<std::uint16_t>(number(1)), number(2), number(3));
}
