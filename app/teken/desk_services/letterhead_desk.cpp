#include "app/teken/desk_services/letterhead_desk.h"

#include "app/papers/papers.h"

namespace teken::app {

namespace {

constexpr int kHeadWidth = 1'000;  // pixels: sharp where it is shown half as wide
constexpr double kHeadPart = 0.46; // of a page's height: the head and what stands right below it

std::vector<std::string> standardLines(const QStringList& lines) {
    std::vector<std::string> standard;
    for (const auto& line : lines)
        standard.push_back(line.toStdString());
    return standard;
}

QStringList screenLines(const std::vector<std::string>& lines) {
    QStringList screen;
    for (const auto& line : lines)
        screen.append(QString::fromStdString(line));
    return screen;
}

LetterheadForm formOf(const papers::LetterheadFile& file) {
    LetterheadForm form;
    form.lines = screenLines(file.lines);
    form.address = screenLines(file.address);
    form.city = QString::fromStdString(file.city);
    form.minutesNumber = QString::fromStdString(file.minutesNumber);
    form.font = QString::fromUtf8(papers::nameOf(file.font).data());
    if (file.size)
        form.size = QString::fromUtf8(papers::nameOf(*file.size).data());
    form.stampBox = file.stampBox;
    form.crest = QString::fromStdString(file.crest);
    return form;
}

Result<papers::LetterheadFile> fileOf(const LetterheadForm& form) {
    papers::LetterheadFile file;
    file.lines = standardLines(form.lines);
    file.address = standardLines(form.address);
    file.city = form.city.toStdString();
    file.minutesNumber = form.minutesNumber.toStdString();
    TEKEN_TRY(file.font, papers::fontFromName(form.font.toStdString()));
    if (!form.size.isEmpty()) {
        TEKEN_TRY(file.size, papers::paperSizeFromName(form.size.toStdString()));
    }
    file.stampBox = form.stampBox;
    file.crest = form.crest.toStdString();
    return file;
}

Result<QImage> drawnHead(const papers::LetterheadFolder& folder, const LetterheadForm& form, WallTime now) {
    TEKEN_TRY(const auto file, fileOf(form));
    TEKEN_CHECK(papers::formatLetterhead(file).map([](const auto&) {}));
    TEKEN_TRY(auto crest,
              form.newCrest.isEmpty() ? folder.crestOf(file) : folder.pictureAt(form.newCrest.toStdString()));
    papers::PaperStyle style;
    TEKEN_TRY(style.head, papers::letterheadOf(file, std::move(crest)));
    style.size = file.size.value_or(papers::PaperSize::A4);
    style.printedAt = now;
    TEKEN_TRY(const auto page, papers::composeLetterheadSample(style));
    TEKEN_TRY(const auto picture, papers::preview(page, 0, kHeadWidth));
    const QImage whole(picture.pixels.data(), picture.width, picture.height, picture.width * 4,
                       QImage::Format_ARGB32_Premultiplied);
    return whole.copy(0, 0, picture.width, static_cast<int>(picture.height * kHeadPart));
}

} // namespace

LetterheadDesk::LetterheadDesk(const Outside& outside)
    : m_folder(outside.files, outside.home.folder / papers::kLetterheadName), m_clock(outside.clock) {}

void LetterheadDesk::read(Finish<LetterheadForm> finish) {
    m_thread.run<LetterheadForm>(std::move(finish), [this]() -> Result<LetterheadForm> {
        TEKEN_TRY(const auto file, m_folder.load());
        return formOf(file);
    });
}

void LetterheadDesk::preview(const LetterheadForm& form, Finish<QImage> finish) {
    m_thread.run<QImage>(std::move(finish),
                         [this, form] { return drawnHead(m_folder, form, m_clock.now()); });
}

void LetterheadDesk::save(const LetterheadForm& form, Finish<LetterheadForm> finish) {
    m_thread.run<LetterheadForm>(std::move(finish), [this, form]() -> Result<LetterheadForm> {
        // What cannot be drawn would stop every paper of the day: it is not written.
        TEKEN_CHECK(drawnHead(m_folder, form, m_clock.now()).map([](const auto&) {}));
        TEKEN_TRY(const auto file, fileOf(form));
        std::optional<Bytes> crest;
        if (!form.newCrest.isEmpty()) {
            TEKEN_TRY(crest, m_folder.pictureAt(form.newCrest.toStdString()));
        }
        TEKEN_CHECK(m_folder.save(file, crest));
        TEKEN_TRY(const auto written, m_folder.load());
        return formOf(written);
    });
}

} // namespace teken::app
