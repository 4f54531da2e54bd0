#include "app/teken/desk_services/health.h"

#include "app/teken/desk_services/rows.h"

#include <QDir>
#include <QFile>

namespace teken::app {

namespace {

QString firstLine(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine()).trimmed() : QString();
}

// Two batteries: the fuller one says how long the laptop lives; charging if any of them is.
void readBatteries(const QString& powerFolder, LaptopHealth& health) {
    const QDir folder(powerFolder);
    for (const auto& name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString supply = folder.filePath(name) + QLatin1Char('/');
        const QString type = firstLine(supply + QStringLiteral("type"));
        if (type == QLatin1String("Mains") &&
            firstLine(supply + QStringLiteral("online")) == QLatin1String("1"))
            health.charging = true;
        // "Device" is the battery of a mouse or a pen.
        if (type != QLatin1String("Battery") ||
            firstLine(supply + QStringLiteral("scope")) == QLatin1String("Device"))
            continue;
        bool number = false;
        const int percent = firstLine(supply + QStringLiteral("capacity")).toInt(&number);
        if (number)
            health.batteryPercent = std::max(health.batteryPercent, percent);
        if (firstLine(supply + QStringLiteral("status")) == QLatin1String("Charging"))
            health.charging = true;
    }
}

} // namespace

LaptopHealth readHealth(LaptopDesk& desk, const QString& powerFolder) {
    LaptopHealth health;
    health.now = timeOf(desk.outside().clock.now());
    if (const auto free = desk.outside().files.freeBytes(desk.outside().home.folder))
        health.diskFreeBytes = static_cast<qint64>(*free);
    const auto contact = desk.contact();
    if (contact.last)
        health.lastContact = timeOf(*contact.last);
    if (contact.offset) {
        health.clockCompared = true;
        health.clockOffsetSeconds =
            static_cast<int>(-std::chrono::duration_cast<std::chrono::seconds>(*contact.offset).count());
    }
    if (const auto officer = desk.desk())
        health.rosterTrouble = rosterTrouble((*officer)->people(), (*officer)->feedState().units);
    readBatteries(powerFolder, health);
    return health;
}

} // namespace teken::app
