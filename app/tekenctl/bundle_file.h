// .teken files of the command line: opened, unsealed with the book's own key, checked to the last byte.
#pragma once

#include "app/tekenctl/context.h"
#include "sync/bundle/transfer.h"

namespace teken::ctl {

/// True if the file begins like a .teken file, whatever comes after.
[[nodiscard]] bool looksLikeBundle(Context& context, const std::filesystem::path& file);

/// Checked whole, and ready to be read a second time. `book` may be null for files that are not sealed.
[[nodiscard]] Result<std::unique_ptr<sync::BundleReader>> openBundle(Context& context, store::Book* book,
                                                                     const std::filesystem::path& file);

} // namespace teken::ctl
