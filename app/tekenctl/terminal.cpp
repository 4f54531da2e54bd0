#include "app/tekenctl/terminal.h"

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace teken::ctl {

namespace {

constexpr std::size_t kMostTyped = 1'024;
constexpr std::uint64_t kBarWidth = 32;

/// What Ctrl-C sends. While a secret is typed it is read as a letter that ends the line: were it a signal, the
/// process would be gone before it could give the terminal its echo back.
constexpr char kInterrupt = 3;

/// Echo off for as long as it lives.
class Quiet {
public:
    Quiet() {
        m_changed = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_changed)
            return;
        auto quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
        quiet.c_cc[VEOL] = kInterrupt;
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Quiet() {
        if (m_changed)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;

private:
    termios m_before{};
    bool m_changed = false;
};

} // namespace

Result<crypto::SecretBytes> askSecret(const std::string& prompt) {
    if (::isatty(STDIN_FILENO) == 0)
        return fail(ErrorCode::InvalidInput, "ctl.no-terminal",
                    "expected a terminal or --passphrase-file, found neither");
    crypto::SecretBytes typed(kMostTyped);
    std::size_t length = 0;
    bool cancelled = false;
    {
        const Quiet quiet; // before the question: who answers quickly is not shown either
        std::fprintf(stderr, "%s: ", prompt.c_str());
        char letter = 0;
        // read(), not stdio: a buffer of the library would keep a copy.
        while (length < kMostTyped && ::read(STDIN_FILENO, &letter, 1) == 1 && letter != '\n') {
            if (letter == kInterrupt) {
                cancelled = true;
                break;
            }
            typed.writable()[length++] = static_cast<std::uint8_t>(letter);
        }
    }
    std::fprintf(stderr, "\n");
    if (cancelled)
        return fail(ErrorCode::Cancelled, "ctl.cancelled", "expected a passphrase, found an interruption");
    if (length == 0)
        return fail(ErrorCode::InvalidInput, "ctl.passphrase-empty", "expected a passphrase, found nothing");
    return crypto::SecretBytes::copyOf(typed.view().first(length));
}

ProgressBar::ProgressBar(std::string title)
    : m_title(std::move(title)), m_visible(::isatty(STDERR_FILENO) != 0) {}

ProgressBar::~ProgressBar() {
    if (m_drawn)
        std::fprintf(stderr, "\r\033[K");
}

void ProgressBar::show(std::uint64_t done, std::uint64_t total) {
    if (!m_visible || total == 0)
        return;
    const auto now = std::chrono::steady_clock::now();
    if (m_drawn && done < total && now - m_last < std::chrono::milliseconds(80))
        return;
    m_last = now;
    m_drawn = true;
    const auto filled = kBarWidth * std::min(done, total) / total;
    std::string bar(filled, '#');
    bar.resize(kBarWidth, '.');
    std::fprintf(stderr, "\r%s [%s] %llu/%llu\033[K", m_title.c_str(), bar.c_str(),
                 static_cast<unsigned long long>(done), static_cast<unsigned long long>(total));
}

} // namespace teken::ctl
