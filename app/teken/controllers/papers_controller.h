// Berkas cetak: the papers of one session, looked at, saved and printed.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/services/papers_service.h"
#include "app/teken/services/session_service.h"

#include <QVariantList>

namespace teken::app {

class PapersController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(teken::app::SessionRow session READ session NOTIFY sessionChanged FINAL)
    Q_PROPERTY(QStringList kinds READ kinds CONSTANT FINAL)
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString kind READ kind NOTIFY currentChanged FINAL)
    Q_PROPERTY(bool secret READ isSecret NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString size READ size WRITE setSize NOTIFY sizeChanged FINAL)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY preparedChanged FINAL)
    Q_PROPERTY(int pages READ pages NOTIFY preparedChanged FINAL)
    Q_PROPERTY(QVariantList pictures READ pictures NOTIFY preparedChanged FINAL)
    Q_PROPERTY(int savedFiles READ savedFiles NOTIFY outcomeChanged FINAL)
    Q_PROPERTY(QString savedFolder READ savedFolder NOTIFY outcomeChanged FINAL)
    Q_PROPERTY(bool printed READ isPrinted NOTIFY outcomeChanged FINAL)

public:
    explicit PapersController(PapersService& service, QObject* parent = nullptr);

    [[nodiscard]] const SessionRow& session() const { return m_session; }
    [[nodiscard]] QStringList kinds() const;
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int index);
    [[nodiscard]] QString kind() const { return kinds().value(m_current); }
    /// For the session head alone: never drawn on a screen that others may see.
    [[nodiscard]] bool isSecret() const;
    [[nodiscard]] QString size() const { return m_size; }
    void setSize(const QString& size);
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] int pages() const { return m_paper.pages; }
    [[nodiscard]] QVariantList pictures() const;
    [[nodiscard]] int savedFiles() const { return m_saved.files; }
    [[nodiscard]] QString savedFolder() const { return m_saved.folder; }
    [[nodiscard]] bool isPrinted() const { return m_printed; }

    void begin(const SessionRow& session);
    Q_INVOKABLE void prepare();
    /// `all`: every paper but the secret one; else the one shown.
    Q_INVOKABLE void saveTo(const QString& folder, bool all);
    Q_INVOKABLE void print();
    Q_INVOKABLE void forgetOutcome();

    void forget() override;

signals:
    void sessionChanged();
    void currentChanged();
    void sizeChanged();
    void preparedChanged();
    void outcomeChanged();

private:
    PapersService& m_service;
    SessionRow m_session;
    QString m_size = QStringLiteral("A4");
    PreparedPaper m_paper;
    SavedPapers m_saved;
    int m_current = 0;
    int m_asked = 0; ///< only the newest answer is shown
    bool m_loaded = false;
    bool m_printed = false;
};

} // namespace teken::app
