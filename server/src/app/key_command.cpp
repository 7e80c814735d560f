// SPDX-License-Identifier: Apache-2.0
#include "app/key_command.hpp"

#include "app/command_line.hpp"
#include "app/runtime.hpp"
#include "core/log.hpp"
#include "features/audit/trail.hpp"
#include "features/keys/key_mark.hpp"
#include "features/keys/loss.hpp"
#include "features/keys/rekeying.hpp"
#include "features/keys/rotation.hpp"

#include <fmt/core.h>

#include <system_error>

namespace konbit {

namespace {

/// Runs `work(App&)`, which prints what it did, on an installation that is there.
template <class Work>
int on_installation(const Config& config, const Work& work) {
    log::configure(log::Format::plain, log::Level::warning);
    auto runtime = Runtime::open_existing(config);
    if (!runtime) return complain(runtime.error());
    try {
        const Result<void> done = work((*runtime)->app());
        return done ? 0 : complain(done.error());
    } catch (const std::system_error& error) {
        return complain({ErrorCode::unavailable, error.what(), {}, {}});
    }
}

Result<void> keep_trace(App& app) { return audit::keep_command(app.database, app.clock, {"keys", {}}); }

std::string day_of(std::optional<Instant> at) { return at ? utc_date(*at).str() : "on an unknown day"; }

std::string why_kept(const keys::FormerKey& key, Instant now) {
    std::string why;
    if (key.waves > 0) why = fmt::format("personal links of {} waves that are not frozen", key.waves);
    if (now < key.kept_until)
        why +=
            fmt::format("{}mailed links until {}", why.empty() ? "" : ", ", utc_date(key.kept_until).str());
    return why.empty() ? "nothing; it goes within a day" : why;
}

Result<void> rotate_wave(App& app, const std::string& text) {
    const auto wave = WaveId::parse(text);
    if (!wave) return failure(ErrorCode::not_found, "--wave is no id of a wave");
    KONBIT_TRY(const std::int64_t rows, keys::rekey(app, *wave));
    fmt::print("{} sealed answers were sealed anew; the wave's former key goes within a day\n", rows);
    return keep_trace(app);
}

Result<void> rotate_installation(App& app) {
    KONBIT_TRY(const keys::Moved moved, keys::rotate(app));
    fmt::print("{} is the installation key now\n", app.keys.labels().front().id);
    fmt::print("sealed anew: {} wave keys, {} authenticator secrets, {} messages, {} competition flags\n",
               moved.wave_keys, moved.secrets, moved.messages, moved.flags);
    fmt::print("Back up {} now: earlier backups of the keys do not open what is written from now on.\n",
               app.keys.folder().string());
    return keep_trace(app);
}

void print_loss(const keys::Loss& loss) {
    fmt::print("sealed answers                 {} in {} waves\n", loss.sealed_rows, loss.waves);
    fmt::print("authenticator apps             {} accounts\n", loss.secrets);
    fmt::print("mail that waits                {}\n", loss.messages);
    fmt::print("competition flags              {}\n", loss.flags);
    fmt::print("marks of erased or stopped     {}\n", loss.marks);
}

Result<void> start_anew(App& app, bool is_new_key) {
    KONBIT_TRY(const keys::Loss loss,
               is_new_key ? keys::go_on_with_new_key(app) : keys::go_on_without_wave_keys(app));
    print_loss(loss);
    fmt::print("These are gone. {}\n",
               is_new_key ? "Every personal link has ended: send new ones from the screens of open waves."
                          : "Members of open waves can answer the sealed questions again.");
    return keep_trace(app);
}

/// Without a key nothing but counting is possible.
int tell_loss(const Config& config) {
    if (const auto installed = check_installed(config); !installed) return complain(installed.error());
    const auto database = open_database(config);
    if (!database) return complain(database.error());
    fmt::print("The installation key is missing. With it would be lost:\n\n");
    print_loss(keys::measure(**database));
    fmt::print(
        "\nand every personal link. Look for the backup of the keys first. To go on without: "
        "konbit keys lost --accept\n");
    return 1;
}

bool has_key(const Config& config) {
    return std::filesystem::exists(config.key_file.empty() ? config.data / "keys" / "installation.key"
                                                           : config.key_file);
}

}  // namespace

int list_keys(const Config& config) {
    return on_installation(config, [](App& app) -> Result<void> {
        const auto newest = app.keys.labels().front();
        fmt::print("{}  in use, made {}\n", newest.id, day_of(newest.made_at));
        for (const auto& key : keys::list_former(app))
            fmt::print("{}  replaced {}; needed by {}\n", key.label.id, day_of(key.replaced_at),
                       why_kept(key, app.clock.now()));
        return {};
    });
}

int rotate_keys(const Config& config, const KeyWork& work) {
    return on_installation(config, [&](App& app) {
        return work.wave.empty() ? rotate_installation(app) : rotate_wave(app, work.wave);
    });
}

int retire_keys(const Config& config, const KeyWork& work) {
    return on_installation(config, [&](App& app) -> Result<void> {
        if (!work.key.empty()) {
            KONBIT_CHECK(keys::retire_now(app, work.key));
            fmt::print("{} is gone, and links made with it have ended\n", work.key);
            return keep_trace(app);
        }
        KONBIT_TRY(const auto gone, keys::retire(app));
        fmt::print("{} former keys went\n", gone.size());
        return keep_trace(app);
    });
}

int go_on_after_loss(const Config& config, const KeyWork& work) {
    if (has_key(config)) {
        if (!work.is_accepted) {
            fmt::print(
                "The installation key is there. If keys of waves are lost: konbit keys lost --accept\n");
            return 0;
        }
        return on_installation(config, [](App& app) { return start_anew(app, false); });
    }
    if (!work.is_accepted) return tell_loss(config);
    log::configure(log::Format::plain, log::Level::warning);
    auto runtime = Runtime::open(config, MissingKey::replace);
    if (!runtime) return complain(runtime.error());
    const auto done = start_anew((*runtime)->app(), true);
    return done ? 0 : complain(done.error());
}

}  // namespace konbit
