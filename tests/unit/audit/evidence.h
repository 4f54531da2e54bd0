// A small drive with everything an auditor asks for: a real text, a real roster, ink that can be read, one
// officer and one closed session. Tests change one thing and look at what is found.
#pragma once

#include "core/audit/audit.h"
#include "core/base/files.h"
#include "core/domain/roster.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <functional>
#include <memory>

namespace teken::test {

class Evidence {
public:
    Evidence();

    World world;
    [[nodiscard]] Officer& officer() { return *m_officer; }

    /// The n-th of the 20 persons on the roster.
    [[nodiscard]] PersonId person(std::size_t n) const { return m_roster.people.at(n).id; }
    [[nodiscard]] entry::Sign signBody(const Officer& by, PersonId person) const;
    entry::VerifiedEntry sign(Officer& by, PersonId person);
    [[nodiscard]] Bytes ink();

    /// The book as it would be found, every blob in it.
    store::Book& book();
    /// Stores an entry as it is, whatever it is worth, in place of what the world made (same id) or beside
    /// it.
    void change(std::function<void(std::vector<entry::VerifiedEntry>&)> change) {
        m_change = std::move(change);
    }
    /// Only the place of this entry is in the book.
    void withhold(const EntryId& id) { m_withheld = id; }
    /// A record without content that somebody put beside the others.
    void addWithheld(const entry::WithheldEntry& record) { m_beside.push_back(record); }
    void leaveOutBlob(const BlobId& id) { m_leftOut = id; }
    [[nodiscard]] BlobId text() const { return m_text; }

    [[nodiscard]] Result<audit::Report> audit();
    /// With a log and with what is held elsewhere.
    [[nodiscard]] Result<audit::Report> audit(audit::LogMaterial log, audit::Held held = {});
    [[nodiscard]] Result<audit::Report> audit(const std::string& fingerprint,
                                              std::function<bool(const audit::Progress&)> progress = {});

private:
    /// A new, empty folder.
    [[nodiscard]] std::filesystem::path workFolder();
    void lockText();
    void snapshotRoster();

    TemporaryFolder m_folder;
    PosixFileSystem m_files;
    store::BookSeams m_seams{world.clock, world.random, m_files, {}};
    std::unique_ptr<store::Book> m_book;
    int m_books = 0;
    domain::RosterSnapshot m_roster;
    EntryId m_rosterEntry;
    BlobId m_text;
    std::vector<Bytes> m_blobs;
    std::optional<BlobId> m_leftOut;
    std::optional<EntryId> m_withheld;
    std::vector<entry::WithheldEntry> m_beside;
    std::function<void(std::vector<entry::VerifiedEntry>&)> m_change;
    Officer* m_officer = nullptr;
};

/// "rule rule …", sorted, each once.
[[nodiscard]] std::string rulesOf(const audit::Report& report);

} // namespace teken::test
