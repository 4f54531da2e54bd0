// A turn at the book: whoever holds one is the only one who does.
#pragma once

#include "sync/server/service.h"

namespace teken::sync::server {

class Service::Turn {
public:
    Turn(std::unique_lock<std::mutex> lock) : m_lock(std::move(lock)) {}

private:
    std::unique_lock<std::mutex> m_lock;
};

} // namespace teken::sync::server
