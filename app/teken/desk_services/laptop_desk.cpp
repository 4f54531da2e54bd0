// Unlocking, locking, and what is known of the centre.
#include "app/teken/desk_services/laptop_desk.h"

#include "app/teken/desk_services/practice_home.h"
#include "app/teken/desk_services/rows.h"
#include "core/desk/centre_list.h"
#include "core/desk/enrolment.h"
#include "core/desk/practice.h"
#include "core/entry/slugs.h"
#include "core/store/journal.h"
#include "sync/client/elsewhere.h"

#include <charconv>

namespace teken::app {

namespace {

constexpr const char* kLastContact = "contact.last-ms";
constexpr const char* kZone = "drive.zone"; // readable while locked: the first page shows hours as well

std::optional<std::int64_t> numberIn(const Result<std::optional<std::string>>& text) {
    if (!text || !*text)
        return std::nullopt;
    std::int64_t number = 0;
    const auto& digits = **text;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

QString zoneWord(std::optional<domain::Zone> zone) {
    return zone ? textOf(domain::zoneName(*zone)) : QString();
}

} // namespace

store::BookSeams LaptopDesk::bookSeams() {
    return {m_outside.clock, m_outside.random, m_outside.files, {}};
}

// Once open the book stays open: its lock keeps a second copy of the program away.
Result<> LaptopDesk::openBook() {
    if (m_book)
        return {};
    TEKEN_TRY(m_book, store::Book::open(m_outside.home.book(), bookSeams()));
    return {};
}

Result<DeviceInfo> LaptopDesk::describe() {
    DeviceInfo info;
    info.state = DeviceState::New;
    if (!m_book && !m_outside.files.exists(m_outside.home.book()))
        return info;
    TEKEN_CHECK(openBook());
    TEKEN_TRY(const auto device, m_book->settings().get(desk::setting::kDeviceName));
    TEKEN_TRY(const auto file, m_book->settings().get(desk::setting::kRequestFile));
    TEKEN_TRY(const auto drive, m_book->settings().get(desk::setting::kDrive));
    TEKEN_TRY(const auto holders, m_book->keyring().holders());
    if (holders.empty())
        return info; // the power went before the first key was made
    info.state = drive ? DeviceState::Enrolled : DeviceState::Requested;
    info.deviceName = textOf(device.value_or(""));
    info.requestFile = textOf(file.value_or(""));
    info.zone = zoneWord(zone());
    TEKEN_TRY(info.practice, desk::isPracticeBook(*m_book));
    if (info.practice)
        info.practicePassphrase = QLatin1String(kPracticePassphrase);
    if (!drive)
        return info;
    for (const auto& holder : holders)
        if (!holder.retired && holder.role == entry::Role::Field)
            info.officers.append({holder.feed, textOf(holder.name), QStringLiteral("Petugas")});
    return info;
}

Result<Welcome> LaptopDesk::unlock(const FeedId& officer, const crypto::SecretBytes& passphrase) {
    TEKEN_CHECK(lock());
    TEKEN_CHECK(openBook());
    TEKEN_TRY(const auto holders, m_book->keyring().holders());
    for (const auto& holder : holders) {
        if (holder.feed != officer)
            continue;
        TEKEN_CHECK(m_book->keyring().unlock(holder.id, passphrase));
        auto welcome = openDesk();
        if (!welcome)
            forgetKeys();
        return welcome;
    }
    return fail(ErrorCode::NotFound, "store.no-holder", "expected a holder of this book, found another feed");
}

Result<Welcome> LaptopDesk::openDesk() {
    TEKEN_TRY(const auto root, desk::pinnedRoot(*m_book));
    TEKEN_TRY(m_ledger, ledger::Ledger::open(*m_book, root));
    TEKEN_TRY(auto officer, desk::OfficerDesk::open({*m_book, *m_ledger, m_outside.clock, m_outside.random}));
    TEKEN_TRY(const auto found, officer->beginRun());
    m_desk = std::move(officer);
    ++m_unlocking;
    TEKEN_CHECK(takeNews());
    static_cast<void>(
        keepZone().has_value()); // a convenience of the pages before unlocking: no reason to stay out
    Welcome welcome;
    welcome.zone = zoneWord(zone());
    welcome.activeSession = found.active;
    welcome.afterCrash = found.afterCrash;
    if (found.lastSignMs)
        welcome.stoppedAt = timeOf(*found.lastSignMs);
    welcome.safeCount = static_cast<int>(found.safeSignatures);
    for (const auto& ink : found.unfinished)
        if (const auto person = m_desk->people().card(ink.person, ink.session); person)
            welcome.unfinishedName = textOf(person->name);
    return welcome;
}

Result<> LaptopDesk::lock() {
    Result<> goodbye;
    if (m_desk)
        goodbye = m_desk->endRun();
    forgetKeys(); // whatever the goodbye came to
    return goodbye;
}

void LaptopDesk::forgetKeys() {
    ++m_unlocking;
    shown.reset();
    m_centreList.reset();
    m_desk.reset();
    m_ledger.reset();
    if (m_book)
        m_book->keyring().lock();
}

Result<desk::OfficerDesk*> LaptopDesk::desk() {
    if (!m_desk)
        return fail(ErrorCode::Locked, "store.locked", "expected an unlocked holder, found none");
    return m_desk.get();
}

desk::QueueCounts LaptopDesk::counts() {
    if (!m_book)
        return {};
    return desk::queueCounts(*m_book).value_or(desk::QueueCounts{});
}

Contact LaptopDesk::contact() {
    Contact contact;
    if (!m_book)
        return contact;
    if (const auto last = numberIn(m_book->settings().get(kLastContact)))
        contact.last = WallTime(Milliseconds(*last));
    contact.offset = desk::clockOffset(*m_book);
    return contact;
}

std::optional<domain::Zone> LaptopDesk::zone() {
    if (!m_book)
        return std::nullopt;
    const auto kept = m_book->settings().get(kZone);
    if (!kept || !*kept)
        return std::nullopt;
    const auto zone = domain::zoneFromName(**kept);
    return zone ? std::optional(*zone) : std::nullopt;
}

// A drive never changes its zone: kept once.
Result<> LaptopDesk::keepZone() {
    TEKEN_TRY(const auto drive, m_desk->driveState());
    TEKEN_TRY(const auto kept, m_book->settings().get(kZone));
    const auto name = std::string(entry::slugOf(drive.opening.zone));
    if (kept == name)
        return {};
    return m_book->write(
        [&](store::Transaction& transaction) { return m_book->settings().put(transaction, kZone, name); });
}

Result<> LaptopDesk::takeNews() {
    TEKEN_TRY(auto* const officer, desk());
    TEKEN_CHECK(officer->refresh());
    TEKEN_CHECK(desk::savePins(*m_book, *m_ledger));
    TEKEN_TRY(const auto elsewhere, sync::client::readElsewhere(*m_book, *m_ledger, officer->drive()));
    m_centreList.reset();
    if (!elsewhere) {
        officer->people().setElsewhere({});
        return {};
    }
    m_centreList = elsewhere->asOf;
    // The list has the centre's time, own entries have the laptop's.
    return officer->setElsewhere(elsewhere->persons,
                                 elsewhere->asOf - contact().offset.value_or(Milliseconds(0)));
}

Result<> LaptopDesk::afterRound(const sync::client::RoundReport& report) {
    m_lastTry = m_outside.clock.now();
    if (!m_desk)
        return {};
    TEKEN_CHECK(desk::keepLogEvidence(*m_book, m_outside.files));
    if (report.clockOffset) { // a verified greeting: the centre was really met
        const auto noted = m_book->write([&](store::Transaction& transaction) -> Result<> {
            TEKEN_CHECK(m_book->settings().put(transaction, kLastContact, std::to_string(nowMs())));
            return desk::keepClockOffset(*m_book, transaction, *report.clockOffset);
        });
        TEKEN_CHECK(noted);
    }
    if (report.ok() || report.received > 0 || report.blobsReceived > 0)
        return takeNews();
    return {};
}

} // namespace teken::app
