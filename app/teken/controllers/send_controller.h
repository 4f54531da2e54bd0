// The status strip of every page, "Kirim data" and "Simpan ke flashdisk". All figures are the service's; the
// only thing counted here is seconds.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/models/row_model.h"
#include "app/teken/services/places_service.h"
#include "app/teken/services/send_service.h"

#include <QTimer>

#include <optional>

namespace teken::app {

class SendController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(int saved READ saved NOTIFY statusChanged FINAL)
    Q_PROPERTY(int received READ received NOTIFY statusChanged FINAL)
    Q_PROPERTY(int witnessed READ witnessed NOTIFY statusChanged FINAL)
    Q_PROPERTY(teken::app::Notice alarm READ alarm NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString evidenceFolder READ evidenceFolder NOTIFY statusChanged FINAL)
    Q_PROPERTY(int waiting READ waiting NOTIFY statusChanged FINAL)
    Q_PROPERTY(int needHelp READ needHelp NOTIFY statusChanged FINAL)
    Q_PROPERTY(bool sending READ isSending NOTIFY statusChanged FINAL)
    Q_PROPERTY(int sendingDone READ sendingDone NOTIFY statusChanged FINAL)
    Q_PROPERTY(int sendingTotal READ sendingTotal NOTIFY statusChanged FINAL)
    Q_PROPERTY(bool offline READ isOffline NOTIFY statusChanged FINAL)
    Q_PROPERTY(int retryInSeconds READ retryInSeconds NOTIFY retryChanged FINAL)
    Q_PROPERTY(teken::app::Notice trouble READ trouble NOTIFY statusChanged FINAL)
    Q_PROPERTY(QDateTime lastContact READ lastContact NOTIFY statusChanged FINAL)
    Q_PROPERTY(teken::app::RowModelBase* places READ places CONSTANT FINAL)
    Q_PROPERTY(teken::app::RowModelBase* files READ files CONSTANT FINAL)
    Q_PROPERTY(bool placesLoaded READ placesLoaded NOTIFY placesChanged FINAL)
    Q_PROPERTY(QString savedPath READ savedPath NOTIFY savedPathChanged FINAL)
    Q_PROPERTY(int savedEntries READ savedEntries NOTIFY savedPathChanged FINAL)
    Q_PROPERTY(double carried READ carried NOTIFY carriedChanged FINAL)
    Q_PROPERTY(bool fileTaken READ fileTaken NOTIFY savedPathChanged FINAL)
    Q_PROPERTY(int takenReceived READ takenReceived NOTIFY savedPathChanged FINAL)
    Q_PROPERTY(int takenNews READ takenNews NOTIFY savedPathChanged FINAL)
    Q_PROPERTY(int takenRefused READ takenRefused NOTIFY savedPathChanged FINAL)
    Q_PROPERTY(int takenUnproven READ takenUnproven NOTIFY savedPathChanged FINAL)
    Q_PROPERTY(int takenFormer READ takenFormer NOTIFY savedPathChanged FINAL)
    Q_PROPERTY(bool centreRestored READ centreRestored NOTIFY savedPathChanged FINAL)

public:
    SendController(SendService& service, PlacesService& places, QObject* parent = nullptr);

    [[nodiscard]] int saved() const { return m_status.saved; }
    [[nodiscard]] int received() const { return m_status.received; }
    [[nodiscard]] int witnessed() const { return m_status.witnessed; }
    /// The centre's log has contradicted itself; absent as long as it has not.
    [[nodiscard]] Notice alarm() const { return noticeFor(m_status.alarm); }
    [[nodiscard]] QString evidenceFolder() const { return m_status.evidenceFolder; }
    [[nodiscard]] int waiting() const { return m_status.waiting; }
    [[nodiscard]] int needHelp() const { return m_status.needHelp; }
    [[nodiscard]] bool isSending() const { return m_status.sending; }
    [[nodiscard]] int sendingDone() const { return m_status.sendingDone; }
    [[nodiscard]] int sendingTotal() const { return m_status.sendingTotal; }
    [[nodiscard]] bool isOffline() const { return m_status.offline; }
    [[nodiscard]] int retryInSeconds() const { return m_retryInSeconds; }
    [[nodiscard]] Notice trouble() const { return noticeFor(m_status.trouble); }
    [[nodiscard]] QDateTime lastContact() const { return m_status.lastContact; }
    [[nodiscard]] RowModelBase* places() { return &m_places; }
    [[nodiscard]] RowModelBase* files() { return &m_files; }
    [[nodiscard]] bool placesLoaded() const { return m_placesLoaded; }
    [[nodiscard]] QString savedPath() const { return m_bundle.path; }
    [[nodiscard]] int savedEntries() const { return m_bundle.entries; }
    /// 0 to 1 of the file under way; -1: none.
    [[nodiscard]] double carried() const { return m_service.carried(); }
    [[nodiscard]] bool fileTaken() const { return m_taken.has_value(); }
    [[nodiscard]] int takenReceived() const { return m_taken ? m_taken->received : 0; }
    [[nodiscard]] int takenNews() const { return m_taken ? m_taken->news : 0; }
    [[nodiscard]] int takenRefused() const { return m_taken ? m_taken->refused : 0; }
    [[nodiscard]] int takenUnproven() const { return m_taken ? m_taken->unproven : 0; }
    [[nodiscard]] int takenFormer() const { return m_taken ? m_taken->former : 0; }
    [[nodiscard]] bool centreRestored() const { return m_taken && m_taken->centreRestored; }

    Q_INVOKABLE void send();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void refreshPlaces();
    Q_INVOKABLE void saveTo(const QString& folder);
    Q_INVOKABLE void load(const QString& file);
    /// Ends the file under way.
    Q_INVOKABLE void cancelCarrying();
    /// Back to choosing a place, or a file.
    Q_INVOKABLE void forgetSavedPath();

    void retranslate() override;

signals:
    void statusChanged();
    void retryChanged();
    void placesChanged();
    void savedPathChanged();
    void carriedChanged();

private:
    void readStatus();
    void setRetry(int seconds);

    SendService& m_service;
    PlacesService& m_placesService;
    SendStatus m_status;
    RowModel<PlaceRow> m_places;
    RowModel<FileRow> m_files;
    SavedBundle m_bundle;
    std::optional<TakenFile> m_taken;
    QTimer m_second;
    int m_retryInSeconds = -1;
    bool m_placesLoaded = false;
};

} // namespace teken::app
