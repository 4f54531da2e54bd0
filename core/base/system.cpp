#include "core/base/system.h"

#include <fstream>

namespace teken {
namespace {

// Linux gives each boot a random UUID. Where there is none, zero says "unknown": the counter is then only
// compared within one run of the program.
BootId readBootId() {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string text;
    std::getline(file, text);
    std::erase(text, '-');
    return BootId::fromHex(text).value_or(BootId{});
}

} // namespace

SystemClock::SystemClock() : m_boot(readBootId()) {}

WallTime SystemClock::now() const {
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

Milliseconds SystemClock::monotonic() const {
    return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace teken
