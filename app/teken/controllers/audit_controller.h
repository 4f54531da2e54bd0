// Meja pemeriksa: choose evidence, watch the check, read the verdict, look closer.
#pragma once

#include "app/teken/controllers/folder_controller.h"
#include "app/teken/controllers/page_controller.h"
#include "app/teken/ink/ink_sheet.h"
#include "app/teken/models/row_model.h"
#include "app/teken/services/audit_service.h"
#include "app/teken/services/places_service.h"

namespace teken::app {

class AuditController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(State state READ state NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString file READ file NOTIFY choiceChanged FINAL)
    Q_PROPERTY(QStringList held READ held NOTIFY choiceChanged FINAL)
    Q_PROPERTY(QStringList closeCodes READ closeCodes NOTIFY choiceChanged FINAL)
    Q_PROPERTY(bool looked READ looked NOTIFY filesChanged FINAL)
    Q_PROPERTY(bool sealed READ sealed NOTIFY sealChanged FINAL)
    Q_PROPERTY(bool wantsKey READ wantsKey NOTIFY sealChanged FINAL)
    Q_PROPERTY(bool wantsPassphrase READ wantsPassphrase NOTIFY sealChanged FINAL)
    Q_PROPERTY(QString recipient READ recipient NOTIFY sealChanged FINAL)
    Q_PROPERTY(QString keyBook READ keyBook NOTIFY sealChanged FINAL)
    Q_PROPERTY(QStringList holders READ holders NOTIFY sealChanged FINAL)
    Q_PROPERTY(int holder READ holder WRITE setHolder NOTIFY sealChanged FINAL)
    Q_PROPERTY(teken::app::RowModelBase* files READ files CONSTANT FINAL)
    Q_PROPERTY(teken::app::RowModelBase* books READ books CONSTANT FINAL)
    Q_PROPERTY(teken::app::RowModelBase* places READ places CONSTANT FINAL)
    Q_PROPERTY(int stage READ stage NOTIFY stepChanged FINAL)
    Q_PROPERTY(double part READ part NOTIFY stepChanged FINAL)
    Q_PROPERTY(double done READ done NOTIFY stepChanged FINAL)
    Q_PROPERTY(QString word READ word NOTIFY resultChanged FINAL)
    Q_PROPERTY(QString sentence READ sentence NOTIFY resultChanged FINAL)
    Q_PROPERTY(int tone READ tone NOTIFY resultChanged FINAL)
    Q_PROPERTY(QStringList checked READ checked NOTIFY resultChanged FINAL)
    Q_PROPERTY(QStringList notChecked READ notChecked NOTIFY resultChanged FINAL)
    Q_PROPERTY(double findingsTotal READ findingsTotal NOTIFY resultChanged FINAL)
    Q_PROPERTY(bool canSample READ canSample NOTIFY resultChanged FINAL)
    Q_PROPERTY(teken::app::RowModelBase* findings READ findings CONSTANT FINAL)
    Q_PROPERTY(QString entryTitle READ entryTitle NOTIFY entryChanged FINAL)
    Q_PROPERTY(QString entryPlace READ entryPlace NOTIFY entryChanged FINAL)
    Q_PROPERTY(bool entryHasInk READ entryHasInk NOTIFY entryChanged FINAL)
    Q_PROPERTY(teken::app::RowModelBase* facts READ facts CONSTANT FINAL)
    Q_PROPERTY(teken::app::RowModelBase* neighbours READ neighbours CONSTANT FINAL)
    Q_PROPERTY(teken::app::RowModelBase* path READ path CONSTANT FINAL)
    Q_PROPERTY(teken::app::InkSheet* ink READ ink CONSTANT FINAL)
    Q_PROPERTY(teken::app::RowModelBase* sample READ sample CONSTANT FINAL)
    Q_PROPERTY(QString sampleSeed READ sampleSeed NOTIFY sampleChanged FINAL)
    Q_PROPERTY(QString sampleBasis READ sampleBasis NOTIFY sampleChanged FINAL)
    Q_PROPERTY(double population READ population NOTIFY sampleChanged FINAL)
    Q_PROPERTY(int sampleSize READ sampleSize NOTIFY sampleChanged FINAL)
    Q_PROPERTY(QStringList written READ written NOTIFY writtenChanged FINAL)
    Q_PROPERTY(QString ownFolder READ ownFolder NOTIFY choiceChanged FINAL)
    Q_PROPERTY(bool ownFolderWritable READ ownFolderWritable NOTIFY placesChanged FINAL)
    Q_PROPERTY(teken::app::FolderController* folders READ folders CONSTANT FINAL)

public:
    enum State { Choosing, Checking, Verdict, Entry, Sample };
    Q_ENUM(State)

    AuditController(AuditService& service, PlacesService& places, QObject* parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString file() const { return m_question.file; }
    [[nodiscard]] QStringList held() const { return m_question.held; }
    [[nodiscard]] QStringList closeCodes() const { return m_question.closeCodes; }
    /// The places were looked at: an empty list means that there is nothing.
    [[nodiscard]] bool looked() const { return m_looked; }
    [[nodiscard]] bool sealed() const { return m_seal.sealed; }
    /// The recipient's book has to be chosen.
    [[nodiscard]] bool wantsKey() const { return m_seal.sealed && !m_seal.ownPassphrase; }
    [[nodiscard]] bool wantsPassphrase() const { return !m_seal.holders.isEmpty(); }
    [[nodiscard]] QString recipient() const { return m_seal.recipient; }
    [[nodiscard]] QString keyBook() const { return m_question.keyBook; }
    [[nodiscard]] QStringList holders() const { return m_seal.holders; }
    [[nodiscard]] int holder() const { return int(m_seal.holders.indexOf(m_question.holder)); }
    void setHolder(int index);
    [[nodiscard]] RowModelBase* files() { return &m_files; }
    [[nodiscard]] RowModelBase* books() { return &m_books; }
    [[nodiscard]] RowModelBase* places() { return &m_places; }
    [[nodiscard]] int stage() const { return m_service.step().stage; }
    /// 0 to 1; negative while nobody knows.
    [[nodiscard]] double part() const;
    [[nodiscard]] double done() const { return double(m_service.step().done); }
    [[nodiscard]] QString word() const { return m_result.word; }
    [[nodiscard]] QString sentence() const { return m_result.sentence; }
    [[nodiscard]] int tone() const { return m_result.tone; }
    [[nodiscard]] QStringList checked() const { return m_result.checked; }
    [[nodiscard]] QStringList notChecked() const { return m_result.notChecked; }
    [[nodiscard]] double findingsTotal() const { return double(m_result.findingsTotal); }
    [[nodiscard]] bool canSample() const { return m_result.canSample; }
    [[nodiscard]] RowModelBase* findings() { return &m_findings; }
    [[nodiscard]] QString entryTitle() const { return m_entry.title; }
    [[nodiscard]] QString entryPlace() const { return m_entry.placeText; }
    [[nodiscard]] bool entryHasInk() const { return !m_entry.ink.isEmpty(); }
    [[nodiscard]] RowModelBase* facts() { return &m_facts; }
    [[nodiscard]] RowModelBase* neighbours() { return &m_neighbours; }
    [[nodiscard]] RowModelBase* path() { return &m_path; }
    [[nodiscard]] InkSheet* ink() { return &m_ink; }
    [[nodiscard]] RowModelBase* sample() { return &m_sample; }
    [[nodiscard]] QString sampleSeed() const { return m_drawn.seed; }
    [[nodiscard]] QString sampleBasis() const { return m_drawn.basis; }
    [[nodiscard]] double population() const { return double(m_drawn.population); }
    /// As it was asked for; fewer are drawn where there are fewer.
    [[nodiscard]] int sampleSize() const { return m_sampleSize; }
    [[nodiscard]] QStringList written() const { return m_written; }
    /// Where the evidence lies: a good place for its report, too.
    [[nodiscard]] QString ownFolder() const;
    /// As far as the last look at the places goes; what is written tells for certain.
    [[nodiscard]] bool ownFolderWritable() const { return m_ownFolderWritable; }
    /// For files and folders that are at no usual place.
    [[nodiscard]] FolderController* folders() { return &m_folders; }

    void setLanguage(const QString& language) { m_question.language = language; }

    /// Looks for evidence and places anew.
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void choose(const QString& file);
    /// The recipient's book, for sealed evidence. One that does not fit is refused at once.
    Q_INVOKABLE void chooseKey(const QString& book);
    /// The hex digits of a fingerprint however it was typed, pasted or scanned: lower case, without blanks,
    /// dashes, colons, dots and a name of the hash in front. What is no digit stays, to be seen.
    Q_INVOKABLE static QString digitsOf(const QString& typed);
    /// The first letter that belongs in no fingerprint; empty: none.
    Q_INVOKABLE static QString strayIn(const QString& typed);
    /// Files dropped on the page, as URLs or paths: a .teken file is the evidence, a book beside it the
    /// recipient's, everything else was held elsewhere.
    Q_INVOKABLE void drop(const QStringList& files);
    /// Kept elsewhere: a checkpoint, a receipt, a proof.
    Q_INVOKABLE void addHeld(const QString& file);
    Q_INVOKABLE void removeHeld(int index);
    Q_INVOKABLE void addCloseCode(const QString& code);
    Q_INVOKABLE void removeCloseCode(int index);
    Q_INVOKABLE void start(const QString& fingerprint, const QString& passphrase = {});
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void showFinding(int index);
    Q_INVOKABLE void showNeighbour(int index);
    Q_INVOKABLE void showSampled(int index);
    Q_INVOKABLE void drawSample(int size);
    /// A stick that was pulled is no place any more.
    Q_INVOKABLE bool hasPlace(const QString& folder) const;
    Q_INVOKABLE void exportReport(const QString& folder);
    Q_INVOKABLE void exportSample(const QString& folder);
    /// A scanner sent this while nobody wrote anywhere.
    void takeScan(const QString& text) { emit scanned(digitsOf(text)); }
    Q_INVOKABLE void forgetWritten();
    /// One step back; false when there is nothing behind but the page before this desk.
    Q_INVOKABLE bool back();
    /// The evidence is put away.
    Q_INVOKABLE void leave();

    void retranslate() override;
    /// Evidence that needed a passphrase is put away with the lock.
    void forget() override;

signals:
    void filesChanged();
    void placesChanged();
    void sealChanged();
    void refused(); ///< the passphrase does not fit
    void scanned(const QString& digits);
    void stateChanged();
    void choiceChanged();
    void stepChanged();
    void resultChanged();
    void entryChanged();
    void sampleChanged();
    void writtenChanged();

private:
    void setState(State state);
    void look();
    void show(AuditResult result);
    void showPlaces(QList<PlaceRow> places);
    void showEntry(const EntryId& entry);

    AuditService& m_service;
    PlacesService& m_placesService;
    FolderController m_folders;
    AuditQuestion m_question;
    AuditSeal m_seal;
    int m_looks = 0;
    bool m_looked = false;
    bool m_ownFolderWritable = true;
    State m_state = Choosing;
    State m_beforeEntry = Verdict;
    AuditResult m_result;
    AuditEntryView m_entry;
    EntryId m_entryId;
    AuditSample m_drawn;
    int m_sampleSize = 0;
    QStringList m_written;
    RowModel<FileRow> m_files;
    RowModel<FileRow> m_books;
    RowModel<PlaceRow> m_places;
    RowModel<AuditFindingRow> m_findings;
    RowModel<AuditFactRow> m_facts;
    RowModel<AuditNeighbourRow> m_neighbours;
    RowModel<AuditPathRow> m_path;
    RowModel<AuditSampleRow> m_sample;
    InkSheet m_ink;
};

} // namespace teken::app
