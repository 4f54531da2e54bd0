#include "app/teken/controllers/audit_controller.h"

#include "app/teken/controllers/secret_text.h"

#include <QFileInfo>
#include <QUrl>

#include <algorithm>

namespace teken::app {

AuditController::AuditController(AuditService& service, PlacesService& places, QObject* parent)
    : PageController(parent), m_service(service), m_placesService(places), m_folders(places) {
    m_ink.setLocked(true);
    connect(&service, &AuditService::stepChanged, this, &AuditController::stepChanged);
    connect(&places, &PlacesService::placesChanged, this, &AuditController::refresh);
}

double AuditController::part() const {
    const auto step = m_service.step();
    return step.total > 0 ? double(step.done) / double(step.total) : -1;
}

void AuditController::setState(State state) {
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged();
}

void AuditController::refresh() {
    m_placesService.listFiles(listen<QList<FileRow>>([this](QList<FileRow> files) {
        m_files.replaceAll(std::move(files));
        m_looked = true;
        emit filesChanged();
    }));
    m_placesService.listBooks(
        listen<QList<FileRow>>([this](QList<FileRow> books) { m_books.replaceAll(std::move(books)); }));
    m_placesService.listPlaces(listen<QList<PlaceRow>>([this](QList<PlaceRow> places) {
        showPlaces(std::move(places));
        emit placesChanged();
    }));
    if (m_question.file.isEmpty())
        return;
    // Its stick may be gone or locked: then there is no writing beside it, and that is no failure.
    m_placesService.lookInto(ownFolder(), {}, [self = QPointer(this)](Result<FolderView> view) {
        if (!self)
            return;
        self->m_ownFolderWritable = view && view->writable;
        emit self->placesChanged();
    });
}

// Rows that stay where they are: nobody's finger meets another place than the one it was put on.
void AuditController::showPlaces(QList<PlaceRow> places) {
    const auto& shown = m_places.rows();
    const bool same = std::equal(places.begin(), places.end(), shown.begin(), shown.end(),
                                 [](const PlaceRow& a, const PlaceRow& b) { return a.folder == b.folder; });
    if (!same)
        return m_places.replaceAll(std::move(places));
    for (int i = 0; i < int(places.size()); ++i)
        m_places.replaceRow(i, places[i]);
}

void AuditController::choose(const QString& file) {
    m_question.file = file.trimmed();
    m_question.keyBook.clear();
    emit choiceChanged();
    look();
}

void AuditController::chooseKey(const QString& book) {
    m_question.keyBook = book.trimmed();
    look();
}

// What is known of the seal belongs to the file and the book chosen last.
void AuditController::look() {
    const auto asked = ++m_looks;
    const AuditSeal before = std::exchange(m_seal, {});
    // The page does not jump while the book is being opened.
    m_seal.sealed = before.sealed && !m_question.keyBook.isEmpty();
    m_seal.recipient = m_seal.sealed ? before.recipient : QString();
    m_question.holder.clear();
    emit sealChanged();
    if (m_question.file.isEmpty())
        return;
    auto finish = answer<AuditSeal>([this, asked](AuditSeal seal) {
        if (asked != m_looks)
            return;
        m_seal = std::move(seal);
        m_question.holder = m_seal.holders.value(0);
        emit sealChanged();
    });
    m_service.look(m_question.file, m_question.keyBook,
                   [self = QPointer(this), finish = std::move(finish)](Result<AuditSeal> seal) {
                       const bool bookRefused = !seal && self && !self->m_question.keyBook.isEmpty();
                       finish(std::move(seal));
                       if (!bookRefused)
                           return;
                       self->m_question.keyBook.clear();
                       emit self->sealChanged();
                   });
}

void AuditController::setHolder(int index) {
    const QString name = m_seal.holders.value(index);
    if (name.isEmpty() || name == m_question.holder)
        return;
    m_question.holder = name;
    emit sealChanged();
}

QString AuditController::digitsOf(const QString& typed) {
    QString text = typed.trimmed().toLower();
    for (const auto* name : {"sha-256", "sha256", "0x"})
        if (text.startsWith(QLatin1String(name)))
            text.remove(0, qsizetype(qstrlen(name)));
    QString digits;
    for (const QChar letter : text) {
        const bool between = letter.isSpace() || letter.category() == QChar::Punctuation_Dash ||
                             letter.category() == QChar::Other_Format || letter == u':' || letter == u'.' ||
                             letter == u'_' || letter == u'\u2212';
        if (!between)
            digits += letter;
    }
    return digits;
}

QString AuditController::strayIn(const QString& typed) {
    for (const QChar letter : digitsOf(typed))
        if (!(letter >= u'0' && letter <= u'9') && !(letter >= u'a' && letter <= u'f'))
            return letter;
    return {};
}

QString AuditController::ownFolder() const {
    return m_question.file.isEmpty() ? QString() : QFileInfo(m_question.file).absolutePath();
}

void AuditController::drop(const QStringList& files) {
    if (m_state != Choosing)
        return;
    QString evidence, book;
    for (const auto& dropped : files) {
        const QUrl url(dropped);
        const QString path = url.isLocalFile() ? url.toLocalFile() : dropped.trimmed();
        if (path.isEmpty())
            continue;
        if (path.endsWith(QLatin1String(".teken"), Qt::CaseInsensitive))
            evidence = path;
        else if (path.endsWith(QLatin1String(".book"), Qt::CaseInsensitive))
            book = path;
        else
            addHeld(path);
    }
    emit choiceChanged();
    if (!evidence.isEmpty())
        choose(evidence);
    if (book.isEmpty())
        return;
    // A book alone is evidence itself; beside a sealed file it is the recipient's.
    if (m_question.file.endsWith(QLatin1String(".teken"), Qt::CaseInsensitive))
        chooseKey(book);
    else
        choose(book);
}

void AuditController::addHeld(const QString& file) {
    if (file.isEmpty() || m_question.held.contains(file))
        return;
    m_question.held.append(file);
    emit choiceChanged();
}

void AuditController::removeHeld(int index) {
    if (index < 0 || index >= m_question.held.size())
        return;
    m_question.held.removeAt(index);
    emit choiceChanged();
}

void AuditController::addCloseCode(const QString& code) {
    const QString wanted = code.trimmed().toUpper();
    if (wanted.isEmpty() || m_question.closeCodes.contains(wanted))
        return;
    m_question.closeCodes.append(wanted);
    emit choiceChanged();
}

void AuditController::removeCloseCode(int index) {
    if (index < 0 || index >= m_question.closeCodes.size())
        return;
    m_question.closeCodes.removeAt(index);
    emit choiceChanged();
}

void AuditController::start(const QString& fingerprint, const QString& passphrase) {
    if (isBusy() || m_question.file.isEmpty())
        return;
    m_question.fingerprint = digitsOf(fingerprint);
    auto finish = answer<AuditResult>([this](AuditResult result) {
        show(std::move(result));
        setState(Verdict);
    });
    setState(Checking);
    m_service.audit(m_question, secretFrom(passphrase),
                    [self = QPointer(this), finish = std::move(finish)](Result<AuditResult> result) {
                        const bool good = result.has_value();
                        // Somebody who presses "stop" needs no explanation.
                        const bool cancelled = !good && result.error().code == ErrorCode::Cancelled;
                        const bool wrong = !good && result.error().reason == "store.wrong-passphrase";
                        finish(std::move(result));
                        if (!self || good)
                            return;
                        if (cancelled)
                            self->dismissFailure();
                        self->setState(Choosing);
                        if (wrong)
                            emit self->refused();
                    });
}

void AuditController::cancel() {
    m_service.cancel();
}

void AuditController::show(AuditResult result) {
    m_result = std::move(result);
    m_findings.replaceAll(m_result.findings);
    emit resultChanged();
}

void AuditController::showEntry(const EntryId& entry) {
    if (entry.isZero())
        return;
    m_service.showEntry(entry, m_question.language,
                        answer<AuditEntryView>([this, entry](AuditEntryView view) {
                            m_entry = std::move(view);
                            m_entryId = entry;
                            m_facts.replaceAll(m_entry.facts);
                            m_neighbours.replaceAll(m_entry.neighbours);
                            m_path.replaceAll(m_entry.path);
                            m_ink.restore(m_entry.ink);
                            emit entryChanged();
                            if (m_state != Entry)
                                m_beforeEntry = m_state;
                            setState(Entry);
                        }));
}

void AuditController::showFinding(int index) {
    if (const auto* row = m_findings.row(index))
        showEntry(row->entry);
}

void AuditController::showNeighbour(int index) {
    if (const auto* row = m_neighbours.row(index))
        showEntry(row->entry);
}

void AuditController::showSampled(int index) {
    if (const auto* row = m_sample.row(index))
        showEntry(row->entry);
}

void AuditController::drawSample(int size) {
    if (isBusy())
        return;
    m_service.draw(size, answer<AuditSample>([this, size](AuditSample drawn) {
                       m_drawn = std::move(drawn);
                       m_sampleSize = size;
                       m_sample.replaceAll(m_drawn.rows);
                       emit sampleChanged();
                       setState(Sample);
                   }));
}

bool AuditController::hasPlace(const QString& folder) const {
    const auto& rows = m_places.rows();
    return std::any_of(rows.begin(), rows.end(), [&](const PlaceRow& row) { return row.folder == folder; });
}

void AuditController::exportReport(const QString& folder) {
    if (isBusy() || folder.isEmpty())
        return;
    m_service.exportReport(folder, m_question.language, answer<QStringList>([this](QStringList files) {
                               m_written = std::move(files);
                               emit writtenChanged();
                           }));
}

void AuditController::exportSample(const QString& folder) {
    if (isBusy() || folder.isEmpty())
        return;
    m_service.exportSample(folder, m_question.language, answer<QStringList>([this](QStringList files) {
                               m_written = std::move(files);
                               emit writtenChanged();
                           }));
}

void AuditController::forgetWritten() {
    dismissFailure();
    m_written.clear();
    emit writtenChanged();
}

bool AuditController::back() {
    switch (m_state) {
    case Entry:
        setState(m_beforeEntry);
        return true;
    case Sample:
        setState(Verdict);
        return true;
    case Verdict:
        setState(Choosing);
        return true;
    case Checking:
        cancel();
        return true;
    case Choosing:
        break;
    }
    return false;
}

void AuditController::leave() {
    m_service.cancel();
    m_service.close();
    m_question = {{}, {}, {}, {}, m_question.language, {}, {}};
    m_seal = {};
    ++m_looks;
    m_result = {};
    m_entry = {};
    m_drawn = {};
    m_findings.clear();
    m_facts.clear();
    m_neighbours.clear();
    m_path.clear();
    m_sample.clear();
    m_ink.restore({});
    m_written.clear();
    dismissFailure();
    setState(Choosing);
    emit choiceChanged();
    emit sealChanged();
    emit resultChanged();
    emit entryChanged();
    emit sampleChanged();
    emit writtenChanged();
}

void AuditController::forget() {
    if (m_seal.sealed)
        leave();
}

void AuditController::retranslate() {
    PageController::retranslate();
    m_folders.retranslate();
    if (m_result.word.isEmpty() || m_state == Checking)
        return;
    m_service.describe(m_question.language,
                       listen<AuditResult>([this](AuditResult result) { show(std::move(result)); }));
    if (m_state == Entry)
        showEntry(m_entryId);
}

} // namespace teken::app
