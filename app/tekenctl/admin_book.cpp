#include "app/tekenctl/admin_book.h"

#include "core/store/journal.h"

namespace teken::ctl {

Result<AdminBook> openAdmin(Context& context) {
    AdminBook admin;
    TEKEN_TRY(admin.open, context.open());
    TEKEN_TRY(const auto setting, admin.open.book->settings().get(desk::setting::kDrive));
    std::optional<EntryId> drive;
    if (setting) {
        TEKEN_TRY(drive, EntryId::fromHex(*setting));
    }
    TEKEN_TRY(auto desk, desk::AdminDesk::open(context.seams(admin.open), drive));
    admin.desk = std::make_unique<desk::AdminDesk>(std::move(desk));
    return admin;
}

Result<EntryId> driveOf(OpenBook& open) {
    TEKEN_TRY(const auto setting, open.book->settings().get(desk::setting::kDrive));
    if (setting)
        return EntryId::fromHex(*setting);
    TEKEN_TRY(const auto drives, open.ledger->drives());
    if (drives.size() != 1)
        return fail(ErrorCode::NotFound, drives.empty() ? "drive.none" : "desk.which-drive",
                    "expected one drive in this book, found " + std::to_string(drives.size()));
    return drives.front().drive;
}

} // namespace teken::ctl
