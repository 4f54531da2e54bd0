// The system's printer behind a seam: CUPS' own command, or nothing.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <QString>

namespace teken::app {

class Printer {
public:
    virtual ~Printer() = default;
    /// Hands a PDF to the queue; returns when the queue has it, not when the paper is out. `size`: "A4",
    /// "F4", or "slip": a small page on a sheet of A4. NotFound "papers.no-print-program",
    /// "papers.no-printer"; Timeout "papers.printer-silent"; Internal "papers.print-refused".
    [[nodiscard]] virtual Result<> print(const Bytes& pdf, const QString& title, const QString& size) = 0;
};

/// `lp` of CUPS. Blocks up to 20 seconds: for a work thread.
class CupsPrinter final : public Printer {
public:
    /// `program`: looked for in the PATH; tests bring their own.
    explicit CupsPrinter(QString program = QStringLiteral("lp")) : m_program(std::move(program)) {}
    [[nodiscard]] Result<> print(const Bytes& pdf, const QString& title, const QString& size) override;

private:
    QString m_program;
};

} // namespace teken::app
