// The one place where a passphrase leaves the screen's world. Qt's own copies (the field, the event queue)
// cannot be wiped; ours are.
#pragma once

#include "core/crypto/secret.h"

#include <QString>

namespace teken::app {

[[nodiscard]] crypto::SecretBytes secretFrom(const QString& text);

} // namespace teken::app
