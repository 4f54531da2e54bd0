// Plays an officer's session from a script: the same desk as the screens use, with ink drawn by a small
// machine.
//
// A script is a JSON object {"steps": [{"do": "open", …}, {"do": "sign", "count": 20}, …]}; all steps and
// their keys are listed in packaging/HANDBOOK.md.
#pragma once

#include "app/tekenctl/context.h"
#include "core/domain/ink.h"

namespace teken::ctl {

struct PlayOptions {
    std::filesystem::path script;
    std::string session;
    bool resume = false;
    bool each = false;
};

[[nodiscard]] Result<int> play(Context& context, const PlayOptions& options);

/// A scribble that is always the same for the same person, and another for another.
[[nodiscard]] domain::InkStrokes drawnInk(const PersonId& person);

} // namespace teken::ctl
