#include "core/crypto/secret.h"

#include <gtest/gtest.h>

#include <concepts>
#include <ostream>
#include <type_traits>

namespace teken::crypto {
namespace {

template <class T>
concept Printable = requires(std::ostream& stream, const T& value) {
    { stream << value } -> std::same_as<std::ostream&>;
};
static_assert(Printable<std::string>);
static_assert(!Printable<SecretBytes>, "a secret that can be printed will be");
static_assert(!std::is_copy_constructible_v<SecretBytes> && !std::is_copy_assignable_v<SecretBytes>);
static_assert(std::is_nothrow_move_constructible_v<SecretBytes>);

TEST(SecretBytes, HoldACopyAndStartAsZeros) {
    EXPECT_EQ(textOf(SecretBytes::copyOf(view("key")).view()), "key");
    const SecretBytes zeros(5);
    EXPECT_EQ(toBytes(zeros.view()), Bytes(5, 0));
    EXPECT_TRUE(SecretBytes().empty());
    EXPECT_TRUE(SecretBytes(0).empty());
    EXPECT_TRUE(SecretBytes::copyOf({}).empty());
}

TEST(SecretBytes, MoveAndLeaveNothingBehind) {
    SecretBytes first = SecretBytes::copyOf(view("key"));
    SecretBytes second = std::move(first);
    EXPECT_TRUE(first.empty()); // NOLINT: the point of the test
    EXPECT_EQ(textOf(second.view()), "key");
    first = SecretBytes::copyOf(view("other"));
    second = std::move(first);
    EXPECT_EQ(textOf(second.view()), "other");
    SecretBytes& self = second;
    second = std::move(self);
    EXPECT_EQ(textOf(second.view()), "other");
}

TEST(SecretBytes, CloneIntoMemoryOfTheirOwn) {
    SecretBytes first = SecretBytes::copyOf(view("key"));
    SecretBytes second = first.clone();
    second.writable()[0] = 'K';
    EXPECT_EQ(textOf(first.view()), "key");
    EXPECT_EQ(textOf(second.view()), "Key");
}

TEST(SecretBytesDeathTest, EndTheProgramWhenReadBeyondTheirEnd) {
    // Guard pages stop an overrun before it reaches a neighbour. Sanitizers take the signal first.
    const SecretBytes secret(16);
    EXPECT_DEATH(
        {
            const volatile std::uint8_t* data = secret.view().data();
            [[maybe_unused]] const std::uint8_t beyond = data[16];
        },
        "");
}

TEST(Wipe, LeavesZeros) {
    std::string text = "a passphrase longer than the small string's place";
    const std::size_t size = text.size();
    wipe(text);
    EXPECT_EQ(text, std::string(size, '\0'));
    Bytes bytes{1, 2, 3};
    wipe(bytes);
    EXPECT_EQ(bytes, Bytes(3, 0));
    wipe(std::span<std::uint8_t>{});
}

TEST(EqualSecrets, ComparesLengthAndEveryByte) {
    EXPECT_TRUE(equalSecrets(view("code"), view("code")));
    EXPECT_TRUE(equalSecrets({}, {}));
    EXPECT_FALSE(equalSecrets(view("code"), view("codf")));
    EXPECT_FALSE(equalSecrets(view("code"), view("Code")));
    EXPECT_FALSE(equalSecrets(view("code"), view("cod")));
    EXPECT_FALSE(equalSecrets({}, view("c")));
}

} // namespace
} // namespace teken::crypto
