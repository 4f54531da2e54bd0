// Sesi berjalan: find a person, see who is next, note what is not a signature. The search field is the heart:
// everything here answers to what is typed in it.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/models/row_model.h"
#include "app/teken/services/signing_service.h"

namespace teken::app {

class SessionController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString question READ question WRITE setQuestion NOTIFY questionChanged FINAL)
    Q_PROPERTY(teken::app::RowModelBase* people READ people CONSTANT FINAL)
    Q_PROPERTY(int selected READ selected WRITE select NOTIFY personChanged FINAL)
    Q_PROPERTY(bool searched READ isSearched NOTIFY searchedChanged FINAL)
    Q_PROPERTY(teken::app::PersonRow person READ person NOTIFY personChanged FINAL)
    Q_PROPERTY(bool hasPerson READ hasPerson NOTIFY personChanged FINAL)
    Q_PROPERTY(bool personIsNext READ personIsNext NOTIFY personChanged FINAL)
    Q_PROPERTY(teken::app::SessionCounts counts READ counts NOTIFY countsChanged FINAL)
    Q_PROPERTY(teken::app::SessionRow session READ session NOTIFY sessionChanged FINAL)
    Q_PROPERTY(QString head READ head NOTIFY sessionChanged FINAL)
    Q_PROPERTY(QDateTime readJointlyAt READ readJointlyAt NOTIFY sessionChanged FINAL)
    Q_PROPERTY(int textsUnread READ textsUnread NOTIFY sessionChanged FINAL)
    Q_PROPERTY(bool active READ isActive NOTIFY sessionChanged FINAL)
    Q_PROPERTY(QString code READ code NOTIFY sessionChanged FINAL)
    Q_PROPERTY(teken::app::Notice rosterNotice READ rosterNotice NOTIFY sessionChanged FINAL)
    Q_PROPERTY(int clockSetBackSeconds READ clockSetBackSeconds NOTIFY sessionChanged FINAL)

public:
    /// Eight rows of 72 px fill the page at 1366 x 768; the rest is reached by typing one more letter.
    static constexpr int kRowsShown = 50;

    SessionController(SessionService& sessions, RosterSearchService& roster, SigningService& signing,
                      QObject* parent = nullptr);

    [[nodiscard]] QString question() const { return m_question; }
    void setQuestion(const QString& question);
    [[nodiscard]] RowModelBase* people() { return &m_people; }
    [[nodiscard]] int selected() const { return m_selected; }
    void select(int index);
    [[nodiscard]] bool isSearched() const { return m_searched; }
    /// The selected row, or else the next in the list.
    [[nodiscard]] PersonRow person() const;
    [[nodiscard]] bool hasPerson() const { return m_people.row(m_selected) || m_next; }
    [[nodiscard]] bool personIsNext() const { return !m_people.row(m_selected) && m_next; }
    [[nodiscard]] const SessionCounts& counts() const { return m_counts; }
    [[nodiscard]] const SessionRow& session() const { return m_running.row; }
    [[nodiscard]] QString head() const { return m_running.head; }
    [[nodiscard]] QDateTime readJointlyAt() const { return m_running.readJointlyAt; }
    [[nodiscard]] int textsUnread() const { return m_running.textsUnread; }
    /// Open, not paused.
    [[nodiscard]] bool isActive() const { return m_running.row.state == SessionState::Open; }
    /// By which a second laptop joins.
    [[nodiscard]] QString code() const { return m_running.code; }
    /// People of the session's units are missing on this laptop.
    [[nodiscard]] Notice rosterNotice() const { return noticeFor(m_running.rosterTrouble); }
    [[nodiscard]] int clockSetBackSeconds() const { return m_running.clockSetBackSeconds; }
    /// Who was passed over last: the list goes on behind them.
    [[nodiscard]] const std::optional<PersonId>& passed() const { return m_passed; }
    [[nodiscard]] const SessionId& sessionId() const { return m_session; }

    void enter(const SessionId& session);
    /// After a save: an empty search field, fresh counters, the next in the list.
    void refresh();

    /// Enter: the selected row, or the first one. While the search is under way it waits for the answer: a
    /// barcode scanner types its Enter faster than anybody looks.
    Q_INVOKABLE void takeFirst();
    /// F2.
    Q_INVOKABLE void takeNext();
    /// The same, as soon as a refresh() that is under way has read who that is.
    void takeNextWhenRead();
    /// A question about somebody is open: whoever is still being read is not taken under it.
    Q_INVOKABLE void waitForNobody();
    /// "Panggil nanti": the one after them is next; they come round again.
    Q_INVOKABLE void callLater();
    /// Signs the person shown at the right.
    Q_INVOKABLE void takePerson();
    Q_INVOKABLE void moveSelection(int by);
    /// Esc: clears what was typed or selected. False when there was nothing to clear.
    Q_INVOKABLE bool clearQuestion();

    // What a question decided is about the person whom the question named: an answer that arrives while it is
    // open may have put somebody else at hand.

    /// Signs somebody who signed elsewhere: both signatures are kept and an admin decides.
    Q_INVOKABLE void takeDespiteElsewhere(const teken::app::PersonRow& person);
    /// With help or a thumbprint: `secondWitness` sees it beside the officer. Whoever may not be that witness
    /// is refused here, before the signer's page.
    Q_INVOKABLE void takeHelped(const teken::app::PersonRow& person, teken::app::SignForm::Value form,
                                const QString& secondWitness);
    /// "Mewakili unit": one person's signature with a mark.
    Q_INVOKABLE void takeSymbolic(const teken::app::PersonRow& person);
    Q_INVOKABLE void excuse(const teken::app::PersonRow& person, teken::app::ExcuseKind::Value kind);
    Q_INVOKABLE void refuse(const teken::app::PersonRow& person);
    Q_INVOKABLE void markAbsent(const teken::app::PersonRow& person);
    Q_INVOKABLE void addPerson(const QString& name, const QString& number, const QString& post,
                               const QString& unit, teken::app::SignerKind::Value kind);
    /// A reason of "other" needs words.
    Q_INVOKABLE void voidSignature(const teken::app::PersonRow& person, teken::app::VoidKind::Value reason,
                                   const QString& words, const QString& secondPerson);
    /// Takes back Berhalangan, Tidak hadir or Menolak, if it was noted at this desk.
    Q_INVOKABLE void voidNote(const teken::app::PersonRow& person, teken::app::VoidKind::Value reason,
                              const QString& words, const QString& secondPerson);
    Q_INVOKABLE void pause(teken::app::PauseKind::Value kind = teken::app::PauseKind::Other);
    Q_INVOKABLE void resume();

    void forget() override;

signals:
    void questionChanged();
    void searchedChanged();
    /// The rows answer the question as it stands now, whether or not they differ from those before.
    void answered();
    void personChanged();
    void countsChanged();
    void sessionChanged();
    /// The signer's page for this person.
    void personTaken(const teken::PersonId& person, const teken::app::SigningWishes& wishes);
    /// Something was written down; a dialog may close. `state` is what was noted; NotYet: something is void.
    void noted(const QString& name, teken::app::PersonState::Value state);
    void personAdded(const QString& name);
    /// The second witness will do; the signer's page follows.
    void helpAccepted();
    void passedOver(const QString& name);

private:
    void search();
    void readNext();
    void readCounts();
    void readSession();
    void take(const PersonRow& person, const SigningWishes& wishes = {});
    [[nodiscard]] bool mayVoid(const PersonRow& person, const VoidRequest& request) const;
    [[nodiscard]] bool mayNote(const PersonRow& person) const;
    [[nodiscard]] Finish<> noting(const PersonRow& person, PersonState::Value state);

    SessionService& m_sessions;
    RosterSearchService& m_roster;
    SigningService& m_signing;
    SessionId m_session;
    RunningSession m_running;
    RowModel<PersonRow> m_people;
    std::optional<PersonRow> m_next;
    std::optional<PersonId> m_passed;
    SessionCounts m_counts;
    QString m_question;
    int m_selected = -1;
    quint64 m_asked = 0; ///< answers to older questions are dropped
    bool m_searching = false;
    bool m_takeWhenFound = false;
    bool m_takeNextWhenRead = false;
    bool m_searched = false;
};

} // namespace teken::app
