// The key that opens sealed evidence rests in its recipient's own book, behind the passphrase of whoever
// holds it.
#pragma once

#include "app/auditing/audit_source.h"

#include <string>
#include <vector>

namespace teken::auditing {

/// Who may unlock the book; empty: it is open, nobody has to.
[[nodiscard]] Result<std::vector<std::string>> holdersOf(store::Book& book);

/// Unlocks a sealed book; nothing for an open one. NotFound ("ctl.no-holder"), Unauthorized
/// ("store.wrong-passphrase"). Slow.
[[nodiscard]] Result<> unlockAs(store::Book& book, const std::string& holder,
                                const crypto::SecretBytes& passphrase);

/// Whether the book has the key of `recipient`: known without a passphrase. Unauthorized
/// ("audit.other-recipient"); errors of the book.
[[nodiscard]] Result<> needRecipient(store::Book& book, const RecipientKey& recipient);

} // namespace teken::auditing
