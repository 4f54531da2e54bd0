// Which mounted volumes people carry about. The kernel knows; the folder a volume is mounted under says
// nothing.
#pragma once

#include <QString>

namespace teken::app {

/// `device` as mounted, "/dev/sdb1". True for sticks, USB disks, memory cards, and an encrypted volume on one
/// of these. False for built-in disks, network shares and folders that are no device. `blockDevices`:
/// /sys/class/block; a folder of one's own in tests.
[[nodiscard]] bool isRemovable(const QString& device,
                               const QString& blockDevices = QStringLiteral("/sys/class/block"));

} // namespace teken::app
