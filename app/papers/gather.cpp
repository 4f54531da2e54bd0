#include "app/papers/gather_parts.h"

#include "core/entry/joint_reading.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"

#include <algorithm>

namespace teken::papers {

namespace {

// Own entries that this feed voided: counted as void by the same rule as the fold (RULES.md section 8), which
// does not hand out which entries those are. An admin's void is found in the verdict on the person instead.
struct DeskScan {
    std::unordered_set<EntryId> voided;
    std::vector<std::pair<EntryId, entry::Payload>> entries;
    std::unordered_map<EntryId, Bytes> inks;
};

Result<DeskScan> scan(store::Book& book, const ledger::Ledger& ledger, const SessionId& session,
                      const ledger::DeskState& desk) {
    DeskScan found;
    bool opened = false;
    TEKEN_CHECK(book.entries().scanFeed(desk.feed, 1, entry::kMostInteger,
                                        [&](const store::StoredEntry& stored) -> Result<> {
                                            opened = opened || stored.id == desk.opening;
                                            const auto* whole = std::get_if<entry::Entry>(&stored.record);
                                            if (!opened || whole == nullptr)
                                                return {};
                                            TEKEN_TRY(auto payload, entry::decodePayload(whole->payload));
                                            if (entry::sessionOf(payload.body) != session)
                                                return {};
                                            TEKEN_TRY(const auto counts, ledger.counts(stored.id));
                                            if (!counts)
                                                return {};
                                            if (const auto* one = std::get_if<entry::Void>(&payload.body))
                                                found.voided.insert(one->target);
                                            if (!whole->ink.empty())
                                                found.inks.emplace(stored.id, whole->ink);
                                            found.entries.emplace_back(stored.id, std::move(payload));
                                            return {};
                                        }));
    return found;
}

Result<domain::InkStrokes> inkOf(const DeskScan& scan, const EntryId& id) {
    const auto found = scan.inks.find(id);
    if (found == scan.inks.end())
        return domain::InkStrokes{};
    return domain::decodeInk(found->second);
}

/// Reads one desk's entries into the paper's data.
class DeskReader {
public:
    DeskReader(PaperData& data, SessionEntries& entries, DeskOnPaper& desk, std::size_t index,
               const DeskScan& scan)
        : m_data(data), m_entries(entries), m_desk(desk), m_index(index), m_scan(scan) {}

    Result<> read(const EntryId& id, const entry::Payload& payload) {
        const auto at = payload.header.wallMs;
        const auto& body = payload.body;
        if (const auto* opening = std::get_if<entry::OpenSession>(&body)) {
            readOpening(*opening, at);
        } else if (const auto* note = std::get_if<entry::Note>(&body)) {
            if (note->topic == entry::NoteTopic::JointReading)
                m_desk.readings.push_back({note->atMs.value_or(at), entry::textsReadJointly(*note)});
            else
                m_data.events.push_back({note->atMs.value_or(at), note->text, m_index});
        } else if (const auto* pause = std::get_if<entry::Pause>(&body)) {
            m_desk.pauses.push_back({at, std::nullopt, pause->reason});
        } else if (std::holds_alternative<entry::Resume>(body)) {
            if (!m_desk.pauses.empty() && !m_desk.pauses.back().untilMs)
                m_desk.pauses.back().untilMs = at;
        } else if (const auto* one = std::get_if<entry::Void>(&body)) {
            m_data.voids.push_back({at, one->reason, one->second.name, m_index});
        } else if (const auto* closing = std::get_if<entry::CloseSession>(&body)) {
            if (m_desk.closing && id == *m_desk.closing)
                m_desk.closedMs = at;
            static_cast<void>(closing);
        } else if (const auto* minutes = std::get_if<entry::SignMinutes>(&body)) {
            TEKEN_TRY(auto ink, inkOf(m_scan, id));
            m_desk.inks.push_back({minutes->role, minutes->name, at, std::move(ink)});
        } else if (!m_scan.voided.contains(id)) {
            return readPerson(id, payload);
        }
        return {};
    }

private:
    void readOpening(const entry::OpenSession& opening, std::int64_t at) {
        if (m_desk.openedMs != 0)
            return;
        m_desk.openedMs = at;
        m_desk.name = opening.desk;
        m_desk.head = opening.head;
        m_desk.witnesses = opening.witnesses;
        if (!m_entries.roster)
            m_entries.roster = opening.roster;
        for (const auto& unit : opening.units)
            if (std::find(m_entries.units.begin(), m_entries.units.end(), unit) == m_entries.units.end())
                m_entries.units.push_back(unit);
        for (const auto& text : opening.texts)
            if (m_data.text(text) == nullptr)
                m_data.texts.push_back({text, {}});
    }

    Result<> readPerson(const EntryId& id, const entry::Payload& payload) {
        if (const auto* add = std::get_if<entry::AddPerson>(&payload.body))
            m_entries.added.emplace(add->person, *add);
        const auto* sign = std::get_if<entry::Sign>(&payload.body);
        if (sign == nullptr)
            return {};
        SignatureOnPaper paper;
        paper.entry = id;
        paper.code = entry::closeCode(id);
        paper.desk = m_index;
        paper.wallMs = payload.header.wallMs;
        paper.text = sign->text;
        paper.form = sign->form;
        paper.mark = sign->mark;
        paper.reading = sign->reading;
        paper.present = sign->present;
        paper.second = sign->second;
        TEKEN_TRY(paper.ink, inkOf(m_scan, id));
        if (m_data.text(sign->text) == nullptr)
            m_data.texts.push_back({sign->text, {}});
        auto& all = m_entries.signs[sign->person];
        if (all.empty())
            m_entries.order.push_back(sign->person);
        all.push_back({*sign, std::move(paper)});
        return {};
    }

    PaperData& m_data;
    SessionEntries& m_entries;
    DeskOnPaper& m_desk;
    std::size_t m_index;
    const DeskScan& m_scan;
};

Result<> readTexts(store::Book& book, PaperData& data) {
    for (auto& one : data.texts) {
        TEKEN_TRY(const auto here, book.blobs().has(one.id));
        if (!here)
            return fail(ErrorCode::NotFound, "signing.text-not-here",
                        "expected the text's exact bytes on this machine, found none");
        TEKEN_TRY(const auto bytes, book.blobs().get(one.id));
        TEKEN_TRY(one.text, domain::decodePledgeText(bytes));
    }
    return {};
}

// The hour a desk opened, before its entries are read in order.
Result<std::int64_t> openedMs(store::Book& book, const EntryId& opening) {
    TEKEN_TRY(const auto stored, book.entries().get(opening));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return fail(ErrorCode::Corrupt, "session.opening-withheld",
                    "expected the opening's payload, found none");
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    return payload.header.wallMs;
}

} // namespace

std::optional<std::int64_t> DeskOnPaper::readJointlyMs(const BlobId& text) const {
    const auto last = std::find_if(readings.rbegin(), readings.rend(), [&](const auto& reading) {
        return entry::wasReadJointly(reading.texts, text);
    });
    return last == readings.rend() ? std::nullopt : std::optional(last->atMs);
}

const PledgeOnPaper* PaperData::text(const BlobId& id) const {
    const auto found =
        std::find_if(texts.begin(), texts.end(), [&](const PledgeOnPaper& one) { return one.id == id; });
    return found == texts.end() ? nullptr : &*found;
}

DriveOnPaper driveOnPaper(const ledger::DriveState& state) {
    DriveOnPaper drive;
    drive.id = state.drive;
    drive.opening = state.opening;
    drive.zone = static_cast<domain::Zone>(state.opening.zone);
    return drive;
}

Result<> gatherDesks(store::Book& book, const ledger::Ledger& ledger, const ledger::SessionState& state,
                     PaperData& data, SessionEntries& entries) {
    std::vector<std::pair<std::int64_t, const ledger::DeskState*>> order;
    for (const auto& desk : state.desks) {
        TEKEN_TRY(const auto at, openedMs(book, desk.opening));
        order.emplace_back(at, &desk);
    }
    std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
        return std::pair(a.first, a.second->feed) < std::pair(b.first, b.second->feed);
    });
    for (const auto& [at, desk] : order) {
        DeskOnPaper paper;
        paper.closing = desk->closing;
        paper.countsMatch = desk->countsMatch;
        if (desk->closing)
            paper.code = entry::closeCode(*desk->closing);
        TEKEN_TRY(const auto feed, ledger.feed(desk->feed));
        if (feed) {
            paper.officer = feed->name;
            paper.device = feed->device;
        }
        TEKEN_TRY(const auto found, scan(book, ledger, state.session, *desk));
        DeskReader reader(data, entries, paper, data.desks.size(), found);
        for (const auto& [id, payload] : found.entries)
            TEKEN_CHECK(reader.read(id, payload));
        if (paper.name.empty())
            paper.name = paper.device;
        data.closed = (data.desks.empty() || data.closed) && paper.closing.has_value();
        data.desks.push_back(std::move(paper));
    }
    std::stable_sort(data.events.begin(), data.events.end(),
                     [](const auto& a, const auto& b) { return a.wallMs < b.wallMs; });
    return readTexts(book, data);
}

Result<PaperData> gatherSession(store::Book& book, const ledger::Ledger& ledger, const EntryId& drive,
                                const SessionId& session, const CentreList* centre) {
    TEKEN_TRY(const auto state, ledger.session(drive, session));
    if (!state)
        return fail(ErrorCode::NotFound, "session.unknown", "expected a known session, found none");
    if (state->desks.empty())
        return fail(ErrorCode::NotFound, "papers.not-opened",
                    "expected a session that was opened, found a planned one");
    TEKEN_TRY(const auto driveState, ledger.drive(drive));
    PaperData data;
    data.drive = driveOnPaper(driveState);
    data.session = session;
    data.title = state->title;
    data.place = state->place;
    if (state->parent) {
        TEKEN_TRY(const auto parent, ledger.session(drive, *state->parent));
        data.parentTitle = parent ? parent->title : std::string();
    }
    SessionEntries entries;
    TEKEN_CHECK(gatherDesks(book, ledger, *state, data, entries));
    TEKEN_CHECK(gatherPeople(book, ledger, driveState, data, entries, centre));
    return data;
}

} // namespace teken::papers
