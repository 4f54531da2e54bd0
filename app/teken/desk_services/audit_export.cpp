// What an auditor takes away: a drawn sample, and reports as files.
#include "app/papers/paper_report.h"
#include "app/reports/audit_json.h"
#include "app/reports/html.h"
#include "app/teken/desk_services/audit_desk.h"
#include "app/teken/desk_services/rows.h"
#include "app/teken/notice.h"
#include "core/base/version.h"
#include "core/crypto/hash.h"

#include <algorithm>

namespace teken::app {

namespace {
constexpr int kMostNamesTried = 1'000;

/// In words of the auditor, whose evidence and verdict are safe whatever the place does.
Error aboutPlace(Error error) {
    switch (error.code) {
    case ErrorCode::NoSpace:
        error.reason = "audit.place-full";
        break;
    case ErrorCode::ReadOnly:
        error.reason = "audit.place-closed";
        break;
    case ErrorCode::NotFound:
        error.reason = "audit.place-gone";
        break;
    default: // a dying stick, a file in use: said as it is
        break;
    }
    return error;
}
} // namespace

EntryId AuditDesk::driveMeant() const {
    if (m_case->source.drive)
        return *m_case->source.drive;
    return m_case->report.drives.empty() ? EntryId{} : m_case->report.drives.front().drive;
}

domain::Zone AuditDesk::zoneMeant() const {
    for (const auto& state : m_case->report.drives)
        if (state.drive == driveMeant())
            return static_cast<domain::Zone>(state.opening.zone);
    return domain::Zone::Wib;
}

void AuditDesk::draw(int size, Finish<AuditSample> finish) {
    m_thread->run<AuditSample>(std::move(finish), [this, size] { return inDeskWords(drawn(size)); });
}

Result<AuditSample> AuditDesk::drawn(int size) {
    TEKEN_CHECK(openLedger());
    auto& source = m_case->source;
    auto notes = source.log.checkpoints;
    for (const auto& document : m_case->held.documents)
        notes.push_back(document.text);
    TEKEN_TRY(const auto checkpoint, audit::newestCheckpoint(*source.book, *m_case->ledger, notes));
    const auto drive = driveMeant();
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
                               [this, folder, language] { return reportInto(folder, language); });
}

void AuditDesk::exportSample(const QString& folder, const QString& language, Finish<QStringList> finish) {
    m_thread->run<QStringList>(
        std::move(finish), [this, folder, language] { return inDeskWords(sampleInto(folder, language)); });
}

Result<QStringList> AuditDesk::reportInto(const QString& folder, const QString& shownLanguage) {
    TEKEN_CHECK(needCase());
    const auto language = languageNamed(shownLanguage);
    const auto now = m_seams.clock.now().time_since_epoch().count();
    reports::AuditFacts facts{m_case->name, m_case->fingerprint, now, softwareName("teken"), {}};
    for (const auto& document : m_case->held.documents)
        facts.held.push_back(document.name);
    const auto pages = reports::auditPages(m_case->report, facts, language);
    TEKEN_TRY(auto pdf, onPaper(pages));
    return write(folder, "laporan",
                 {{".pdf", std::move(pdf)},
                  {".html", toBytes(reports::reportHtml(pages, shownLanguage.toStdString()))},
                  {".json", toBytes(reports::auditJson(m_case->report, facts, language) + "\n")}});
}

Result<QStringList> AuditDesk::sampleInto(const QString& folder, const QString& shownLanguage) {
    TEKEN_CHECK(needCase());
    if (!m_case->sample)
        return fail(ErrorCode::NotFound, "audit.no-sample", "expected a drawn sample, found none");
    const auto pages = auditing::samplePages(*m_case->sample, m_case->sampled, m_case->driveTitle,
                                             languageNamed(shownLanguage));
    TEKEN_TRY(auto pdf, onPaper(pages));
    return write(folder, "contoh",
                 {{".pdf", std::move(pdf)},
                  {".html", toBytes(reports::reportHtml(pages, shownLanguage.toStdString()))}});
}

Result<Bytes> AuditDesk::onPaper(const reports::ReportPages& pages) const {
    papers::PaperStyle style;
    style.head.font = papers::FontChoice::Inter;
    style.printedAt = m_seams.clock.now();
    TEKEN_TRY(const auto document, papers::composeReport(pages, style));
    return papers::toPdf(document);
}

// An earlier report is never written over: an auditor may need both. What is half written is taken away
// again.
Result<QStringList> AuditDesk::write(const QString& folder, const std::string& what,
                                     const std::vector<Sheet>& sheets) {
    const std::filesystem::path place(folder.toStdString());
    const auto stem = std::filesystem::path(m_case->name).stem().string() + "-" + what;
    const auto named = [&](int number, const Sheet& sheet) {
        return place / (stem + (number > 1 ? "-" + std::to_string(number) : "") + sheet.suffix);
    };
    int number = 1;
    const auto taken = [&](const Sheet& sheet) { return m_seams.files.exists(named(number, sheet)); };
    while (number < kMostNamesTried && std::ranges::any_of(sheets, taken))
        ++number;
    QStringList files;
    for (const auto& sheet : sheets) {
        const auto path = named(number, sheet);
        if (const auto written = m_seams.files.writeAtomic(path, sheet.bytes); !written) {
            for (const auto& done : files)
                static_cast<void>(m_seams.files.remove(done.toStdString()));
            return fail(aboutPlace(written.error()));
        }
        files.append(QString::fromStdString(path.string()));
    }
    return files;
}

} // namespace teken::app
