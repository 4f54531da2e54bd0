// A wrong clock for tests with real programs: preloaded into one, it moves the wall clock by
// TEKEN_CLOCK_SHIFT seconds, as somebody does who sets a laptop's clock. The monotonic clock goes on as it
// is.
#include <ctime>

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdlib>

namespace {

time_t shift() {
    const char* seconds = std::getenv("TEKEN_CLOCK_SHIFT");
    return seconds == nullptr ? 0 : std::strtol(seconds, nullptr, 10);
}

} // namespace

// NOLINTBEGIN: the C library's own names
extern "C" int clock_gettime(clockid_t clock, timespec* at) noexcept {
    const auto code = static_cast<int>(syscall(SYS_clock_gettime, clock, at));
    if (code == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        at->tv_sec += shift();
    return code;
}

extern "C" int gettimeofday(timeval* at, void*) noexcept {
    timespec now{};
    const int code = clock_gettime(CLOCK_REALTIME, &now);
    at->tv_sec = now.tv_sec;
    at->tv_usec = now.tv_nsec / 1000;
    return code;
}

extern "C" time_t time(time_t* at) noexcept {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (at != nullptr)
        *at = now.tv_sec;
    return now.tv_sec;
}
// NOLINTEND
