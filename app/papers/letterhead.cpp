#include "app/papers/letterhead.h"

#include "core/domain/text.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>

namespace teken::papers {

namespace {

constexpr std::size_t kMostLetters = 160;
constexpr std::array<std::string_view, 8> kKeys{"lines",          "address", "crest", "city",
                                                "minutes_number", "font",    "size",  "stamp_box"};

tl::unexpected<Error> wrong(const std::string& message, std::string place) {
    return fail(ErrorCode::InvalidInput, "papers.letterhead", message, std::move(place));
}

Result<std::string> line(const toml::node& node, const std::string& key) {
    const auto text = node.value_exact<std::string>();
    if (!text)
        return wrong("expected a text, found another type", key);
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text->size(); ++letters)
        if (domain::isControl(domain::nextCodePoint(*text, at)))
            return wrong("expected one line of text, found a control character", key);
    if (letters > kMostLetters)
        return wrong("expected at most 160 letters, found " + std::to_string(letters), key);
    return *text;
}

Result<std::string> lineAt(const toml::table& table, const std::string& key) {
    const auto* node = table.get(key);
    if (node == nullptr)
        return std::string();
    return line(*node, key);
}

Result<std::vector<std::string>> linesAt(const toml::table& table, const std::string& key, std::size_t most) {
    std::vector<std::string> lines;
    const auto* node = table.get(key);
    if (node == nullptr)
        return lines;
    const auto* array = node->as_array();
    if (array == nullptr)
        return wrong("expected a list of texts, found another type", key);
    if (array->size() > most)
        return wrong("expected at most " + std::to_string(most) + " lines, found " +
                         std::to_string(array->size()),
                     key);
    for (const auto& one : *array) {
        TEKEN_TRY(auto text, line(one, key));
        lines.push_back(std::move(text));
    }
    return lines;
}

Result<toml::table> parsed(ByteView bytes) {
    try {
        return toml::parse(teken::textOf(bytes));
    } catch (const toml::parse_error& error) {
        return wrong("expected TOML, found a line that is none",
                     "line " + std::to_string(error.source().begin.line));
    }
}

std::string tomlText(const std::string& text) {
    std::string written = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            written += '\\';
        written += letter;
    }
    return written + "\"";
}

std::string tomlList(const std::vector<std::string>& lines) {
    std::string listed = "[";
    for (const auto& line : lines)
        listed += (listed.size() > 1 ? ", " : "") + tomlText(line);
    return listed + "]";
}

void dropEmptyEnd(std::vector<std::string>& lines) {
    while (!lines.empty() && lines.back().find_first_not_of(' ') == std::string::npos)
        lines.pop_back();
}

} // namespace

std::string_view nameOf(FontChoice font) {
    switch (font) {
    case FontChoice::Serif:
        return "serif";
    case FontChoice::Sans:
        return "sans";
    case FontChoice::Inter:
        return "inter";
    }
    return "serif";
}

Result<FontChoice> fontFromName(const std::string& name) {
    if (name.empty())
        return FontChoice::Serif;
    for (const auto font : {FontChoice::Serif, FontChoice::Sans, FontChoice::Inter})
        if (name == nameOf(font))
            return font;
    return wrong("expected serif, sans or inter, found another word", "font");
}

Result<LetterheadFile> parseLetterhead(ByteView bytes) {
    if (bytes.size() > kMostLetterheadBytes)
        return wrong("expected at most 64 KiB, found more", "");
    TEKEN_TRY(const auto table, parsed(bytes));
    for (const auto& [key, value] : table)
        if (std::find(kKeys.begin(), kKeys.end(), key.str()) == kKeys.end())
            return wrong("expected a known key, found another", std::string(key.str()));
    LetterheadFile file;
    TEKEN_TRY(file.lines, linesAt(table, "lines", kMostLetterheadLines));
    TEKEN_TRY(file.address, linesAt(table, "address", kMostAddressLines));
    TEKEN_TRY(file.city, lineAt(table, "city"));
    TEKEN_TRY(file.minutesNumber, lineAt(table, "minutes_number"));
    TEKEN_TRY(const auto font, lineAt(table, "font"));
    TEKEN_TRY(file.font, fontFromName(font));
    TEKEN_TRY(const auto size, lineAt(table, "size"));
    if (!size.empty()) {
        TEKEN_TRY(file.size, paperSizeFromName(size));
    }
    if (const auto* stamp = table.get("stamp_box")) {
        const auto value = stamp->value_exact<bool>();
        if (!value)
            return wrong("expected true or false, found another type", "stamp_box");
        file.stampBox = *value;
    }
    TEKEN_TRY(file.crest, lineAt(table, "crest"));
    return file;
}

Result<Letterhead> letterheadOf(const LetterheadFile& file, Bytes crest) {
    Letterhead head;
    head.lines = file.lines;
    head.address = file.address;
    head.city = file.city;
    head.minutesNumber = file.minutesNumber;
    head.font = file.font;
    head.size = file.size;
    head.stampBox = file.stampBox;
    if (!crest.empty()) {
        TEKEN_CHECK(checkCrest(crest));
        head.crest = std::make_shared<const Bytes>(std::move(crest));
    }
    return head;
}

Result<Letterhead> readLetterhead(ByteView bytes, const CrestReader& read) {
    TEKEN_TRY(const auto file, parseLetterhead(bytes));
    if (file.crest.empty())
        return letterheadOf(file, {});
    TEKEN_TRY(auto png, read(file.crest));
    TEKEN_CHECK(checkCrest(png)); // no bytes are no picture
    return letterheadOf(file, std::move(png));
}

Result<std::string> formatLetterhead(LetterheadFile file) {
    dropEmptyEnd(file.lines);
    dropEmptyEnd(file.address);
    std::string toml = "lines = " + tomlList(file.lines) + "\naddress = " + tomlList(file.address) + "\n";
    if (!file.crest.empty())
        toml += "crest = " + tomlText(file.crest) + "\n";
    toml += "city = " + tomlText(file.city) + "\nminutes_number = " + tomlText(file.minutesNumber) +
            "\nfont = " + tomlText(std::string(nameOf(file.font))) + "\n";
    if (file.size)
        toml += "size = " + tomlText(std::string(nameOf(*file.size))) + "\n";
    toml += std::string("stamp_box = ") + (file.stampBox ? "true" : "false") + "\n";
    // Before it is written anywhere: too long, too many, a line break in the middle of a line.
    TEKEN_TRY(const auto back, parseLetterhead(teken::view(toml)));
    if (back != file)
        return wrong("expected lines that can be read back, found others", "");
    return toml;
}

} // namespace teken::papers
