// How a machine becomes part of a drive without ever having seen a network: a request goes out as a file, a
// certificate comes back with everything the machine needs. Secret keys never travel. Format:
// core/desk/FORMAT.md.
#pragma once

#include "core/crypto/passphrase.h"
#include "core/desk/desk_seams.h"
#include "core/store/keyring.h"

#include <optional>
#include <string>
#include <vector>

namespace teken::desk {

inline constexpr std::size_t kMostRequestBytes = 16 * 1024;
inline constexpr std::size_t kLeastFingerprintDigits = 32; ///< 8 are a label, 32 are a comparison

/// What a machine asks to be certified for. Signed by `key` itself: proof that the asker holds the secret.
struct EnrolmentRequest {
    entry::Role role = entry::Role::Field; ///< Field, Admin, Server or Log
    std::string name;                      ///< of the person or server; of a log its origin
    std::string device;
    PublicKey key;
    std::optional<RecipientKey> recipient; ///< X25519 of the machine, for files sealed to it
    std::vector<Digest> pins;              ///< Server: its TLS keys, current and next
    std::string address;                   ///< Server: where it is reached
    std::optional<FeedId> succeeds;        ///< the feed of this machine that the new key replaces
    Nonce nonce{};                         ///< new in each request
    friend bool operator==(const EnrolmentRequest&, const EnrolmentRequest&) = default;
};

/// The file, signed with `key`, whose public half must be request.key.
[[nodiscard]] Result<Bytes> encodeRequest(const EnrolmentRequest& request, const crypto::SigningKey& key);
/// InvalidInput ("enrolment.format"), VerificationFailed ("enrolment.proof"): the asker does not hold the
/// key.
[[nodiscard]] Result<EnrolmentRequest> readRequest(ByteView file);
/// Request of the unlocked holder of this book.
[[nodiscard]] Result<Bytes> requestOfHolder(store::Book& book, RandomSource& random,
                                            const std::string& device,
                                            std::optional<FeedId> succeeds = std::nullopt);

/// SHA-256 of a key in groups of four hex digits, the first 32: what two people compare over the telephone.
[[nodiscard]] std::string fingerprintForPeople(const PublicKey& key);
/// Whether what a person typed or scanned (spaces, dashes, case ignored; at least 32 hex digits) is the
/// beginning of SHA-256(key). InvalidInput ("enrolment.fingerprint-short", "enrolment.fingerprint-format"),
/// VerificationFailed (`otherwise`: whose key it should have been decides what to do now).
[[nodiscard]] Result<> compareFingerprint(std::string_view typed, const PublicKey& key,
                                          const char* otherwise = "enrolment.wrong-root");

/// What accompanies the certificate beside entries and blobs: nothing in it is trusted without the root.
struct Provisioning {
    PublicKey root;
    std::optional<EntryId> drive; ///< for laptops and for admins restricted to one
    std::string serverUrl;        ///< empty: none yet
    friend bool operator==(const Provisioning&, const Provisioning&) = default;
};

/// Step 1 of accepting: compares the root with what the person typed and pins it. Conflict
/// ("enrolment.other-root") if another root is pinned already.
[[nodiscard]] Result<> pinRoot(store::Book& book, const Provisioning& provisioning, std::string_view typed);
/// Address and TLS pins of the certified servers, written into the settings: after every import or pull.
[[nodiscard]] Result<> savePins(store::Book& book, ledger::Ledger& ledger, const std::string& url = {});

/// Where this machine seals to: the key of the centre that its data key is wrapped for, as long as the root
/// vouches for it in this drive, else the first that is. None: none is certified.
[[nodiscard]] Result<std::optional<RecipientKey>> centreRecipient(store::Book& book,
                                                                  const ledger::Ledger& ledger);
/// Wraps the data key anew if the root has revoked the key it was wrapped for, or certified the first one
/// since: after every import or pull. Keeps what there is while no key is certified. Needs the book unlocked
/// (nothing happens while it is locked).
[[nodiscard]] Result<> refreshRecovery(store::Book& book, const ledger::Ledger& ledger);

/// Step 2, after the file's entries were recorded: this machine's key must be certified now. Stores drive,
/// server and its pins (from root-certified entries only) and wraps the data key for the centre's recovery
/// recipient. Unauthorized ("enrolment.not-for-this-machine").
struct Accepted {
    entry::Role role = entry::Role::Field;
    std::string name;
    std::string driveTitle; ///< empty for machines of no drive
    bool recoverySet =
        false; ///< false: no recipient of the centre is certified; a forgotten passphrase is final
};
[[nodiscard]] Result<Accepted> finishAccept(store::Book& book, ledger::Ledger& ledger,
                                            const Provisioning& provisioning);

} // namespace teken::desk
