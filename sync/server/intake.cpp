#include "sync/server/intake.h"

namespace teken::sync::server {

namespace {

/// The key that the entry certifies, if it is a certificate.
std::optional<PublicKey> certifiedBy(const entry::Body& body) {
    if (const auto* certify = std::get_if<entry::Certify>(&body))
        return certify->key;
    if (const auto* officer = std::get_if<entry::CertifyOfficer>(&body))
        return officer->key;
    return std::nullopt;
}

} // namespace

Intake::Intake(Verification& verification, std::vector<std::size_t> places, std::vector<EntryFate>& fates,
               std::function<Result<bool>(const PublicKey&)> isKnownKey)
    : m_verification(verification), m_places(std::move(places)), m_fates(fates),
      m_isKnownKey(std::move(isKnownKey)) {
    m_handed.reserve(m_places.size());
}

Result<const entry::VerifiedEntry*> Intake::next() {
    if (!m_ready.empty()) {
        auto entry = std::move(m_ready.front());
        m_ready.pop_front();
        return handOn(std::move(entry));
    }
    while (auto verified = m_verification.next()) {
        const auto place = m_places[m_taken++];
        m_fates[place].id = verified->id;
        if (!verified->entry) {
            refuse(place, verified->entry.error().reason);
            continue;
        }
        const auto key = verified->entry->raw.key;
        TEKEN_TRY(const bool certified, known(key));
        if (certified)
            return handOn({place, *std::move(verified->entry)});
        m_strangers[key].push_back({place, *std::move(verified->entry)});
    }
    for (const auto& [key, entries] : m_strangers)
        for (const auto& entry : entries)
            refuse(entry.place, "sync.unknown-key");
    m_strangers.clear();
    return nullptr;
}

Result<bool> Intake::known(const PublicKey& key) {
    const auto found = m_keys.find(key);
    if (found != m_keys.end())
        return found->second;
    TEKEN_TRY(const bool certified, m_isKnownKey(key));
    m_keys.emplace(key, certified);
    return certified;
}

// A certificate in this very batch makes its key known, and that one's certificates the next, in any order.
const entry::VerifiedEntry* Intake::handOn(Waiting entry) {
    const auto& header = entry.entry.payload.header;
    m_handed.push_back({entry.place, entry.entry.id, header.feed, header.seq});
    if (const auto key = certifiedBy(entry.entry.payload.body)) {
        m_keys[*key] = true;
        if (auto node = m_strangers.extract(*key))
            for (auto& one : node.mapped())
                m_ready.push_back(std::move(one));
    }
    m_current = std::move(entry);
    return &m_current->entry;
}

void Intake::refuse(std::size_t place, std::string reason) {
    m_fates[place].fate = Fate::Refused;
    m_fates[place].reason = std::move(reason);
}

} // namespace teken::sync::server
