#include "tests/unit/sync/raw_client.h"

#include <array>
#include <charconv>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace teken::test {

RawClient::RawClient(int port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect");
}

RawClient::~RawClient() {
    ::close(m_socket);
}

bool RawClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawClient::receive(std::string& into, std::chrono::milliseconds patience) {
    pollfd waiting{m_socket, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0)
        return false;
    std::array<char, 16 * 1024> buffer{};
    const auto count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
    m_closed = count <= 0;
    if (count > 0)
        into.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0;
}

std::string RawClient::readAll(std::chrono::milliseconds patience) {
    std::string text;
    while (receive(text, patience)) {
    }
    return text;
}

std::string RawClient::readAnswer() {
    std::string text;
    for (;;) {
        const auto end = text.find("\r\n\r\n");
        if (end != std::string::npos) {
            const auto at = text.find("Content-Length: ");
            std::size_t length = 0;
            if (at != std::string::npos && at < end)
                std::from_chars(text.data() + at + 16, text.data() + end, length);
            if (text.size() >= end + 4 + length)
                return text;
        }
        if (!receive(text, std::chrono::milliseconds(8000)))
            return text;
    }
}

int statusOf(std::string_view text) {
    int status = 0;
    if (text.starts_with("HTTP/1.1 ") && text.size() >= 12)
        std::from_chars(text.data() + 9, text.data() + 12, status);
    return status;
}

} // namespace teken::test
