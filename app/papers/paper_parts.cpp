#include "app/papers/paper_parts.h"

#include "core/domain/names.h"

#include <algorithm>

namespace teken::papers {

namespace {

// A QR takes the whole closings: two laptops make 128 digits. More than this would be too fine for a
// shared office printer.
constexpr std::size_t kMostClosingsInQr = 4;

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
    std::string all;
    for (const auto& part : parts)
        all += (all.empty() ? "" : between) + part;
    return all;
}

const MinutesInk* inkOf(const PaperData& data, entry::Present role, const std::string& name) {
    for (const auto& desk : data.desks)
        for (const auto& one : desk.inks)
            if (one.role == role && domain::foldName(one.name) == domain::foldName(name))
                return &one;
    return nullptr;
}

void addSigner(std::vector<SignatureBlock>& blocks, const PaperData& data, const entry::Party& party,
               entry::Present role, const std::string& word) {
    const auto folded = domain::foldName(party.name);
    const bool known = std::any_of(blocks.begin(), blocks.end(), [&](const SignatureBlock& block) {
        return block.role == word && domain::foldName(block.name) == folded;
    });
    if (known)
        return;
    auto block = emptyBlock("", word, party);
    if (const auto* ink = inkOf(data, role, party.name))
        block.ink = ink->ink;
    blocks.push_back(std::move(block));
}

} // namespace

Footer footerOf(const PaperData& data, const PaperStyle& style, PaperKind kind, const std::string& note) {
    Footer footer;
    footer.paper = std::string(titleOf(kind)) + " · " + data.title;
    std::vector<std::string> codes;
    std::size_t inQr = 0;
    for (const auto& desk : data.desks) {
        if (!desk.closing) {
            codes.push_back(desk.name + " belum ditutup");
            continue;
        }
        codes.push_back(desk.code + " (" + desk.name + ")");
        if (inQr++ < kMostClosingsInQr)
            footer.qr += (footer.qr.empty() ? "" : " ") + desk.closing->hex();
    }
    footer.lines.push_back("Kode penutupan: " + joined(codes, " · ") +
                           (data.closed ? "" : " · SEMENTARA: sesi belum ditutup, isi masih dapat berubah"));
    std::size_t shown = 0;
    for (const auto& desk : data.desks)
        if (desk.closing && shown++ < 2)
            footer.lines.push_back("Sidik catatan penutupan: " + desk.closing->hex());
    if (footer.qr.empty())
        footer.qr = data.session.hex();
    footer.note =
        (note.empty() ? "" : note + " ") + "Dicetak Teken " +
        domain::formatDateHour(style.printedAt, data.drive.zone) +
        " dari catatan bersegel perangkat; bukan format resmi SKB. Goresan di kertas ini gambar dari "
        "catatan: yang membuktikan ialah catatannya.";
    return footer;
}

void putHeading(Composer& composer, const std::string& title, const std::vector<std::string>& under) {
    composer.text(title, kHeading, {.after = under.empty() ? 10.0 : 2.0});
    for (std::size_t i = 0; i < under.size(); ++i)
        composer.text(under[i], kUnderHeading, {.after = i + 1 == under.size() ? 12.0 : 1.0});
}

std::int64_t startOf(const PaperData& data) {
    return data.desks.empty() ? 0 : data.desks.front().openedMs;
}

std::optional<std::int64_t> endOf(const PaperData& data) {
    std::optional<std::int64_t> end;
    for (const auto& desk : data.desks) {
        if (!desk.closedMs)
            return std::nullopt;
        end = std::max(end.value_or(*desk.closedMs), *desk.closedMs);
    }
    return end;
}

std::string sessionHours(const PaperData& data) {
    return hoursOf(startOf(data), endOf(data), data.drive.zone);
}

void putSessionFields(Composer& composer, const PaperData& data) {
    const auto day = domain::dateIn(data.drive.zone, timeOf(startOf(data)));
    composer.field("Kegiatan", data.drive.opening.title, kPlain);
    composer.field("Sesi",
                   data.title + (data.parentTitle ? " (sesi susulan dari " + *data.parentTitle + ")" : ""),
                   kPlain);
    composer.field("Unit kerja", joined(data.unitNames, ", "), kPlain);
    composer.field("Hari, tanggal", domain::formatDay(day), kPlain);
    composer.field("Waktu", sessionHours(data), kPlain);
    composer.field("Tempat", data.place, kPlain);
    composer.space(6);
}

void putCentreList(Composer& composer, const PaperData& data) {
    if (data.centreListMs)
        composer.text("Yang sudah di sesi lain termasuk yang disebut daftar pusat " +
                          domain::formatDateHour(timeOf(*data.centreListMs), data.drive.zone) +
                          "; catatannya tidak ada di laptop ini.",
                      {.size = 8.6, .italic = true}, {.after = 6});
}

std::string placeAndDate(const PaperData& data, const PaperStyle& style) {
    const auto when = endOf(data).value_or(startOf(data));
    const auto date = domain::formatDate(domain::dateIn(data.drive.zone, timeOf(when)));
    return style.head.city.empty() ? date : style.head.city + ", " + date;
}

std::string numberBelow(const entry::Party& party) {
    std::string below = party.post;
    if (!party.number.empty())
        below += (below.empty() ? "NIP " : "\nNIP ") + fullNumber(party.number);
    return below;
}

SignatureBlock emptyBlock(const std::string& above, const std::string& role, const entry::Party& party) {
    SignatureBlock block;
    block.above = above;
    block.role = role;
    block.name = party.name;
    block.below = numberBelow(party);
    return block;
}

std::vector<SignatureBlock> minutesSigners(const PaperData& data, const PaperStyle& style) {
    constexpr std::array kRoles{entry::Present::Witness1, entry::Present::Witness2, entry::Present::Witness3};
    std::vector<SignatureBlock> officers, heads, witnesses;
    for (const auto& desk : data.desks) {
        const auto word = data.desks.size() > 1 ? "Petugas " + desk.name + "," : std::string("Petugas,");
        addSigner(officers, data, {desk.officer, "", desk.device}, entry::Present::Officer, word);
        addSigner(heads, data, desk.head, entry::Present::Head, "Pimpinan sesi,");
        for (std::size_t i = 0; i < desk.witnesses.size() && i < kRoles.size(); ++i)
            addSigner(witnesses, data, desk.witnesses[i], kRoles[i], "Saksi,");
    }
    std::vector<SignatureBlock> blocks;
    for (std::size_t i = 0; i < witnesses.size(); ++i)
        if (witnesses.size() > 1)
            witnesses[i].role = "Saksi " + domain::numberInWords(i + 1) + ",";
    // The first officer left and the head right, as such papers are read; then the others in turn.
    blocks.push_back(officers.front());
    blocks.insert(blocks.end(), heads.begin(), heads.end());
    blocks.insert(blocks.end(), officers.begin() + 1, officers.end());
    if (blocks.size() > 1)
        blocks[1].above = placeAndDate(data, style);
    blocks.insert(blocks.end(), witnesses.begin(), witnesses.end());
    return blocks;
}

std::string textLine(const PledgeOnPaper& text) {
    return text.text.code + " versi " + std::to_string(text.text.version) + ", sidik " +
           domain::fingerprintForComparing(Digest{text.id.bytes});
}

void putPoints(Composer& composer, const domain::PledgeText& text) {
    for (std::size_t i = 0; i < text.points.size(); ++i)
        composer.item(std::to_string(i + 1) + ".", text.points[i], kBody, 8);
}

} // namespace teken::papers
