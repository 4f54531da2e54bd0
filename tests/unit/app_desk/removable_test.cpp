#include "app/teken/desk_services/removable.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace teken::app::test {
namespace {

/// The kernel's folder as a machine with these devices would show it.
class Removable : public ::testing::Test {
protected:
    void device(const QString& name, const QString& place, const QByteArray& removable) {
        const QString folder = m_root.path() + QStringLiteral("/devices/") + place + QLatin1Char('/') + name;
        QDir().mkpath(folder);
        write(folder + QStringLiteral("/removable"), removable);
        link(name, folder);
    }
    void partition(const QString& name, const QString& disk) {
        const QString folder =
            QFileInfo(classes() + QLatin1Char('/') + disk).canonicalFilePath() + QLatin1Char('/') + name;
        QDir().mkpath(folder);
        write(folder + QStringLiteral("/partition"), "1");
        link(name, folder);
    }
    void slave(const QString& name, const QString& below) {
        const QString folder = QFileInfo(classes() + QLatin1Char('/') + name).canonicalFilePath();
        QDir().mkpath(folder + QStringLiteral("/slaves/") + below);
    }
    static void write(const QString& file, const QByteArray& bytes) {
        QFile made(file);
        ASSERT_TRUE(made.open(QIODevice::WriteOnly));
        made.write(bytes + "\n");
    }
    void link(const QString& name, const QString& folder) {
        QDir().mkpath(classes());
        ASSERT_TRUE(QFile::link(folder, classes() + QLatin1Char('/') + name));
    }
    [[nodiscard]] QString classes() const { return m_root.path() + QStringLiteral("/class"); }
    [[nodiscard]] bool removable(const char* device) const {
        return isRemovable(QString::fromLatin1(device), classes());
    }

    QTemporaryDir m_root;
};

TEST_F(Removable, KnowsAStickByItsFlagAndItsPartition) {
    device("sdb", "pci0/block", "1");
    partition("sdb1", "sdb");
    EXPECT_TRUE(removable("/dev/sdb1"));
    EXPECT_TRUE(removable("/dev/sdb"));
}

TEST_F(Removable, KnowsAUsbDiskThatCallsItselfFixed) {
    device("sdc", "pci0/usb2/2-1/host4/block", "0");
    partition("sdc1", "sdc");
    EXPECT_TRUE(removable("/dev/sdc1"));
}

TEST_F(Removable, KnowsACardButNotTheSolderedInMemory) {
    device("mmcblk1", "pci0/mmc_host/mmc1/block", "0");
    partition("mmcblk1p1", "mmcblk1");
    EXPECT_TRUE(removable("/dev/mmcblk1p1"));
    device("mmcblk0", "pci0/mmc_host/mmc0/block", "0");
    const QString soldered = m_root.path() + "/devices/pci0/mmc_host/mmc0/block/mmcblk0/device";
    QDir().mkpath(soldered);
    write(soldered + "/type", "MMC");
    EXPECT_FALSE(removable("/dev/mmcblk0"));
}

TEST_F(Removable, LooksThroughAnEncryptedVolume) {
    device("sdb", "pci0/block", "1");
    partition("sdb1", "sdb");
    device("dm-0", "virtual/block", "0");
    slave("dm-0", "sdb1");
    EXPECT_TRUE(removable("/dev/dm-0"));
}

TEST_F(Removable, RefusesBuiltInDisksSharesAndWhatIsNoDevice) {
    device("sda", "pci0/ata1/block", "0");
    partition("sda3", "sda");
    EXPECT_FALSE(removable("/dev/sda3"));
    EXPECT_FALSE(removable("/dev/nvme9n9p9")) << "unknown to the kernel";
    EXPECT_FALSE(removable("//kantor/berbagi"));
    EXPECT_FALSE(removable("tmpfs"));
    EXPECT_FALSE(removable(""));
}

TEST_F(Removable, DoesNotWalkInCirclesOfVolumes) {
    device("dm-1", "virtual/block", "0");
    slave("dm-1", "dm-1");
    EXPECT_FALSE(removable("/dev/dm-1"));
}

} // namespace
} // namespace teken::app::test
