// The laptop's own condition, as far as it matters to a day of signing.
#pragma once

#include "app/teken/desk_services/laptop_desk.h"
#include "app/teken/services/session_service.h"

namespace teken::app {

/// `powerFolder`: /sys/class/power_supply; a folder of one's own in tests.
[[nodiscard]] LaptopHealth readHealth(LaptopDesk& desk, const QString& powerFolder);

} // namespace teken::app
