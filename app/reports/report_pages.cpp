#include "app/reports/report_pages.h"

#include "core/base/version.h"

namespace teken::reports {

std::string productName(words::Language language) {
    return (language == words::Language::Indonesian ? "Teken versi " : "Teken, version ") +
           std::string(version());
}

std::string madeWith(words::Language language) {
    return (language == words::Language::Indonesian ? " Dibuat dengan " : " Made with ") +
           productName(language) + ".";
}

} // namespace teken::reports
