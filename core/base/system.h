// The real clock of this machine. The real source of randomness is in core/crypto.
#pragma once

#include "core/base/seams.h"

namespace teken {

class SystemClock final : public Clock {
public:
    SystemClock();
    [[nodiscard]] WallTime now() const override;
    [[nodiscard]] Milliseconds monotonic() const override;
    [[nodiscard]] BootId bootId() const override { return m_boot; }

private:
    BootId m_boot;
};

} // namespace teken
