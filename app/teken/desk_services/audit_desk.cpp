#include "app/teken/desk_services/audit_desk.h"

#include "app/auditing/entry_place.h"
#include "app/reports/audit_json.h"
#include "app/reports/html.h"
#include "app/teken/desk_services/rows.h"
#include "app/words/audit/audit_words.h"
#include "core/audit/root_key.h"
#include "core/crypto/hash.h"
#include "core/store/entries.h"

#include <algorithm>

namespace teken::app {

namespace {

constexpr int kShownFindings = 500;
constexpr std::size_t kShownHex = 12;
constexpr entry::Seq kNeighbours = 2; // on each side

words::Language languageOf(const QString& language) {
    return language == QLatin1String("en") ? words::Language::English : words::Language::Indonesian;
}

QString shownText(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QString shortHex(const Digest& hash) {
    return QString::fromStdString(hash.hex().substr(0, kShownHex));
}

AuditTone::Value toneOf(audit::Severity severity) {
    return severity == audit::Severity::Broken    ? AuditTone::Bad
           : severity == audit::Severity::Missing ? AuditTone::Missing
                                                  : AuditTone::Look;
}

AuditTone::Value toneOf(const audit::Report& report) {
    switch (report.verdict) {
    case audit::Verdict::Intact:
        return report.clean() ? AuditTone::Good : AuditTone::Look;
    case audit::Verdict::Incomplete:
        return AuditTone::Missing;
    case audit::Verdict::Altered:
        break;
    }
    return AuditTone::Bad;
}

int stageOf(audit::Stage stage) {
    return stage == audit::Stage::Verify ? 1 : stage == audit::Stage::Log ? 2 : 3;
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

std::string kindOf(const store::StoredEntry& stored) {
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    const auto payload = whole != nullptr
                             ? entry::decodePayload(whole->payload)
                             : Result<entry::Payload>(fail(ErrorCode::NotFound, "desk.withheld", "withheld"));
    return payload ? std::string(entry::kindName(payload->body)) : "withheld";
}

Signature signatureOf(const store::StoredEntry& stored) {
    if (const auto* withheld = std::get_if<entry::WithheldEntry>(&stored.record))
        return withheld->signature;
    return std::get<entry::Entry>(stored.record).signature;
}

} // namespace

AuditDesk::AuditDesk(const auditing::Seams& seams)
    : m_seams(seams), m_thread(std::make_unique<WorkThread>()) {}

AuditDesk::~AuditDesk() {
    m_cancelled = true;
    m_thread.reset(); // before the case it works on
}

void AuditDesk::tell(int stage, std::uint64_t done, std::uint64_t total) {
    m_stage = stage;
    m_done = std::int64_t(done);
    m_total = std::int64_t(total);
    m_thread->toGui([this] { emit stepChanged(); });
}

AuditStep AuditDesk::step() const {
    return {m_stage, m_done, m_total};
}

void AuditDesk::cancel() {
    m_cancelled = true;
}

void AuditDesk::audit(const AuditQuestion& question, Finish<AuditResult> finish) {
    m_cancelled = false;
    m_stage = 0;
    m_done = 0;
    m_total = 0;
    m_thread->run<AuditResult>(std::move(finish), [this, question] { return check(question); });
}

Result<AuditResult> AuditDesk::check(const AuditQuestion& question) {
    m_case.reset();
    TEKEN_TRY(auto folder, auditing::WorkFolder::create(m_seams.random));
    auto made = std::make_unique<Case>(Case{std::move(folder), {}, {}, {}, {}, {}, {}, {}, {}, {}});
    const std::filesystem::path file(question.file.toStdString());
    made->fingerprint = question.fingerprint.toStdString();
    made->name = file.filename().string();
    std::vector<std::filesystem::path> documents;
    for (const auto& held : question.held)
        documents.emplace_back(held.toStdString());
    std::vector<std::string> codes;
    for (const auto& code : question.closeCodes)
        codes.push_back(code.toStdString());
    TEKEN_TRY(made->held, auditing::readHeldFiles(m_seams.files, documents, std::move(codes)));
    if (auditing::looksLikeBundle(m_seams.storage, file)) {
        TEKEN_TRY(made->source,
                  auditing::unpackFile(m_seams, file, made->folder.path(), "unpacked.book", nullptr));
    } else {
        TEKEN_TRY(auto book, store::Book::open(file, m_seams.book()));
        TEKEN_TRY(made->source, auditing::bookSource(m_seams, std::move(book)));
    }
    const auto work = made->folder.path() / "work";
    std::filesystem::create_directory(work);
    auto options = auditing::optionsFor(made->source, made->fingerprint, work);
    options.held = made->held;
    options.progress = [this](const audit::Progress& at) {
        tell(stageOf(at.stage), at.done, at.total);
        return !m_cancelled;
    };
    TEKEN_TRY(made->report, audit::auditBook(*made->source.book, m_seams.book(), options));
    m_case = std::move(made);
    return resultIn(question.language);
}

void AuditDesk::describe(const QString& language, Finish<AuditResult> finish) {
    m_thread->run<AuditResult>(std::move(finish), [this, language] { return resultIn(language); });
}

Result<AuditResult> AuditDesk::resultIn(const QString& shownLanguage) const {
    if (!m_case)
        return fail(ErrorCode::NotFound, "audit.nothing-open",
                    "expected evidence that was checked, found none");
    const auto language = languageOf(shownLanguage);
    const auto& report = m_case->report;
    AuditResult result;
    result.word = shownText(words::verdictWord(report.verdict, language));
    result.sentence = shownText(words::verdictSentence(report, language));
    result.tone = toneOf(report);
    for (const auto& check : report.checked)
        result.checked.append(shownText(words::checkWord(check.what, language)) + QStringLiteral(": ") +
                              QString::number(check.count));
    for (const auto& check : report.notChecked)
        result.notChecked.append(shownText(words::missingWord(check.what, language)));
    result.findingsTotal = qint64(report.findingsTotal);
    for (const auto& finding : report.findings) {
        if (result.findings.size() == kShownFindings)
            break;
        AuditFindingRow row;
        row.tone = toneOf(finding.severity);
        row.severity = shownText(words::severityWord(finding.severity, language));
        row.sentence = QString::fromStdString(words::explain(finding, language));
        row.place = QString::fromStdString(words::place(finding, language));
        row.rule = QString::fromStdString(finding.rule);
        // Only what is here can be looked at.
        if (finding.entry)
            if (const auto here = m_case->source.book->entries().has(*finding.entry); here && *here)
                row.entry = *finding.entry;
        result.findings.append(std::move(row));
    }
    result.canSample = report.log.has_value() && report.log->size.value > 0 && !report.drives.empty();
    return result;
}

Result<> AuditDesk::openLedger() {
    if (!m_case)
        return fail(ErrorCode::NotFound, "audit.nothing-open",
                    "expected evidence that was checked, found none");
    if (m_case->ledger)
        return {};
    TEKEN_TRY(const auto root, audit::findRoot(m_case->source.book->entries(), m_case->fingerprint));
    TEKEN_TRY(m_case->ledger, ledger::Ledger::open(*m_case->source.book, root));
    return {};
}

void AuditDesk::showEntry(const EntryId& entry, const QString& language, Finish<AuditEntryView> finish) {
    m_thread->run<AuditEntryView>(std::move(finish),
                                  [this, entry, language] { return viewOf(entry, language); });
}

Result<AuditEntryView> AuditDesk::viewOf(const EntryId& id, const QString& language) {
    TEKEN_CHECK(openLedger());
    const bool english = languageOf(language) == words::Language::English;
    auto& book = *m_case->source.book;
    TEKEN_TRY(const auto stored, book.entries().get(id));
    TEKEN_TRY(const auto feed, m_case->ledger->feed(stored.feed));
    TEKEN_TRY(const bool counts, m_case->ledger->counts(id));
    AuditEntryView view;
    view.title = QString::fromStdString(kindOf(stored));
    view.facts.append(
        fact(say(english, "Umpan", "Feed"),
             (feed && !feed->name.empty() ? feed->name + (feed->device.empty() ? "" : " · " + feed->device)
                                          : std::string("?")) +
                 " · " + stored.feed.hex().substr(0, kShownHex)));
    view.facts.append(fact(say(english, "Nomor", "Number"), std::to_string(stored.seq)));
    view.facts.append(fact(say(english, "Dihitung", "Counts"),
                           counts ? say(english, "ya", "yes") : say(english, "tidak", "no")));
    if (const auto* whole = std::get_if<entry::Entry>(&stored.record)) {
        TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
        const auto wall = QDateTime::fromMSecsSinceEpoch(payload.header.wallMs, Qt::UTC);
        view.facts.append(
            fact(say(english, "Jam perangkat (pengakuan)", "Device's clock (a claim)"),
                 (wall.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + " UTC").toStdString()));
        if (payload.header.seen)
            view.facts.append(
                fact(say(english, "Tidak lebih tua daripada titik periksa", "Not older than checkpoint"),
                     std::to_string(payload.header.seen->size)));
        if (const auto ink = domain::decodeInk(whole->ink))
            view.ink = screenInk(*ink);
    }
    view.facts.append(fact(say(english, "Sidik entri", "Entry id"), id.hex(), true));

    const auto from = stored.seq > kNeighbours ? stored.seq - kNeighbours : 1;
    std::optional<EntryId> before;
    TEKEN_CHECK(book.entries().scanFeed(
        stored.feed, from, stored.seq + kNeighbours, [&](const store::StoredEntry& near) -> Result<> {
            AuditNeighbourRow row;
            row.title = QStringLiteral("%1 · %2").arg(near.seq).arg(QString::fromStdString(kindOf(near)));
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
    view.placeText =
        QString::fromStdString(
            say(english, "Daun %1 dari %2. Dari daun ke akar:", "Leaf %1 of %2. From the leaf to the root:"))
            .arg((*place)->index.value + 1)
            .arg((*place)->size.value);
    for (const auto& step : (*place)->steps)
        view.path.append(
            {shortHex(step.hash), step.sibling ? shortHex(*step.sibling) : QString(), step.siblingLeft});
    return {};
}

void AuditDesk::draw(int size, Finish<AuditSample> finish) {
    m_thread->run<AuditSample>(std::move(finish), [this, size] { return drawn(size); });
}

Result<AuditSample> AuditDesk::drawn(int size) {
    TEKEN_CHECK(openLedger());
    auto& source = m_case->source;
    auto notes = source.log.checkpoints;
    for (const auto& document : m_case->held.documents)
        notes.push_back(document.text);
    TEKEN_TRY(const auto checkpoint, audit::newestCheckpoint(*source.book, *m_case->ledger, notes));
    const auto drive = source.drive ? *source.drive : m_case->report.drives.front().drive;
    TEKEN_TRY(m_case->sample,
              audit::drawSample(*m_case->ledger, drive, checkpoint, std::size_t(std::max(0, size))));
    TEKEN_TRY(m_case->sampled, auditing::lookUp(*source.book, *m_case->ledger, drive, *m_case->sample));
    TEKEN_TRY(const auto state, m_case->ledger->drive(drive));
    m_case->driveTitle = state.opening.title;
    AuditSample sample;
    sample.seed = QString::fromStdString(m_case->sample->seed.hex());
    sample.basis =
        QStringLiteral("%1, %2").arg(QString::fromStdString(checkpoint.origin)).arg(checkpoint.size.value);
    sample.population = qint64(m_case->sample->population);
    for (const auto& one : m_case->sampled) {
        AuditSampleRow row;
        row.number = int(sample.rows.size()) + 1;
        row.name = QString::fromStdString(one.name);
        row.unit = QString::fromStdString(one.unit);
        row.session = QString::fromStdString(one.session);
        row.numberLabel = QString::fromStdString(one.number);
        row.entry = one.drawn.entry;
        sample.rows.append(std::move(row));
    }
    return sample;
}

void AuditDesk::exportReport(const QString& folder, const QString& language, Finish<QStringList> finish) {
    m_thread->run<QStringList>(std::move(finish),
                               [this, folder, language] { return written(folder, language); });
}

Result<QStringList> AuditDesk::written(const QString& folder, const QString& shownLanguage) {
    if (!m_case)
        return fail(ErrorCode::NotFound, "audit.nothing-open",
                    "expected evidence that was checked, found none");
    const auto language = languageOf(shownLanguage);
    const auto slug = shownLanguage.toStdString();
    const auto now = m_seams.clock.now().time_since_epoch().count();
    reports::AuditFacts facts{m_case->name, m_case->fingerprint, now, "teken 0.1.0", {}};
    for (const auto& document : m_case->held.documents)
        facts.held.push_back(document.name);
    const auto stem = std::filesystem::path(m_case->name).stem().string();
    QStringList files;
    const auto write = [&](const std::string& name, const std::string& text) -> Result<> {
        const auto path = std::filesystem::path(folder.toStdString()) / (stem + name);
        TEKEN_CHECK(m_seams.files.writeAtomic(path, toBytes(text)));
        files.append(QString::fromStdString(path.string()));
        return {};
    };
    TEKEN_CHECK(write("-laporan.html",
                      reports::reportHtml(reports::auditPages(m_case->report, facts, language), slug)));
    TEKEN_CHECK(write("-laporan.json", reports::auditJson(m_case->report, facts, language) + "\n"));
    if (m_case->sample)
        TEKEN_CHECK(
            write("-contoh.html", reports::reportHtml(auditing::samplePages(*m_case->sample, m_case->sampled,
                                                                            m_case->driveTitle, language),
                                                      slug)));
    return files;
}

void AuditDesk::close() {
    m_thread->post([this] { m_case.reset(); });
}

} // namespace teken::app
