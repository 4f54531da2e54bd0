// A client that says exactly the bytes it is told to, for requests no library would make.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace teken::test {

class RawClient {
public:
    explicit RawClient(int port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    /// False once the server has closed.
    bool send(std::string_view bytes);
    /// Everything until the server closes, or until nothing came for `patience`.
    std::string readAll(std::chrono::milliseconds patience = std::chrono::milliseconds(8000));
    /// One answer, headers and body by Content-Length.
    std::string readAnswer();
    [[nodiscard]] bool closedByServer() const { return m_closed; }

private:
    bool receive(std::string& into, std::chrono::milliseconds patience);
    int m_socket = -1;
    bool m_closed = false;
};

/// The status of the first answer in `text`, 0 if there is none.
int statusOf(std::string_view text);

} // namespace teken::test
