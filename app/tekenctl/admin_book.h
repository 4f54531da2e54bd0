// An admin's book and desk, opened together.
#pragma once

#include "app/tekenctl/context.h"
#include "core/desk/admin_desk.h"

namespace teken::ctl {

struct AdminBook {
    OpenBook open;
    std::unique_ptr<desk::AdminDesk> desk;
};

/// On the drive the book is set to, or its only open one.
[[nodiscard]] Result<AdminBook> openAdmin(Context& context);

/// The drive a command is about, for books of any role: the setting, else the only one there is.
[[nodiscard]] Result<EntryId> driveOf(OpenBook& open);

} // namespace teken::ctl
