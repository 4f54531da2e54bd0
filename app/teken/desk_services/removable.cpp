#include "app/teken/desk_services/removable.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace teken::app {

namespace {

constexpr int kMostLayers = 4; // a partition in an encrypted volume in a partition

bool saysOne(const QString& file) {
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) && opened.readLine().trimmed() == "1";
}

// A USB disk calls itself fixed, and so do many card readers: the bus tells more than the flag.
bool isOnPortableBus(const QString& place) {
    return place.contains(QLatin1String("/usb")) || place.contains(QLatin1String("/mmc_host"));
}

// eMMC is soldered in; it hangs on the same bus as cards and says "MMC" where a card says "SD".
bool isSolderedIn(const QString& place) {
    QFile type(place + QStringLiteral("/device/type"));
    return type.open(QIODevice::ReadOnly) && type.readLine().trimmed() == "MMC";
}

bool isRemovableBlock(const QString& name, const QString& blockDevices, int layersLeft) {
    const QString link = blockDevices + QLatin1Char('/') + name;
    const QString place = QFileInfo(link).canonicalFilePath();
    if (place.isEmpty() || layersLeft == 0)
        return false;
    const auto below =
        QDir(place + QStringLiteral("/slaves")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    for (const auto& slave : below)
        if (isRemovableBlock(slave, blockDevices, layersLeft - 1))
            return true;
    // A partition is a folder in its disk's.
    const QString disk =
        QFileInfo::exists(place + QStringLiteral("/partition")) ? QFileInfo(place).absolutePath() : place;
    return saysOne(disk + QStringLiteral("/removable")) || (isOnPortableBus(disk) && !isSolderedIn(disk));
}

} // namespace

bool isRemovable(const QString& device, const QString& blockDevices) {
    if (!device.startsWith(QLatin1String("/dev/")))
        return false;
    // /dev/mapper/luks-… is a link to /dev/dm-0.
    const QString real = QFileInfo(device).canonicalFilePath();
    return isRemovableBlock(QFileInfo(real.isEmpty() ? device : real).fileName(), blockDevices, kMostLayers);
}

} // namespace teken::app
