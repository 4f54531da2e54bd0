#include "app/teken/desk_services/printer.h"

#include <QProcess>
#include <QStandardPaths>

namespace teken::app {

namespace {

constexpr int kMostMilliseconds = 20'000;

// What lp says is in the system's language and may hold names of queues: only its kind is kept.
Result<> judge(const QProcess& lp, const QByteArray& said) {
    if (lp.exitStatus() == QProcess::NormalExit && lp.exitCode() == 0)
        return {};
    if (said.contains("default destination") || said.contains("does not exist") || said.contains("scheduler"))
        return fail(ErrorCode::NotFound, "papers.no-printer", "expected a printer, lp found none");
    return fail(ErrorCode::Internal, "papers.print-refused",
                "expected lp to take the paper, found exit code " + std::to_string(lp.exitCode()));
}

} // namespace

Result<> CupsPrinter::print(const Bytes& pdf, const QString& title, const QString& size) {
    const auto program = QStandardPaths::findExecutable(m_program);
    if (program.isEmpty())
        return fail(ErrorCode::NotFound, "papers.no-print-program", "expected the program lp, found none");
    QProcess lp;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")); // judge() reads its words
    lp.setProcessEnvironment(environment);
    lp.setProcessChannelMode(QProcess::MergedChannels);
    const auto media =
        size == QLatin1String("F4") ? QStringLiteral("media=Custom.215x330mm") : QStringLiteral("media=A4");
    QStringList arguments{QStringLiteral("-t"), title, QStringLiteral("-o"), media};
    if (size == QLatin1String("slip")) // its QR must not be drawn out over the sheet
        arguments << QStringLiteral("-o") << QStringLiteral("print-scaling=none");
    lp.start(program, arguments << QStringLiteral("-"));
    if (!lp.waitForStarted(kMostMilliseconds))
        return fail(ErrorCode::NotFound, "papers.no-print-program", "expected lp to start, it did not");
    lp.write(reinterpret_cast<const char*>(pdf.data()), static_cast<qint64>(pdf.size()));
    lp.closeWriteChannel();
    if (!lp.waitForFinished(kMostMilliseconds)) {
        lp.kill();
        lp.waitForFinished();
        return fail(ErrorCode::Timeout, "papers.printer-silent",
                    "expected lp to end within 20 s, it did not");
    }
    return judge(lp, lp.readAll());
}

} // namespace teken::app
