// Certificates of one proof, from the root's fingerprint down to officers, logs and witnesses: EVIDENCE.md
// section 3, steps 2 and 3. Inside this room only. Errors: VerificationFailed with the step's code as reason.
#pragma once

#include "core/entry/entry.h"
#include "core/ledger/scope.h"

#include <map>
#include <set>

namespace teken::audit {

/// Something of a proof that does not hold, or could not be looked at.
[[nodiscard]] tl::unexpected<Error> buktiFault(const char* code);
[[nodiscard]] tl::unexpected<Error> buktiLack(const char* code);

struct BuktiCertificate {
    entry::Role role = entry::Role::Field;
    PublicKey key;
    FeedId feed;
    std::string name; ///< of an officer: the device
    ledger::Scope units;
    std::optional<EntryId> drive;
    std::uint64_t fromSeconds = 0, untilSeconds = 0; ///< inclusive
    std::optional<entry::Seq> lastSeq;               ///< the smallest revocation
    std::set<EntryId> admitted;

    [[nodiscard]] bool lets(const entry::VerifiedEntry& entry) const {
        return !lastSeq || entry.payload.header.seq <= *lastSeq || admitted.contains(entry.id);
    }
};
using BuktiCertificates = std::vector<const BuktiCertificate*>;

/// Certificates of one key add up: those that let it write this entry. "drive", "unit", "revoked".
[[nodiscard]] Result<BuktiCertificates> lettingWrite(const BuktiCertificates& certificates,
                                                     const entry::VerifiedEntry& entry);

class BuktiChain {
public:
    /// `fingerprint`: normal. "root", "chain", "scope", "revoked", "roles", "names".
    [[nodiscard]] static Result<BuktiChain> build(const std::vector<entry::VerifiedEntry>& entries,
                                                  const std::string& fingerprint);

    [[nodiscard]] BuktiCertificates officers(const FeedId& feed) const;
    /// Logs or witnesses that were not revoked.
    [[nodiscard]] BuktiCertificates current(entry::Role role) const;

private:
    using Entries = std::vector<const entry::VerifiedEntry*>;
    struct Judged {
        BuktiCertificates authorities;
        const entry::VerifiedEntry* entry;
    };
    [[nodiscard]] Result<> note(const PublicKey& key, entry::Role role, const std::string& name = {});
    [[nodiscard]] Result<> walkRoot(const Entries& entries);
    [[nodiscard]] Result<> walkAdmins(const Entries& entries);
    void admitAdmins(const Entries& entries);
    [[nodiscard]] Result<BuktiCertificates> authorityOf(const entry::VerifiedEntry& entry) const;

    std::map<PublicKey, entry::Role> m_roles;
    std::map<PublicKey, std::string> m_names;
    std::vector<BuktiCertificate> m_certified; ///< by the root
    std::vector<BuktiCertificate> m_officers;
};

} // namespace teken::audit
