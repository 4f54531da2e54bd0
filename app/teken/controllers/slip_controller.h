// Slips: one that somebody brings is checked (the text of its QR goes in, from a scanner or pasted; what this
// laptop knows of it comes out), and one that was just made goes to the printer.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/services/papers_service.h"
#include "app/teken/services/signing_service.h"

namespace teken::app {

class SlipController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(teken::app::SlipVerdict verdict READ verdict NOTIFY verdictChanged FINAL)
    /// Code of the slip that the printer took last.
    Q_PROPERTY(QString printed READ printed NOTIFY printedChanged FINAL)

public:
    SlipController(SigningService& service, PapersService& papers, QObject* parent = nullptr)
        : PageController(parent), m_service(service), m_papers(papers) {}

    [[nodiscard]] const SlipVerdict& verdict() const { return m_verdict; }
    [[nodiscard]] const QString& printed() const { return m_printed; }

    Q_INVOKABLE void check(const QString& text);
    /// A verdict must not stand beside another text.
    Q_INVOKABLE void clear();
    Q_INVOKABLE void print(const QString& code);
    void forget() override;

signals:
    void verdictChanged();
    void printedChanged();

private:
    void take(SlipVerdict verdict);
    void setPrinted(const QString& code);

    SigningService& m_service;
    PapersService& m_papers;
    SlipVerdict m_verdict;
    QString m_printed;
};

} // namespace teken::app
