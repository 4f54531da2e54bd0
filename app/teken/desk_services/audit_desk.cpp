#include "app/teken/desk_services/audit_desk.h"

#include "app/auditing/key_book.h"
#include "app/teken/desk_services/rows.h"
#include "app/teken/notice.h"
#include "app/words/audit/audit_words.h"
#include "core/audit/root_key.h"
#include "core/store/entries.h"
#include "core/store/keyring.h"
#include "sync/bundle/bundle.h"

#include <algorithm>

namespace teken::app {

namespace {

constexpr int kShownFindings = 500;
constexpr std::size_t kShownKeyDigits = 16;

/// Fewest bytes between two looks at the progress: a screen shows no more.
constexpr std::int64_t kProgressBytes = 256 * 1024;

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

QString inGroups(const std::string& hex) {
    QString text;
    for (std::size_t at = 0; at < std::min(hex.size(), kShownKeyDigits); at += 4)
        text += (at == 0 ? QString() : QStringLiteral(" ")) + textOf(hex.substr(at, 4));
    return text;
}

// "6.240" in Indonesian, "6,240" in English.
QString counted(std::uint64_t number, words::Language language) {
    auto text = domain::formatNumber(std::int64_t(number));
    if (language == words::Language::English)
        std::ranges::replace(text, '.', ',');
    return textOf(text);
}

// No bundle, so it has to be a book: to whoever checks evidence it is evidence, or it is none.
Result<std::unique_ptr<store::Book>> openAsEvidence(const std::filesystem::path& file,
                                                    const store::BookSeams& seams) {
    auto book = store::Book::open(file, seams);
    if (book || book.error().reason != "store.not-a-book")
        return book;
    auto error = book.error();
    error.reason = "audit.not-evidence";
    return fail(std::move(error));
}

Result<QStringList> holdersIn(store::Book& book) {
    TEKEN_TRY(const auto names, auditing::holdersOf(book));
    QStringList shown;
    for (const auto& name : names)
        shown.append(textOf(name));
    return shown;
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

// While a file is read, verified and folded.
bool AuditDesk::readOn(std::uint64_t done, std::uint64_t total) {
    const auto further = std::int64_t(done) - m_done;
    if (total > 0 && (further >= kProgressBytes || (further > 0 && done == total) || m_total == 0))
        tell(0, done, total);
    return !m_cancelled;
}

AuditStep AuditDesk::step() const {
    return {m_stage, m_done, m_total};
}

void AuditDesk::cancel() {
    m_cancelled = true;
}

void AuditDesk::look(const QString& file, const QString& keyBook, Finish<AuditSeal> finish) {
    m_thread->run<AuditSeal>(std::move(finish), [this, file, keyBook] {
        return sealOf(file.toStdString(), keyBook.toStdString());
    });
}

Result<AuditSeal> AuditDesk::sealOf(const std::filesystem::path& file,
                                    const std::filesystem::path& keyBook) const {
    AuditSeal seal;
    if (!auditing::looksLikeBundle(m_seams.storage, file)) {
        TEKEN_TRY(const auto book, openAsEvidence(file, m_seams.book()));
        seal.sealed = seal.ownPassphrase = book->protection() == store::Protection::Sealed;
        TEKEN_TRY(seal.holders, holdersIn(*book));
        return seal;
    }
    TEKEN_TRY(const auto reader, sync::BundleReader::open(m_seams.storage, file));
    const auto& recipient = reader->header().recipient;
    if (!recipient)
        return seal;
    seal.sealed = true;
    seal.recipient = inGroups(recipient->hex());
    if (keyBook.empty())
        return seal;
    TEKEN_TRY(const auto book, store::Book::open(keyBook, m_seams.book()));
    TEKEN_CHECK(auditing::needRecipient(*book, *recipient));
    TEKEN_TRY(seal.holders, holdersIn(*book));
    return seal;
}

void AuditDesk::audit(const AuditQuestion& question, crypto::SecretBytes passphrase,
                      Finish<AuditResult> finish) {
    m_cancelled = false;
    m_stage = 0;
    m_done = 0;
    m_total = 0;
    auto kept = std::make_shared<crypto::SecretBytes>(std::move(passphrase));
    m_thread->run<AuditResult>(std::move(finish), [this, question, kept] {
        auto result = check(question, *kept);
        *kept = {};
        m_cancelled = false; // of what is looked at from now on, nothing is to be stopped
        return result;
    });
}

Result<> AuditDesk::openEvidence(Case& made, const AuditQuestion& question,
                                 const crypto::SecretBytes& passphrase) {
    const std::filesystem::path file(question.file.toStdString());
    const auto holder = question.holder.toStdString();
    if (!auditing::looksLikeBundle(m_seams.storage, file)) {
        TEKEN_TRY(auto book, openAsEvidence(file, m_seams.book()));
        TEKEN_CHECK(auditing::unlockAs(*book, holder, passphrase));
        TEKEN_TRY(made.source, auditing::bookSource(m_seams, std::move(book)));
        return {};
    }
    TEKEN_TRY(const auto reader, sync::BundleReader::open(m_seams.storage, file));
    if (const auto& recipient = reader->header().recipient) {
        if (question.keyBook.isEmpty())
            return fail(ErrorCode::Locked, "bundle.sealed", "expected the recipient's book, found none");
        TEKEN_TRY(const auto keys, store::Book::open(question.keyBook.toStdString(), m_seams.book()));
        TEKEN_CHECK(auditing::needRecipient(*keys, *recipient));
        TEKEN_CHECK(auditing::unlockAs(*keys, holder, passphrase));
        TEKEN_TRY(auto secret, keys->keyring().recipientSecret());
        made.secret.emplace(std::move(secret));
    }
    TEKEN_TRY(made.source,
              auditing::unpackFile(
                  m_seams, file, made.folder.path(), "unpacked.book",
                  {made.secret ? &*made.secret : nullptr, made.fingerprint, 0,
                   [this](std::uint64_t done, std::uint64_t total) { return readOn(done, total); }}));
    return {};
}

Result<AuditResult> AuditDesk::check(const AuditQuestion& question, const crypto::SecretBytes& passphrase) {
    m_case.reset();
    TEKEN_TRY(auto folder, auditing::WorkFolder::create(m_seams.random));
    auto made = std::make_unique<Case>(std::move(folder));
    made->fingerprint = question.fingerprint.toStdString();
    made->name = std::filesystem::path(question.file.toStdString()).filename().string();
    std::vector<std::filesystem::path> documents;
    for (const auto& held : question.held)
        documents.emplace_back(held.toStdString());
    std::vector<std::string> codes;
    for (const auto& code : question.closeCodes)
        codes.push_back(code.toStdString());
    TEKEN_TRY(made->held, auditing::readHeldFiles(m_seams.files, documents, std::move(codes)));
    TEKEN_CHECK(openEvidence(*made, question, passphrase));
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
    TEKEN_CHECK(needCase());
    const auto language = languageNamed(shownLanguage);
    const auto& report = m_case->report;
    AuditResult result;
    result.word = textOf(words::verdictWord(report.verdict, language));
    result.sentence = textOf(words::verdictSentence(report, language));
    result.tone = toneOf(report);
    for (const auto& check : report.checked)
        result.checked.append(textOf(words::checkWord(check.what, language)) + QStringLiteral(": ") +
                              counted(check.count, language));
    for (const auto& check : report.notChecked)
        result.notChecked.append(textOf(words::missingWord(check.what, language)));
    result.findingsTotal = qint64(report.findingsTotal);
    for (const auto& finding : report.findings) {
        if (result.findings.size() == kShownFindings)
            break;
        AuditFindingRow row;
        row.tone = toneOf(finding.severity);
        row.severity = textOf(words::severityWord(finding.severity, language));
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

Result<> AuditDesk::needCase() const {
    if (m_case)
        return {};
    return fail(ErrorCode::NotFound, "audit.nothing-open", "expected evidence that was checked, found none");
}

Result<> AuditDesk::openLedger() {
    TEKEN_CHECK(needCase());
    if (m_case->ledger)
        return {};
    TEKEN_TRY(const auto root, audit::findRoot(m_case->source.book->entries(), m_case->fingerprint));
    TEKEN_TRY(m_case->ledger, ledger::Ledger::open(*m_case->source.book, root));
    return {};
}

void AuditDesk::close() {
    m_thread->post([this] { m_case.reset(); });
}

} // namespace teken::app
