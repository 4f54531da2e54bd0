#include "app/teken/controllers/secret_text.h"

namespace teken::app {

crypto::SecretBytes secretFrom(const QString& text) {
    // NFC: the same passphrase typed on two keyboards may differ in how accents are composed.
    QByteArray bytes = text.normalized(QString::NormalizationForm_C).toUtf8();
    const std::span<std::uint8_t> raw(reinterpret_cast<std::uint8_t*>(bytes.data()),
                                      std::size_t(bytes.size()));
    auto secret = crypto::SecretBytes::copyOf(raw);
    crypto::wipe(raw);
    return secret;
}

} // namespace teken::app
