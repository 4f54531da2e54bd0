// The auditor's desk over real evidence, on a thread of its own: nothing of this laptop's book is touched.
#pragma once

#include "app/auditing/audit_source.h"
#include "app/auditing/sample_pages.h"
#include "app/reports/audit_pages.h"
#include "app/teken/desk_services/work_thread.h"
#include "app/teken/services/audit_service.h"
#include "core/crypto/box.h"
#include "core/domain/indonesian.h"
#include "core/ledger/ledger.h"

#include <atomic>
#include <optional>

namespace teken::app {

class AuditDesk final : public AuditService {
public:
    /// `seams` outlive the desk.
    explicit AuditDesk(const auditing::Seams& seams);
    ~AuditDesk() override;

    void look(const QString& file, const QString& keyBook, Finish<AuditSeal> finish) override;
    void audit(const AuditQuestion& question, crypto::SecretBytes passphrase,
               Finish<AuditResult> finish) override;
    void cancel() override;
    [[nodiscard]] AuditStep step() const override;
    void describe(const QString& language, Finish<AuditResult> finish) override;
    void showEntry(const EntryId& entry, const QString& language, Finish<AuditEntryView> finish) override;
    void draw(int size, Finish<AuditSample> finish) override;
    void exportReport(const QString& folder, const QString& language, Finish<QStringList> finish) override;
    void exportSample(const QString& folder, const QString& language, Finish<QStringList> finish) override;
    void close() override;

private:
    /// What is open; belongs to the work thread.
    struct Case {
        explicit Case(auditing::WorkFolder own) : folder(std::move(own)) {}
        auditing::WorkFolder folder;
        std::optional<crypto::RecipientSecret> secret; ///< of a sealed file: its log is read again and again
        auditing::Source source;
        audit::Held held;
        std::string fingerprint, name;
        audit::Report report;
        std::unique_ptr<ledger::Ledger> ledger; ///< of the source, opened when somebody looks closer
        std::optional<audit::Sample> sample;
        std::vector<auditing::SampledPerson> sampled;
        std::string driveTitle;
    };

    /// One file of an export: what comes behind the evidence's name, and its bytes.
    struct Sheet {
        std::string suffix;
        Bytes bytes;
    };

    [[nodiscard]] Result<AuditSeal> sealOf(const std::filesystem::path& file,
                                           const std::filesystem::path& keyBook) const;
    [[nodiscard]] Result<AuditResult> check(const AuditQuestion& question,
                                            const crypto::SecretBytes& passphrase);
    [[nodiscard]] Result<> openEvidence(Case& made, const AuditQuestion& question,
                                        const crypto::SecretBytes& passphrase);
    [[nodiscard]] Result<AuditResult> resultIn(const QString& language) const;
    [[nodiscard]] Result<> needCase() const;
    [[nodiscard]] Result<> openLedger();
    /// What a book says of its altered content sends people to the command line, which nobody has at this
    /// desk: Corrupt becomes "audit.entry-altered".
    template <class Value>
    [[nodiscard]] static Result<Value> inDeskWords(Result<Value> answer) {
        if (answer || answer.error().code != ErrorCode::Corrupt)
            return answer;
        const auto& error = answer.error();
        return fail(ErrorCode::Corrupt, "audit.entry-altered", error.reason + ": " + error.message,
                    error.place);
    }
    [[nodiscard]] Result<AuditEntryView> viewOf(const EntryId& entry, const QString& language);
    [[nodiscard]] Result<> addPerson(const store::StoredEntry& stored, bool english, AuditEntryView& view);
    [[nodiscard]] Result<> addPlace(const store::StoredEntry& stored, bool english, AuditEntryView& view);
    [[nodiscard]] EntryId driveMeant() const;
    [[nodiscard]] domain::Zone zoneMeant() const;
    [[nodiscard]] Result<AuditSample> drawn(int size);
    [[nodiscard]] Result<QStringList> reportInto(const QString& folder, const QString& language);
    [[nodiscard]] Result<QStringList> sampleInto(const QString& folder, const QString& language);
    [[nodiscard]] Result<Bytes> onPaper(const reports::ReportPages& pages) const;
    [[nodiscard]] Result<QStringList> write(const QString& folder, const std::string& what,
                                            const std::vector<Sheet>& sheets);
    [[nodiscard]] bool readOn(std::uint64_t done, std::uint64_t total);
    void tell(int stage, std::uint64_t done, std::uint64_t total);

    const auditing::Seams m_seams;
    std::atomic<bool> m_cancelled{false};
    std::atomic<int> m_stage{0};
    std::atomic<std::int64_t> m_done{0};
    std::atomic<std::int64_t> m_total{0};
    std::unique_ptr<Case> m_case;
    std::unique_ptr<WorkThread> m_thread; ///< last: it uses everything above
};

} // namespace teken::app
