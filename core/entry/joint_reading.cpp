#include "core/entry/joint_reading.h"

#include <algorithm>
#include <string_view>

namespace teken::entry {

std::string jointReadingWords(const std::vector<BlobId>& texts) {
    std::string words;
    for (const auto& text : texts)
        words += (words.empty() ? "" : " ") + text.hex();
    return words;
}

std::vector<BlobId> textsReadJointly(const Note& note) {
    std::vector<BlobId> texts;
    std::string_view rest = note.text;
    while (!rest.empty()) {
        const auto word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        if (const auto text = BlobId::fromHex(word))
            texts.push_back(*text);
    }
    return texts;
}

bool wasReadJointly(const Note& note, const BlobId& text) {
    return wasReadJointly(textsReadJointly(note), text);
}

bool wasReadJointly(const std::vector<BlobId>& texts, const BlobId& text) {
    return texts.empty() || std::find(texts.begin(), texts.end(), text) != texts.end();
}

} // namespace teken::entry
