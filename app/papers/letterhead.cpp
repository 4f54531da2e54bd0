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

Result<FontChoice> fontOf(const std::string& word) {
    if (word.empty() || word == "serif")
        return FontChoice::Serif;
    if (word == "sans")
        return FontChoice::Sans;
    if (word == "inter")
        return FontChoice::Inter;
    return wrong("expected serif, sans or inter, found another word", "font");
}

Result<toml::table> parsed(ByteView bytes) {
    try {
        return toml::parse(teken::textOf(bytes));
    } catch (const toml::parse_error& error) {
        return wrong("expected TOML, found a line that is none",
                     "line " + std::to_string(error.source().begin.line));
    }
}

} // namespace

Result<Letterhead> readLetterhead(ByteView bytes, const CrestReader& read) {
    if (bytes.size() > kMostLetterheadBytes)
        return wrong("expected at most 64 KiB, found more", "");
    TEKEN_TRY(const auto table, parsed(bytes));
    for (const auto& [key, value] : table)
        if (std::find(kKeys.begin(), kKeys.end(), key.str()) == kKeys.end())
            return wrong("expected a known key, found another", std::string(key.str()));
    Letterhead head;
    TEKEN_TRY(head.lines, linesAt(table, "lines", 6));
    TEKEN_TRY(head.address, linesAt(table, "address", 3));
    TEKEN_TRY(head.city, lineAt(table, "city"));
    TEKEN_TRY(head.minutesNumber, lineAt(table, "minutes_number"));
    TEKEN_TRY(const auto font, lineAt(table, "font"));
    TEKEN_TRY(head.font, fontOf(font));
    TEKEN_TRY(const auto size, lineAt(table, "size"));
    if (!size.empty()) {
        TEKEN_TRY(head.size, paperSizeFromName(size));
    }
    if (const auto* stamp = table.get("stamp_box")) {
        const auto value = stamp->value_exact<bool>();
        if (!value)
            return wrong("expected true or false, found another type", "stamp_box");
        head.stampBox = *value;
    }
    TEKEN_TRY(const auto crest, lineAt(table, "crest"));
    if (!crest.empty()) {
        TEKEN_TRY(auto png, read(crest));
        TEKEN_CHECK(checkCrest(png));
        head.crest = std::make_shared<const Bytes>(std::move(png));
    }
    return head;
}

} // namespace teken::papers
