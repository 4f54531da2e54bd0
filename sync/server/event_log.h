// The server's log: one JSON object a line, of events with numbers. Nothing personal: no addresses of
// callers, no bodies, no query strings, no names; paths only if they are the protocol's own.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace teken::sync::server {

class EventLog {
public:
    enum class Level : std::uint8_t { Debug, Info, Warn, Error };
    struct Field {
        std::string_view name;
        std::variant<std::int64_t, std::string_view> value;
    };

    /// An empty path means standard error. ReadOnly, NotFound, NoSpace for the file.
    [[nodiscard]] static Result<std::unique_ptr<EventLog>> open(const std::filesystem::path& file,
                                                                std::string_view level);
    ~EventLog();

    /// {"time":"2025-08-21T07:00:00.000Z","level":"info","event":"push","entries":52,…}. Thread-safe.
    void write(Level level, std::string_view event, std::initializer_list<Field> fields = {});
    void flush();

private:
    struct Parts;
    explicit EventLog(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace teken::sync::server
