// How the head of a paper will look, before there is a session to print.
#include "app/papers/paper_parts.h"

namespace teken::papers {

Result<Document> composeLetterheadSample(const PaperStyle& style) {
    TEKEN_TRY(const auto typesetter, Typesetter::create(style.head.font));
    Composer composer(typesetter, style.size, "Contoh kop surat", style.printedAt);
    Footer footer;
    footer.paper = "Contoh kop surat";
    footer.note = "Bukan berkas kegiatan; bukan format resmi SKB.";
    composer.part(footer);
    composer.letterhead(style.head);
    const auto& number = style.head.minutesNumber;
    putHeading(composer, "BERITA ACARA PENANDATANGANAN",
               {"Nomor: " + (number.empty() ? std::string("....................................") : number)});
    composer.text("Contoh kalimat dengan huruf yang dipilih. Isi berkas datang dari catatan sesi.", kBody,
                  {.after = 14});
    composer.signatures(
        {SignatureBlock{},
         SignatureBlock{.above = (style.head.city.empty() ? std::string("Tempat sesi") : style.head.city) +
                                 ", tanggal sesi",
                        .role = "Pimpinan sesi,",
                        .name = "Nama pimpinan sesi",
                        .stampBox = style.head.stampBox}});
    TEKEN_TRY(auto document, composer.finish());
    document.watermark = "CONTOH";
    return document;
}

} // namespace teken::papers
