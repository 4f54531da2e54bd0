// What a laptop knows of the centre: its clock, and its list of who has signed as one desk may believe it.
#pragma once

#include "core/base/seams.h"
#include "core/entry/ids.h"
#include "core/store/book.h"

#include <optional>
#include <span>
#include <vector>

namespace teken::desk {

/// The centre's clock minus this machine's when they last met; nullopt: never, or it cannot be read.
[[nodiscard]] std::optional<Milliseconds> clockOffset(store::Book& book);
[[nodiscard]] Result<> keepClockOffset(store::Book& book, store::Transaction& transaction,
                                       Milliseconds offset);

/// Of the `listed` of `asOf` (this machine's clock), all but those whose signature the feed `own` has voided
/// since, or without the centre knowing of it yet: the list still holds that signature. Locked.
[[nodiscard]] Result<std::vector<PersonId>> stillSigned(store::Book& book, const FeedId& own,
                                                        std::span<const PersonId> listed, WallTime asOf);

} // namespace teken::desk
