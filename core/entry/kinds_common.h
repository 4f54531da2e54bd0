// What bodies of several kinds share (FORMAT.md section 5).
#pragma once

#include "core/entry/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace teken::entry {

/// Roles a key may have. One key, one role.
enum class Role : std::uint8_t { Root, Admin, Field, Server, Log, Cosigner, Recipient };

/// A person named in a record who is not a signer: head, witness.
struct Party {
    std::string name;
    std::string number;
    std::string post;
    friend bool operator==(const Party&, const Party&) = default;
};

using Units = std::vector<std::string>; ///< unit codes; {"*"} means all

} // namespace teken::entry
