#include "sync/server/tls.h"

#include "core/crypto/hash.h"
#include "core/crypto/secret.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>
#include <memory>

namespace teken::sync::server {

namespace {

constexpr std::uint64_t kMostPemBytes = 256 * 1024;
constexpr long kValidSeconds = 10L * 365 * 24 * 3600;
constexpr long kGraceSeconds = 24L * 3600; // laptops' clocks may be behind

struct Free {
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

tl::unexpected<Error> failed(const char* what) {
    return fail(ErrorCode::Internal, "tls.openssl", std::string("OpenSSL could not make the ") + what);
}

Result<Digest> pinOf(X509* certificate) {
    unsigned char* der = nullptr;
    const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate), &der);
    if (length <= 0)
        return failed("public key's bytes");
    const auto pin = crypto::sha256(ByteView(der, static_cast<std::size_t>(length)));
    OPENSSL_free(der);
    return pin;
}

std::string textOfBio(BIO* bio) {
    char* data = nullptr;
    const long length = BIO_ctrl(bio, BIO_CTRL_INFO, 0, &data);
    std::string text(data, static_cast<std::size_t>(std::max(length, 0L)));
    if (length > 0)
        crypto::wipe({reinterpret_cast<std::uint8_t*>(data), static_cast<std::size_t>(length)});
    return text;
}

bool isAddress(const std::string& name) {
    return name.find_first_not_of("0123456789.") == std::string::npos || name.find(':') != std::string::npos;
}

bool isName(const std::string& name) {
    return !name.empty() && name.size() <= 253 && std::ranges::all_of(name, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' || letter == ':';
    });
}

bool addExtension(X509* certificate, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    context.db = nullptr;
    const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool fillCertificate(X509* certificate, EVP_PKEY* key, const std::vector<std::string>& names, WallTime now,
                     RandomSource& random) {
    std::array<std::uint8_t, 16> serial{};
    random.fill(serial);
    // Positive, and no leading zero byte: DER with one cannot be read back (one certificate of 256
    // otherwise).
    serial[0] = static_cast<std::uint8_t>((serial[0] & 0x7fU) | 0x40U);
    ASN1_STRING_set(X509_get_serialNumber(certificate), serial.data(), serial.size());
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    ASN1_TIME_set(X509_getm_notBefore(certificate), seconds - kGraceSeconds);
    ASN1_TIME_set(X509_getm_notAfter(certificate), seconds + kValidSeconds);
    auto* subject = X509_get_subject_name(certificate);
    const auto common = names.front().substr(0, 64);
    std::string alternatives;
    for (const auto& name : names)
        alternatives +=
            (alternatives.empty() ? "" : ",") + std::string(isAddress(name) ? "IP:" : "DNS:") + name;
    return X509_set_version(certificate, X509_VERSION_3) == 1 &&
           X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char*>(common.c_str()), -1, -1,
                                      0) == 1 &&
           X509_set_issuer_name(certificate, subject) == 1 && X509_set_pubkey(certificate, key) == 1 &&
           addExtension(certificate, NID_basic_constraints, "critical,CA:FALSE") &&
           addExtension(certificate, NID_key_usage, "critical,digitalSignature") &&
           addExtension(certificate, NID_ext_key_usage, "serverAuth") &&
           addExtension(certificate, NID_subject_alt_name, alternatives) &&
           X509_sign(certificate, key, EVP_sha256()) > 0;
}

} // namespace

Result<TlsIdentity> makeTlsIdentity(const std::vector<std::string>& names, WallTime now,
                                    RandomSource& random) {
    if (names.empty() || !std::ranges::all_of(names, isName))
        return fail(ErrorCode::InvalidInput, "tls.name", "expected host names or IP addresses");
    const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
    if (!key)
        return failed("key");
    const Owned<X509> certificate(X509_new());
    if (!certificate || !fillCertificate(certificate.get(), key.get(), names, now, random))
        return failed("certificate");
    const Owned<BIO> certificateOut(BIO_new(BIO_s_mem()));
    const Owned<BIO> keyOut(BIO_new(BIO_s_mem()));
    if (!certificateOut || !keyOut || PEM_write_bio_X509(certificateOut.get(), certificate.get()) != 1 ||
        PEM_write_bio_PrivateKey(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return failed("PEM files");
    TlsIdentity identity;
    TEKEN_TRY(identity.pin, pinOf(certificate.get()));
    identity.certificatePem = textOfBio(certificateOut.get());
    identity.keyPem = textOfBio(keyOut.get());
    return identity;
}

Result<Digest> pinOfFiles(FileSystem& files, const FileSystem::Path& certificate,
                          const FileSystem::Path& key) {
    TEKEN_TRY(const auto certificatePem, files.read(certificate, kMostPemBytes));
    TEKEN_TRY(auto keyPem, files.read(key, kMostPemBytes));
    const Owned<BIO> certificateIn(
        BIO_new_mem_buf(certificatePem.data(), static_cast<int>(certificatePem.size())));
    const Owned<BIO> keyIn(BIO_new_mem_buf(keyPem.data(), static_cast<int>(keyPem.size())));
    const Owned<X509> parsed(PEM_read_bio_X509(certificateIn.get(), nullptr, nullptr, nullptr));
    const Owned<EVP_PKEY> parsedKey(PEM_read_bio_PrivateKey(keyIn.get(), nullptr, nullptr, nullptr));
    crypto::wipe(keyPem);
    if (!parsed)
        return fail(ErrorCode::InvalidInput, "tls.certificate", "expected a PEM certificate",
                    certificate.string());
    if (!parsedKey)
        return fail(ErrorCode::InvalidInput, "tls.key", "expected a PEM private key without a passphrase",
                    key.string());
    if (X509_check_private_key(parsed.get(), parsedKey.get()) != 1)
        return fail(ErrorCode::Conflict, "tls.pair", "expected the key of this certificate, found another",
                    key.string());
    return pinOf(parsed.get());
}

} // namespace teken::sync::server
