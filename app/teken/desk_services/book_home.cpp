#include "app/teken/desk_services/book_home.h"

#include <QStandardPaths>

namespace teken::app {

BookHome BookHome::ofThisPerson() {
    const auto base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return {std::filesystem::path(base.toStdString()) / "teken"};
}

} // namespace teken::app
