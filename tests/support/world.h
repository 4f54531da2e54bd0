// A world in a few lines: root, admins, officers and their feeds, with real keys and real signatures.
//
//   World world;                                    // one seed, one clock that stands still
//   world.begin();                                  // admin, drive, text, roster
//   auto& pak = world.certifyOfficer("Pak A");
//   pak.openSession();
//   pak.sign(world.person(1));
//   pak.closeSession();                             // with the counts that are true
//   fold(world.all());
//
// What a feed refuses (a bug in the test) throws std::runtime_error, which fails the test with the error's
// words.
#pragma once

#include "core/entry/entry.h"
#include "core/entry/record.h"
#include "tests/support/fakes.h"

#include <memory>
#include <string>
#include <vector>

namespace teken::test {

class World;

/// A key and the entries it made. Entries also appear in World::all() in the order of making.
class Feed {
public:
    Feed(World& world, crypto::SigningKey key);

    [[nodiscard]] const crypto::SigningKey& key() const { return m_key; }
    [[nodiscard]] FeedId id() const { return m_key.feedId(); }
    [[nodiscard]] const entry::FeedHead& head() const { return m_head; }
    [[nodiscard]] const std::vector<entry::VerifiedEntry>& entries() const { return m_entries; }

    /// The next entry. The drive is put in where the kind wants it.
    entry::VerifiedEntry append(entry::Body body, Bytes ink = {});
    /// As if the database had been restored: the next entry follows `seq`, which makes a fork.
    void rewindTo(entry::Seq seq);
    /// For feeds of another drive than the world's first.
    void useDrive(EntryId drive) { m_drive = drive; }
    /// Newest checkpoint its entries will name from now on.
    void setSeen(std::optional<entry::SeenCheckpoint> seen) { m_seen = std::move(seen); }

protected:
    World& m_world;

private:
    crypto::SigningKey m_key;
    entry::FeedHead m_head;
    std::vector<entry::VerifiedEntry> m_entries;
    std::optional<EntryId> m_drive;
    std::optional<entry::SeenCheckpoint> m_seen;
};

/// A field feed that knows the session it is in.
class Officer : public Feed {
public:
    Officer(World& world, crypto::SigningKey key, std::string name);

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] SessionId session() const { return m_session; }

    /// A session of its own, or the desk of this laptop in another's.
    entry::VerifiedEntry openSession(std::optional<SessionId> session = std::nullopt);
    entry::VerifiedEntry sign(PersonId person);
    entry::VerifiedEntry sign(PersonId person, Bytes ink);
    entry::VerifiedEntry excuse(PersonId person, entry::ExcuseReason reason = entry::ExcuseReason::Duty);
    entry::VerifiedEntry absent(std::vector<PersonId> persons);
    entry::VerifiedEntry refuse(PersonId person);
    entry::VerifiedEntry addPerson(PersonId person, std::string name = "Orang Tambahan");
    entry::VerifiedEntry voidEntry(EntryId target, entry::VoidReason reason = entry::VoidReason::Trial);
    entry::VerifiedEntry note(std::string text = "hujan deras");
    entry::VerifiedEntry pause();
    entry::VerifiedEntry resume();
    /// Counts what this feed really holds of the session.
    entry::VerifiedEntry closeSession();
    /// The counts and number of entries closeSession() would write.
    [[nodiscard]] entry::CloseSession closing() const;

private:
    [[nodiscard]] std::vector<const entry::VerifiedEntry*> entriesOfSession() const;

    std::string m_name;
    SessionId m_session;
    std::optional<EntryId> m_opening;
};

class World {
public:
    explicit World(std::uint64_t seed = 1);
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    FakeClock clock;
    SeededRandom random;

    [[nodiscard]] Feed& root() { return *m_root; }
    /// The first admin; certifyAdmin() or begin() first.
    [[nodiscard]] Feed& admin() { return *m_admins.at(0); }
    /// The world's first drive, lock-text and roster-snapshot; begin() or their functions first.
    [[nodiscard]] EntryId drive() const { return m_drive.value(); }
    [[nodiscard]] std::optional<EntryId> driveIfOpen() const { return m_drive; }
    [[nodiscard]] EntryId roster() const { return m_roster.value(); }
    [[nodiscard]] BlobId text() const;
    /// For tests with a real roster and text: what officers name from now on.
    void useContent(EntryId roster, BlobId text);

    /// Admin, drive, text and roster in one call.
    void begin();
    Feed& certifyAdmin(std::string name = "Admin", entry::Units units = {"*"},
                       std::optional<EntryId> drive = std::nullopt);
    /// The first one becomes drive(); `by` is admin() if null.
    entry::VerifiedEntry openDrive(Feed* by = nullptr);
    entry::VerifiedEntry lockText(Feed* by = nullptr);
    entry::VerifiedEntry snapshotRoster(std::int64_t persons = 20, Feed* by = nullptr);
    /// A key with a certificate of admin(), or of `by`.
    Officer& certifyOfficer(std::string name = "Petugas", entry::Units units = {"*"}, Feed* by = nullptr);
    /// A key that nobody certified.
    Officer& stranger(std::string name = "Orang lain");
    entry::VerifiedEntry revokeOfficer(const Feed& officer, entry::Seq lastSeq, Feed* by = nullptr);

    /// The id of the n-th person of this world's roster; any n.
    [[nodiscard]] static PersonId person(std::uint32_t number);
    /// Bytes that stand for ink where nobody looks at the strokes.
    [[nodiscard]] Bytes someInk();

    /// Everything made so far, in the order of making.
    [[nodiscard]] const std::vector<entry::VerifiedEntry>& all() const { return m_all; }
    /// The same as transfer records, one after another.
    [[nodiscard]] Bytes records() const;

private:
    friend class Feed;
    [[nodiscard]] Feed& orAdmin(Feed* by) { return by != nullptr ? *by : admin(); }

    std::unique_ptr<Feed> m_root;
    std::vector<std::unique_ptr<Feed>> m_admins;
    std::vector<std::unique_ptr<Officer>> m_officers;
    std::optional<EntryId> m_drive;
    std::optional<EntryId> m_roster;
    std::optional<BlobId> m_text;
    std::vector<entry::VerifiedEntry> m_all;
};

/// The value, or a std::runtime_error with the error's words.
template <class T>
T orThrow(Result<T> result) {
    if (!result)
        throw std::runtime_error(describe(result.error()));
    return std::move(*result);
}

} // namespace teken::test
