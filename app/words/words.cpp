#include "app/words/words.h"

#include "app/words/tables.h"

#include <array>

namespace teken::words {

namespace {

std::array<std::span<const Entry>, 10> tables() {
    return {commandWords(),  flowWords(),     deskWords(),   storeWords(),  syncWords(),
            cosignerWords(), evidenceWords(), formatWords(), rosterWords(), paperWords()};
}

bool matches(const Entry& entry, std::string_view reason) {
    if (!entry.reason.ends_with(".*"))
        return entry.reason == reason;
    return reason.starts_with(entry.reason.substr(0, entry.reason.size() - 1));
}

const Sentence& in(const Entry& entry, Language language) {
    return language == Language::English ? entry.english : entry.indonesian;
}

} // namespace

std::vector<Entry> catalogue() {
    std::vector<Entry> all;
    for (const auto& table : tables())
        all.insert(all.end(), table.begin(), table.end());
    return all;
}

const Entry* find(std::string_view reason) {
    const Entry* room = nullptr;
    for (const auto& table : tables())
        for (const auto& entry : table) {
            if (!matches(entry, reason))
                continue;
            if (!entry.reason.ends_with(".*"))
                return &entry;
            room = &entry;
        }
    return room;
}

Sentence wordsFor(const Error& error, Language language) {
    const auto* own = find(error.reason);
    return in(own != nullptr ? *own : genericWords(error.code), language);
}

std::string sentence(const Error& error, Language language) {
    const auto words = wordsFor(error, language);
    std::string line;
    for (const auto part : {words.why, words.safe, words.next}) {
        if (part.empty())
            continue;
        line += (line.empty() ? "" : " ") + std::string(part);
    }
    return line;
}

} // namespace teken::words
