// What is under way and must survive a power cut: the session in progress, the strokes of the signature that
// is being made. One value a key, sealed; the keys are plain text and hold nothing personal. A saved
// signature removes its strokes in its own transaction.
#pragma once

#include "core/store/book.h"

#include <optional>
#include <string>

namespace teken::store {

class JournalTable {
public:
    JournalTable(Connection& connection, SealBox& box);
    /// All of them answer Locked ("store.locked") while the book is, except remove().
    [[nodiscard]] Result<> put(Transaction& transaction, const std::string& key, ByteView value);
    [[nodiscard]] Result<std::optional<Bytes>> get(const std::string& key) const;
    [[nodiscard]] Result<> remove(Transaction& transaction, const std::string& key);

private:
    Connection& m_connection;
    SealBox& m_box;
};

/// Settings that are not personal (server address, pins, window size): plain text, readable while locked.
class SettingsTable {
public:
    explicit SettingsTable(Connection& connection);
    [[nodiscard]] Result<> put(Transaction& transaction, const std::string& key, const std::string& value);
    [[nodiscard]] Result<std::optional<std::string>> get(const std::string& key) const;
    [[nodiscard]] Result<> remove(Transaction& transaction, const std::string& key);

private:
    Connection& m_connection;
};

} // namespace teken::store
