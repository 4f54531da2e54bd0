#include "core/audit/bukti_chain.h"

#include "core/audit/root_key.h"
#include "core/crypto/hash.h"

#include <algorithm>

namespace teken::audit {
namespace {

using entry::Role;

constexpr std::int64_t kMsInASecond = 1'000;

std::uint64_t secondsOf(std::int64_t ms) {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, ms / kMsInASecond));
}

/// The units an entry is about; nullopt: of none.
std::optional<ledger::Scope> unitsOf(const entry::Body& body) {
    const auto several = [](const entry::Units& units) {
        return units.empty() ? std::nullopt : std::optional(ledger::Scope::of(units));
    };
    if (const auto* open = std::get_if<entry::OpenSession>(&body))
        return several(open->units);
    if (const auto* plan = std::get_if<entry::PlanSession>(&body))
        return several(plan->units);
    if (const auto* officer = std::get_if<entry::CertifyOfficer>(&body))
        return several(officer->units);
    if (const auto* sign = std::get_if<entry::Sign>(&body))
        return ledger::Scope::ofUnit(sign->unit);
    if (const auto* added = std::get_if<entry::AddPerson>(&body))
        return ledger::Scope::ofUnit(added->unit);
    return std::nullopt;
}

BuktiCertificate certificateOf(const entry::Certify& body) {
    BuktiCertificate certificate;
    certificate.role = body.role;
    certificate.key = body.key;
    certificate.feed = crypto::feedIdOf(body.key);
    certificate.name = body.name;
    certificate.units = ledger::Scope::of(body.units);
    certificate.drive = body.drive;
    certificate.fromSeconds = secondsOf(body.fromMs);
    certificate.untilSeconds = secondsOf(body.untilMs);
    return certificate;
}

BuktiCertificate certificateOf(const entry::CertifyOfficer& body, const std::optional<EntryId>& drive) {
    BuktiCertificate certificate;
    certificate.key = body.key;
    certificate.feed = crypto::feedIdOf(body.key);
    certificate.name = body.device;
    certificate.units = ledger::Scope::of(body.units);
    certificate.drive = drive;
    return certificate;
}

void revoke(BuktiCertificate& certificate, entry::Seq last) {
    certificate.lastSeq = std::min(certificate.lastSeq.value_or(last), last);
}

/// Certificates of the feed that an admin's entry names, within that admin's reach.
template <class Work>
void within(const BuktiCertificates& authorities, const entry::VerifiedEntry& entry, const FeedId& feed,
            std::vector<BuktiCertificate>& certificates, bool ofAdmins, const Work& work) {
    ledger::Scope reach;
    bool anyDrive = false;
    for (const auto* one : authorities) {
        reach.join(one->units);
        anyDrive = anyDrive || (ofAdmins && !one->drive);
    }
    for (auto& one : certificates) {
        const bool sameKind = (one.role == Role::Admin) == ofAdmins;
        const bool inDrive = anyDrive || one.drive == entry.payload.header.drive;
        if (sameKind && one.feed == feed && inDrive && reach.covers(one.units))
            work(one);
    }
}

void admit(const BuktiCertificates& authorities, const entry::VerifiedEntry& entry,
           std::vector<BuktiCertificate>& certificates, bool ofAdmins) {
    const auto& body = std::get<entry::Admit>(entry.payload.body);
    within(authorities, entry, body.feed, certificates, ofAdmins,
           [&](BuktiCertificate& one) { one.admitted.insert(body.entries.begin(), body.entries.end()); });
}

} // namespace

tl::unexpected<Error> buktiFault(const char* code) {
    return fail(ErrorCode::VerificationFailed, code, "a proof that does not hold");
}

tl::unexpected<Error> buktiLack(const char* code) {
    return fail(ErrorCode::NotFound, code, "a proof that lacks something");
}

Result<BuktiCertificates> lettingWrite(const BuktiCertificates& certificates,
                                       const entry::VerifiedEntry& entry) {
    BuktiCertificates left = certificates;
    std::erase_if(left,
                  [&](const auto* one) { return one->drive && one->drive != entry.payload.header.drive; });
    if (left.empty())
        return buktiFault("drive");
    if (const auto wanted = unitsOf(entry.payload.body))
        std::erase_if(left, [&](const auto* one) { return !one->units.covers(*wanted); });
    if (left.empty())
        return buktiFault("unit");
    std::erase_if(left, [&](const auto* one) { return !one->lets(entry); });
    if (left.empty())
        return buktiFault("revoked");
    return left;
}

Result<BuktiChain> BuktiChain::build(const std::vector<entry::VerifiedEntry>& entries,
                                     const std::string& fingerprint) {
    Entries ofRoot, others;
    for (const auto& entry : entries)
        (namesKey(fingerprint, entry.raw.key) ? ofRoot : others).push_back(&entry);
    const bool one = !ofRoot.empty() && std::ranges::all_of(ofRoot, [&](const auto* entry) {
        return entry->raw.key == ofRoot.front()->raw.key;
    });
    if (!one)
        return buktiFault("root");
    BuktiChain chain;
    TEKEN_CHECK(chain.walkRoot(ofRoot));
    TEKEN_CHECK(chain.walkAdmins(others));
    return chain;
}

BuktiCertificates BuktiChain::officers(const FeedId& feed) const {
    BuktiCertificates own;
    for (const auto& one : m_officers)
        if (one.feed == feed)
            own.push_back(&one);
    return own;
}

BuktiCertificates BuktiChain::current(Role role) const {
    BuktiCertificates found;
    for (const auto& one : m_certified)
        if (one.role == role && !one.lastSeq)
            found.push_back(&one);
    return found;
}

/// One key, one role; a key of a log or of a witness has one name, or it would count as two.
Result<> BuktiChain::note(const PublicKey& key, Role role, const std::string& name) {
    if (m_roles.emplace(key, role).first->second != role)
        return buktiFault("roles");
    const bool named = role == Role::Log || role == Role::Cosigner;
    if (named && m_names.emplace(key, name).first->second != name)
        return buktiFault("names");
    return {};
}

Result<> BuktiChain::walkRoot(const Entries& entries) {
    for (const auto* entry : entries) {
        TEKEN_CHECK(note(entry->raw.key, Role::Root));
        if (std::holds_alternative<entry::Revoke>(entry->payload.body))
            continue;
        const auto* body = std::get_if<entry::Certify>(&entry->payload.body);
        if (body == nullptr ||
            (body->role != Role::Admin && body->role != Role::Log && body->role != Role::Cosigner))
            return buktiFault("chain");
        TEKEN_CHECK(note(body->key, body->role, body->name));
        m_certified.push_back(certificateOf(*body));
    }
    for (const auto* entry : entries)
        if (const auto* body = std::get_if<entry::Revoke>(&entry->payload.body))
            for (auto& one : m_certified)
                if (one.role == body->role && one.key == body->key)
                    revoke(one, body->lastSeq);
    return {};
}

Result<BuktiCertificates> BuktiChain::authorityOf(const entry::VerifiedEntry& entry) const {
    const auto& body = entry.payload.body;
    BuktiCertificates own;
    for (const auto& one : m_certified)
        if (one.role == Role::Admin && one.key == entry.raw.key)
            own.push_back(&one);
    if (own.empty() ||
        !(std::holds_alternative<entry::CertifyOfficer>(body) ||
          std::holds_alternative<entry::RevokeOfficer>(body) || std::holds_alternative<entry::Admit>(body)))
        return buktiFault("chain");
    auto letting = lettingWrite(own, entry);
    if (!letting && letting.error().reason != "revoked")
        return buktiFault("scope");
    return letting;
}

/// Admissions that need no other admission first, so that nobody admits themselves.
void BuktiChain::admitAdmins(const Entries& entries) {
    std::vector<Judged> plain;
    for (const auto* entry : entries)
        if (std::holds_alternative<entry::Admit>(entry->payload.body))
            if (auto authorities = authorityOf(*entry))
                plain.push_back({std::move(*authorities), entry});
    for (const auto& [authorities, entry] : plain)
        admit(authorities, *entry, m_certified, true);
}

Result<> BuktiChain::walkAdmins(const Entries& entries) {
    admitAdmins(entries);
    std::vector<Judged> judged;
    for (const auto* entry : entries) {
        TEKEN_TRY(auto authorities, authorityOf(*entry));
        judged.push_back({std::move(authorities), entry});
    }
    for (const auto& [authorities, entry] : judged)
        if (const auto* body = std::get_if<entry::CertifyOfficer>(&entry->payload.body)) {
            TEKEN_CHECK(note(body->key, Role::Field));
            m_officers.push_back(certificateOf(*body, entry->payload.header.drive));
        }
    for (const auto& [authorities, entry] : judged) {
        if (const auto* body = std::get_if<entry::RevokeOfficer>(&entry->payload.body))
            within(authorities, *entry, body->feed, m_officers, false,
                   [&](BuktiCertificate& one) { revoke(one, body->lastSeq); });
        if (std::holds_alternative<entry::Admit>(entry->payload.body))
            admit(authorities, *entry, m_officers, false);
    }
    return {};
}

} // namespace teken::audit
