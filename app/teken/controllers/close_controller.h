// Tutup sesi: a checklist that fills itself, then the ink of the head and of the witnesses. Where the closing
// was written and the ink was not (a crash, a full disk), the same page takes the ink that is missing.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/ink/ink_sheet.h"
#include "app/teken/services/session_service.h"

#include <array>

namespace teken::app {

class CloseController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(teken::app::SessionRow session READ session NOTIFY summaryChanged FINAL)
    Q_PROPERTY(teken::app::ClosingSummary summary READ summary NOTIFY summaryChanged FINAL)
    Q_PROPERTY(teken::app::Notice rosterNotice READ rosterNotice NOTIFY summaryChanged FINAL)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY summaryChanged FINAL)
    Q_PROPERTY(bool minutesOnly READ isMinutesOnly NOTIFY summaryChanged FINAL)
    Q_PROPERTY(bool countsMatch READ countsMatch NOTIFY summaryChanged FINAL)
    Q_PROPERTY(Obstacle obstacle READ obstacle NOTIFY obstacleChanged FINAL)
    Q_PROPERTY(int waitsFor READ waitsFor NOTIFY obstacleChanged FINAL)
    Q_PROPERTY(bool mayCloseWithoutInk READ mayCloseWithoutInk NOTIFY obstacleChanged FINAL)
    Q_PROPERTY(bool hasInk READ hasInk NOTIFY obstacleChanged FINAL)
    Q_PROPERTY(bool closed READ isClosed NOTIFY closedChanged FINAL)

public:
    enum Obstacle { Ready, NotLoaded, UnfinishedInk, CountsDiffer, NeedsInk };
    Q_ENUM(Obstacle)

    CloseController(SessionService& service, QObject* parent = nullptr);

    [[nodiscard]] const SessionRow& session() const { return m_session; }
    [[nodiscard]] const ClosingSummary& summary() const { return m_summary; }
    /// People of the session's units are missing on this laptop.
    [[nodiscard]] Notice rosterNotice() const { return noticeFor(m_summary.rosterTrouble); }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// The session is closed; what is missing is somebody's ink for its minutes.
    [[nodiscard]] bool isMinutesOnly() const { return m_summary.closedBefore && !m_closed; }
    /// Everyone on the list has exactly one state.
    [[nodiscard]] bool countsMatch() const;
    /// The pad of one who signs the minutes, counted as ClosingSummary::signers. Ours.
    Q_INVOKABLE [[nodiscard]] teken::app::InkSheet* ink(int signer);
    [[nodiscard]] Obstacle obstacle() const;
    /// The first whose ink is missing, counted in the same way; -1: nobody.
    [[nodiscard]] int waitsFor() const;
    /// Only somebody's ink is missing, and they may have left: the counts can be locked all the same.
    [[nodiscard]] bool mayCloseWithoutInk() const { return obstacle() == NeedsInk && !isMinutesOnly(); }
    /// Strokes that leaving the page would take away: they are not in the journal, as the counts they stand
    /// for may change.
    [[nodiscard]] bool hasInk() const;
    [[nodiscard]] bool isClosed() const { return m_closed; }

    void begin(const SessionRow& session);
    /// The checklist anew, after it could not be read.
    Q_INVOKABLE void read();
    Q_INVOKABLE void close();
    /// The minutes are signed by those whose ink is here; the others' can follow.
    Q_INVOKABLE void closeWithoutInk();
    /// Throws the strokes away that nobody saved; those people have not signed.
    Q_INVOKABLE void dropUnfinishedInk();

    void forget() override;

signals:
    void summaryChanged();
    void obstacleChanged();
    void closedChanged();
    /// Nothing of these people waits any more, as far as the list still knows them.
    void inkDropped(const QStringList& people);

private:
    void closeNow(bool minutesMayFollow);
    void lockInk(bool locked);
    void takeSigned();
    [[nodiscard]] int signers() const;
    [[nodiscard]] bool stands(int signer) const { return m_summary.inkStands.value(signer, false); }

    SessionService& m_service;
    SessionRow m_session;
    ClosingSummary m_summary;
    // Children, so that no engine of QML takes them for its own.
    std::array<InkSheet, 4> m_sheets{InkSheet(this), InkSheet(this), InkSheet(this), InkSheet(this)};
    bool m_loaded = false;
    bool m_closed = false;
};

} // namespace teken::app
