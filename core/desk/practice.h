// LATIHAN: a laptop's book for learning, with a drive, texts and people that are all invented. Everything in
// it stands under a root key that is made for it and thrown away at once: no real book accepts any of it
// (enrolment.other-root, bundle of another root), and nothing real is accepted by it.
#pragma once

#include "core/crypto/passphrase.h"
#include "core/desk/desk_seams.h"
#include "core/domain/units.h"

namespace teken::desk {

inline constexpr std::size_t kPracticePeople = 48;
/// What a practice drive is called, so that every paper and list that names its drive says so.
inline constexpr const char* kPracticeDrive = "LATIHAN";

struct PracticeRequest {
    std::filesystem::path file; ///< of the book; its folder is made
    std::string officer;        ///< who practises: "Petugas Latihan"
    std::string device;         ///< label of the laptop
    store::BookSeams seams;
    /// Each call with a salt of its own.
    std::function<crypto::KdfParams()> kdf;
    std::size_t people = kPracticePeople; ///< three of four in the first unit
};

/// A provisioned book with two units, one text, and a session planned for today in each unit. Conflict
/// "store.exists" when there is a book at `file`. Whatever fails leaves no book there.
[[nodiscard]] Result<> makePracticeBook(const PracticeRequest& request,
                                        const crypto::SecretBytes& passphrase);

/// Whether this book was made by makePracticeBook. Also while locked.
[[nodiscard]] Result<bool> isPracticeBook(store::Book& book);

/// The invented people as an admin's CSV (Nama, NIP, Jabatan, Unit Kerja, Status): serial numbers begin at
/// 900, where no living person's number is hit.
[[nodiscard]] std::string practiceRoster(std::size_t people);
[[nodiscard]] Result<domain::UnitList> practiceUnits();

} // namespace teken::desk
