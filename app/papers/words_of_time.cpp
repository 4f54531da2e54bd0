#include "app/papers/words_of_time.h"

#include "core/domain/text.h"

#include <array>
#include <cstdio>

namespace teken::papers {

WallTime timeOf(std::int64_t wallMs) {
    return WallTime(Milliseconds(wallMs));
}

std::string dayInMinutes(domain::Date date) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%02u-%02u-%04d", unsigned{date.day()},
                  unsigned{date.month()}, int{date.year()});
    return "hari " + std::string(domain::dayName(date)) + ", tanggal " +
           domain::numberInWords(unsigned{date.day()}) + " bulan " +
           std::string(domain::monthName(unsigned{date.month()})) + " tahun " +
           domain::numberInWords(static_cast<std::uint64_t>(int{date.year()})) + " (" + digits.data() + ")";
}

std::string hourOf(std::int64_t wallMs, domain::Zone zone) {
    const auto text = domain::formatHour(timeOf(wallMs), zone);
    return text.substr(0, text.find(' '));
}

std::string hoursOf(std::int64_t fromMs, std::optional<std::int64_t> untilMs, domain::Zone zone) {
    if (!untilMs)
        return "mulai pukul " + domain::formatHour(timeOf(fromMs), zone);
    const auto first = domain::dateIn(zone, timeOf(fromMs));
    const auto last = domain::dateIn(zone, timeOf(*untilMs));
    if (first == last)
        return "pukul " + hourOf(fromMs, zone) + " s.d. " + domain::formatHour(timeOf(*untilMs), zone);
    return "pukul " + domain::formatHour(timeOf(fromMs), zone) + " s.d. hari " + domain::formatDay(last) +
           " pukul " + domain::formatHour(timeOf(*untilMs), zone);
}

std::string counted(std::uint64_t number) {
    return domain::formatNumber(static_cast<std::int64_t>(number)) + " (" + domain::numberInWords(number) +
           ")";
}

std::string fullNumber(const std::string& number) {
    if (number.size() != 18 || !domain::isAllDigits(number))
        return number;
    return number.substr(0, 8) + " " + number.substr(8, 6) + " " + number.substr(14, 1) + " " +
           number.substr(15);
}

std::string maskedNumber(const std::string& number) {
    if (number.size() < 6)
        return number.empty() ? "–" : "•••";
    return "••• " + number.substr(number.size() - 3);
}

std::string numberLabel(domain::SignerKind kind) {
    switch (kind) {
    case domain::SignerKind::Pns:
    case domain::SignerKind::Cpns:
        return "NIP";
    case domain::SignerKind::Pppk:
    case domain::SignerKind::PppkPartTime:
        return "NI PPPK";
    default:
        return "Nomor";
    }
}

std::string excuseWord(std::optional<domain::ExcuseKind> kind) {
    if (!kind)
        return "Berhalangan";
    switch (*kind) {
    case domain::ExcuseKind::Leave:
        return "Berhalangan (cuti)";
    case domain::ExcuseKind::OfficialTrip:
        return "Berhalangan (dinas luar)";
    case domain::ExcuseKind::StudyLeave:
        return "Berhalangan (tugas belajar)";
    case domain::ExcuseKind::Other:
        return "Berhalangan";
    }
    return "Berhalangan";
}

std::string formWord(entry::SignForm form) {
    switch (form) {
    case entry::SignForm::Ink:
        return "";
    case entry::SignForm::Thumb:
        return "cap jempol";
    case entry::SignForm::Assisted:
        return "dibantu";
    case entry::SignForm::Wet:
        return "tanda tangan basah, pindaian terlampir di catatan";
    }
    return "";
}

std::string voidWord(entry::VoidReason reason) {
    switch (reason) {
    case entry::VoidReason::WrongPerson:
        return "orang keliru";
    case entry::VoidReason::Trial:
        return "percobaan";
    case entry::VoidReason::Illegible:
        return "tidak terbaca";
    case entry::VoidReason::Double:
        return "ganda";
    case entry::VoidReason::Other:
        return "sebab lain";
    }
    return "sebab lain";
}

std::string pauseWord(entry::PauseReason reason) {
    switch (reason) {
    case entry::PauseReason::Power:
        return "listrik padam";
    case entry::PauseReason::Break:
        return "istirahat";
    case entry::PauseReason::Weather:
        return "cuaca";
    case entry::PauseReason::Other:
        return "sebab lain";
    }
    return "sebab lain";
}

} // namespace teken::papers
