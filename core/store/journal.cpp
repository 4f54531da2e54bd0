#include "core/store/journal.h"

#include "core/store/connection.h"
#include "core/store/seal_box.h"

namespace teken::store {

JournalTable::JournalTable(Connection& connection, SealBox& box) : m_connection(connection), m_box(box) {}

Result<> JournalTable::put(Transaction&, const std::string& key, ByteView value) {
    TEKEN_TRY(const auto sealed, m_box.seal(value, {"journal", "value", key}));
    return m_connection
        .query("INSERT INTO journal (key, value) VALUES (?1, ?2) "
               "ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .bind(key)
        .bind(sealed)
        .run();
}

Result<std::optional<Bytes>> JournalTable::get(const std::string& key) const {
    TEKEN_CHECK(m_box.needUnlocked()); // not even whether something is under way
    auto cells = m_connection.query("SELECT value FROM journal WHERE key = ?1");
    TEKEN_TRY(const bool here, cells.bind(key).next());
    if (!here)
        return std::optional<Bytes>{};
    TEKEN_TRY(auto value, m_box.open(cells.bytes(0), {"journal", "value", key}));
    return std::optional<Bytes>(std::move(value));
}

Result<> JournalTable::remove(Transaction&, const std::string& key) {
    return m_connection.query("DELETE FROM journal WHERE key = ?1").bind(key).run();
}

SettingsTable::SettingsTable(Connection& connection) : m_connection(connection) {}

Result<> SettingsTable::put(Transaction&, const std::string& key, const std::string& value) {
    return m_connection
        .query("INSERT INTO setting (key, value) VALUES (?1, ?2) "
               "ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .bind(key)
        .bind(value)
        .run();
}

Result<std::optional<std::string>> SettingsTable::get(const std::string& key) const {
    auto cells = m_connection.query("SELECT value FROM setting WHERE key = ?1");
    TEKEN_TRY(const bool here, cells.bind(key).next());
    if (!here)
        return std::optional<std::string>{};
    return std::optional<std::string>(cells.text(0));
}

Result<> SettingsTable::remove(Transaction&, const std::string& key) {
    return m_connection.query("DELETE FROM setting WHERE key = ?1").bind(key).run();
}

} // namespace teken::store
