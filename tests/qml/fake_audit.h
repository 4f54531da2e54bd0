// The auditor's desk of the fake laptop: evidence that is what a scene wants it to be.
#pragma once

#include "app/teken/services/audit_service.h"

namespace teken::app::test {

class FakeDesk;

inline constexpr const char* kAuditPassphrase = "kunci pemeriksa";

class FakeAudit final : public AuditService {
public:
    explicit FakeAudit(FakeDesk& desk) : m_desk(desk) {}
    /// Files with "segel" in their name are sealed; books with "lain" in theirs have another key.
    void look(const QString& file, const QString& keyBook, Finish<AuditSeal> finish) override;
    void audit(const AuditQuestion& question, crypto::SecretBytes passphrase,
               Finish<AuditResult> finish) override;
    void cancel() override;
    [[nodiscard]] AuditStep step() const override { return now; }
    void describe(const QString& language, Finish<AuditResult> finish) override;
    void showEntry(const EntryId& entry, const QString& language, Finish<AuditEntryView> finish) override;
    void draw(int size, Finish<AuditSample> finish) override;
    void exportReport(const QString& folder, const QString& language, Finish<QStringList> finish) override;
    void exportSample(const QString& folder, const QString& language, Finish<QStringList> finish) override;
    void close() override { closed = true; }

    [[nodiscard]] static AuditResult intact();
    [[nodiscard]] static AuditResult altered();
    [[nodiscard]] static AuditResult incomplete();

    void report(const AuditStep& step) {
        now = step;
        emit stepChanged();
    }

    AuditStep now;
    AuditQuestion asked;
    AuditResult result = intact();
    bool outsideLog = false; ///< entries have no proven place
    bool closed = false;

private:
    FakeDesk& m_desk;
};

} // namespace teken::app::test
