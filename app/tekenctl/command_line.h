// The whole command line of tekenctl: what may be typed, and the help about it.
#pragma once

#include "app/tekenctl/commands.h"

namespace teken::ctl {

/// Every command and option goes into `app`. Parsing fills `options` and sets `chosen`; both outlive `app`.
void addEverything(CLI::App& app, Options& options, Command& chosen);

} // namespace teken::ctl
