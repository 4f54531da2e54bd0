// .teken files for a laptop: unsealed with its own key and checked to the last byte before anything is kept.
#pragma once

#include "core/store/book.h"
#include "sync/bundle/transfer.h"

namespace teken::app {

/// Ready to be read from the start. Locked when a sealed file meets a locked book; the errors of BundleReader
/// and checkBundle.
[[nodiscard]] Result<std::unique_ptr<sync::BundleReader>>
openChecked(sync::BundleStorage& storage, store::Book& book, const std::filesystem::path& file);

/// What the centre has not acknowledged, sealed to it. NotFound "bundle.no-centre-recipient".
[[nodiscard]] Result<sync::ExportRequest> unsentRequest(store::Book& book, const ledger::Ledger& ledger,
                                                        WallTime now);

} // namespace teken::app
