// Options that several commands have, with the same words in each.
#pragma once

#include <cstdint>
#include <string>

namespace CLI {
class App;
}

namespace teken::ctl {

/// The root fingerprint, required.
void addRoot(CLI::App& command, std::string& into);
/// From when a key counts no more, required, and why.
void addRevocation(CLI::App& command, std::uint64_t& lastSeq, std::string& reason);

} // namespace teken::ctl
