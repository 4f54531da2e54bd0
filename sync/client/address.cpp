#include "sync/client/http_transport.h"

#include <algorithm>
#include <charconv>

namespace teken::sync::client {

namespace {

tl::unexpected<Error> refused() {
    return fail(ErrorCode::InvalidInput, "sync.address",
                "expected https://host:port, or http://127.0.0.1:port");
}

bool isHostLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '-' || letter == '.';
}

} // namespace

bool Address::loopback() const {
    return host == "127.0.0.1" || host == "::1" || host == "localhost";
}

Result<Address> parseAddress(std::string_view text) {
    Address address;
    if (text.starts_with("https://"))
        text.remove_prefix(8);
    else if (text.starts_with("http://")) {
        text.remove_prefix(7);
        address.tls = false;
    } else
        return refused();
    if (text.ends_with('/'))
        text.remove_suffix(1);
    address.port = address.tls ? 443 : 80;
    const bool bracketed = text.starts_with('[');
    const auto hostEnd = bracketed ? text.find(']') : text.find(':');
    address.host = std::string(bracketed ? text.substr(1, hostEnd - 1) : text.substr(0, hostEnd));
    if (bracketed && hostEnd == std::string_view::npos)
        return refused();
    auto rest =
        hostEnd == std::string_view::npos ? std::string_view() : text.substr(hostEnd + (bracketed ? 1 : 0));
    if (!rest.empty()) {
        rest.remove_prefix(rest.front() == ':' ? 1 : 0);
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), address.port);
        if (error != std::errc{} || end != rest.data() + rest.size() || address.port < 1 ||
            address.port > 65'535)
            return refused();
    }
    const bool named = !address.host.empty() && address.host.size() <= 253 &&
                       std::ranges::all_of(address.host, [&](char letter) {
                           return isHostLetter(letter) || (bracketed && letter == ':');
                       });
    if (!named)
        return refused();
    return address;
}

} // namespace teken::sync::client
