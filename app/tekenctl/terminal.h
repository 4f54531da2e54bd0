// The person at the terminal: passphrases without echo, a progress bar when somebody is looking.
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"

#include <chrono>
#include <string>

namespace teken::ctl {

/// InvalidInput ("ctl.no-terminal") when nobody can be asked; Cancelled ("ctl.cancelled") after Ctrl-C.
[[nodiscard]] Result<crypto::SecretBytes> askSecret(const std::string& prompt);

/// A bar on standard error; nothing when that is no terminal.
class ProgressBar {
public:
    explicit ProgressBar(std::string title);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;
    void show(std::uint64_t done, std::uint64_t total);

private:
    std::string m_title;
    bool m_visible;
    bool m_drawn = false;
    std::chrono::steady_clock::time_point m_last{};
};

} // namespace teken::ctl
