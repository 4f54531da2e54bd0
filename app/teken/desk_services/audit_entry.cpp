// One entry taken apart for whoever looks closer: what it says, who stands beside it, its place in the log.
#include "app/auditing/entry_place.h"
#include "app/teken/desk_services/audit_desk.h"
#include "app/teken/desk_services/rows.h"
#include "app/teken/notice.h"
#include "app/words/kind_words.h"
#include "core/domain/indonesian.h"
#include "core/store/entries.h"

namespace teken::app {

namespace {

constexpr std::size_t kShownHex = 12;
constexpr entry::Seq kNeighbours = 2; // on each side

QString shortHex(const Digest& hash) {
    return QString::fromStdString(hash.hex().substr(0, kShownHex));
}

std::string say(bool english, const char* indonesian, const char* other) {
    return english ? other : indonesian;
}

AuditFactRow fact(std::string label, std::string value, bool fixedWidth = false) {
    return {QString::fromStdString(label), QString::fromStdString(value), fixedWidth};
}

std::optional<EntryId> prevOf(const store::StoredEntry& stored) {
    if (const auto* withheld = std::get_if<entry::WithheldEntry>(&stored.record))
        return withheld->prev;
    const auto payload = entry::decodePayload(std::get<entry::Entry>(stored.record).payload);
    return payload ? payload->header.prev : std::nullopt;
}

std::string kindOf(const store::StoredEntry& stored, bool english) {
    const auto language = english ? words::Language::English : words::Language::Indonesian;
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return std::string(words::entryWord("withheld", language));
    const auto payload = entry::decodePayload(whole->payload);
    return std::string(words::entryWord(payload ? entry::kindName(payload->body) : "", language));
}

Signature signatureOf(const store::StoredEntry& stored) {
    if (const auto* withheld = std::get_if<entry::WithheldEntry>(&stored.record))
        return withheld->signature;
    return std::get<entry::Entry>(stored.record).signature;
}
// Whose feed it is: a name and a machine from the certificate, and the beginning of the id that reports name.
std::string feedText(const store::StoredEntry& stored, const std::optional<ledger::FeedState>& feed,
                     bool english) {
    const auto language = english ? words::Language::English : words::Language::Indonesian;
    std::string text =
        feed && !feed->name.empty() ? feed->name : say(english, "tanpa sertifikat", "uncertified");
    if (feed && !feed->device.empty())
        text += " · " + feed->device;
    if (feed && feed->role)
        text += " · " + std::string(words::roleWord(entry::roleName(*feed->role), language));
    return text + " · " + stored.feed.hex().substr(0, kShownHex);
}

std::string clockText(std::int64_t wallMs, domain::Zone zone) {
    return domain::formatDateHour(WallTime(Milliseconds(wallMs)), zone);
}

} // namespace

void AuditDesk::showEntry(const EntryId& entry, const QString& language, Finish<AuditEntryView> finish) {
    m_thread->run<AuditEntryView>(std::move(finish),
                                  [this, entry, language] { return inDeskWords(viewOf(entry, language)); });
}

Result<AuditEntryView> AuditDesk::viewOf(const EntryId& id, const QString& language) {
    TEKEN_CHECK(openLedger());
    const bool english = languageNamed(language) == words::Language::English;
    auto& book = *m_case->source.book;
    TEKEN_TRY(const auto stored, book.entries().get(id));
    TEKEN_TRY(const auto feed, m_case->ledger->feed(stored.feed));
    TEKEN_TRY(const bool counts, m_case->ledger->counts(id));
    AuditEntryView view;
    view.title = QString::fromStdString(kindOf(stored, english));
    TEKEN_CHECK(addPerson(stored, english, view));
    view.facts.append(fact(say(english, "Dihitung", "Counts"),
                           counts ? say(english, "ya", "yes") : say(english, "tidak", "no")));
    if (const auto* whole = std::get_if<entry::Entry>(&stored.record)) {
        view.facts.append(fact(say(english, "Segel perangkat", "Seal of the device"),
                               entry::verifyEntry(*whole) ? say(english, "cocok", "holds")
                                                          : say(english, "TIDAK cocok", "does NOT hold")));
        TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
        view.facts.append(fact(say(english, "Jam perangkat (pengakuan)", "Device's clock (a claim)"),
                               clockText(payload.header.wallMs, zoneMeant())));
        if (payload.header.seen)
            view.facts.append(
                fact(say(english, "Tidak lebih tua daripada titik periksa", "Not older than checkpoint"),
                     std::to_string(payload.header.seen->size)));
        if (const auto ink = domain::decodeInk(whole->ink))
            view.ink = screenInk(*ink);
    }
    view.facts.append(fact(say(english, "Umpan", "Feed"), feedText(stored, feed, english)));
    view.facts.append(
        fact(say(english, "Nomor dalam umpan", "Number in the feed"), std::to_string(stored.seq)));
    view.facts.append(fact(say(english, "Sidik entri", "Entry id"), id.hex(), true));

    const auto from = stored.seq > kNeighbours ? stored.seq - kNeighbours : 1;
    std::optional<EntryId> before;
    TEKEN_CHECK(book.entries().scanFeed(
        stored.feed, from, stored.seq + kNeighbours, [&](const store::StoredEntry& near) -> Result<> {
            AuditNeighbourRow row;
            row.title =
                QStringLiteral("%1 · %2").arg(near.seq).arg(QString::fromStdString(kindOf(near, english)));
            row.entry = near.id;
            row.self = near.id == id;
            row.linked = near.seq == 1 || !before || prevOf(near) == before;
            before = near.id;
            view.neighbours.append(row);
            return {};
        }));
    TEKEN_CHECK(addPlace(stored, english, view));
    return view;
}

// Who it is about, where the evidence has the roster.
Result<> AuditDesk::addPerson(const store::StoredEntry& stored, bool english, AuditEntryView& view) {
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return {};
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    const auto* sign = std::get_if<entry::Sign>(&payload.body);
    if (sign == nullptr || !payload.header.drive)
        return {};
    audit::Sample one;
    one.drawn.push_back({{}, stored.id, sign->person, stored.feed, stored.seq});
    TEKEN_TRY(const auto people,
              auditing::lookUp(*m_case->source.book, *m_case->ledger, *payload.header.drive, one));
    const auto& person = people.front();
    const auto add = [&](const char* label, const char* other, const std::string& value) {
        if (!value.empty())
            view.facts.append(fact(say(english, label, other), value));
    };
    add("Penanda tangan", "Signer",
        person.name.empty() ? say(english, "(nama tidak ada dalam bukti)", "(name not in the evidence)")
                            : person.name);
    add("Nomor pegawai", "Person's number", person.number);
    add("Unit kerja", "Unit", person.unit);
    add("Sesi", "Session", person.session);
    return {};
}

Result<> AuditDesk::addPlace(const store::StoredEntry& stored, bool english, AuditEntryView& view) {
    const auto& log = m_case->source.log;
    const auto size = m_case->report.log ? m_case->report.log->size : log::TreeSize{};
    const auto place =
        auditing::findPlace(log, size, {stored.feed, stored.seq, stored.id, signatureOf(stored)});
    if (!place || !*place) {
        view.placeText = QString::fromStdString(
            say(english, "Tidak ada tempat yang terbukti dalam log.", "No proven place in the log."));
        return {};
    }
    view.placeText = QString::fromStdString(say(english, "Daun %1 dari %2 dalam log %3. Dari daun ke akar:",
                                                "Leaf %1 of %2 in the log %3. From the leaf to the root:"))
                         .arg((*place)->index.value + 1)
                         .arg((*place)->size.value)
                         .arg(m_case->report.log ? textOf(m_case->report.log->origin) : QString());
    for (const auto& step : (*place)->steps)
        view.path.append(
            {shortHex(step.hash), step.sibling ? shortHex(*step.sibling) : QString(), step.siblingLeft});
    return {};
}

} // namespace teken::app
