#include "sync/server/event_log.h"

#include "sync/protocol/strict_json.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace teken::sync::server {

namespace {

spdlog::level::level_enum levelOf(EventLog::Level level) {
    switch (level) {
    case EventLog::Level::Debug:
        return spdlog::level::debug;
    case EventLog::Level::Info:
        return spdlog::level::info;
    case EventLog::Level::Warn:
        return spdlog::level::warn;
    case EventLog::Level::Error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

} // namespace

struct EventLog::Parts {
    std::shared_ptr<spdlog::logger> logger; // owned here, not registered anywhere
};

EventLog::EventLog(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
EventLog::~EventLog() = default;

Result<std::unique_ptr<EventLog>> EventLog::open(const std::filesystem::path& file, std::string_view level) {
    try {
        spdlog::sink_ptr sink;
        if (file.empty())
            sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
        else
            sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file.string());
        auto parts = std::make_unique<Parts>();
        parts->logger = std::make_shared<spdlog::logger>("teken", std::move(sink));
        parts->logger->set_level(spdlog::level::from_str(std::string(level)));
        parts->logger->flush_on(spdlog::level::warn);
        parts->logger->set_formatter(std::make_unique<spdlog::pattern_formatter>(
            R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc));
        return std::unique_ptr<EventLog>(new EventLog(std::move(parts)));
    } catch (const std::exception&) {
        return fail(ErrorCode::ReadOnly, "log.open", "the log file cannot be opened for writing",
                    file.string());
    }
}

void EventLog::write(Level level, std::string_view event, std::initializer_list<Field> fields) {
    if (!m_parts->logger->should_log(levelOf(level)))
        return;
    JsonWriter json;
    json.key("event").text(event);
    for (const auto& field : fields) {
        json.key(field.name);
        if (const auto* number = std::get_if<std::int64_t>(&field.value))
            json.number(*number);
        else
            json.text(std::get<std::string_view>(field.value));
    }
    const auto bytes = json.finish();
    m_parts->logger->log(levelOf(level), textOf(bytes));
}

void EventLog::flush() {
    m_parts->logger->flush();
}

} // namespace teken::sync::server
