// How the screens wait for work: every operation of a service ends in exactly one call of its Finish, on the
// GUI thread and never before the operation itself has returned. A Finish may arrive after its page is gone:
// controllers guard it (PageController::answer).
#pragma once

#include "core/base/result.h"

#include <functional>

namespace teken::app {

template <class T = void>
using Finish = std::function<void(Result<T>)>;

} // namespace teken::app
