// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/base/secretbytes.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <openssl/crypto.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <utility>

namespace madoguchi {
namespace {

constexpr std::size_t SecureHeapBytes = std::size_t{2} * 1024 * 1024;
constexpr std::size_t SmallestBlock = 32;

unsigned char* allocate(std::size_t size) {
    void* block = CRYPTO_secure_zalloc(size, __FILE__, __LINE__);
    if (!block) // the secure heap is full: ordinary memory, still wiped when released
        block = OPENSSL_zalloc(size);
    if (!block)
        throw std::bad_alloc();
    return static_cast<unsigned char*>(block);
}

} // namespace

SecretBytes::SecretBytes(std::size_t size)
    : m_data(size ? allocate(size) : nullptr), m_size(size), m_capacity(size) {}

SecretBytes SecretBytes::copyOf(QByteArrayView bytes) {
    SecretBytes copy(static_cast<std::size_t>(bytes.size()));
    if (copy.m_data)
        std::memcpy(copy.m_data, bytes.data(), copy.m_size);
    return copy;
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_capacity(std::exchange(other.m_capacity, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
        m_capacity = std::exchange(other.m_capacity, 0);
    }
    return *this;
}

SecretBytes::~SecretBytes() {
    clear();
}

void SecretBytes::append(QByteArrayView bytes) {
    if (bytes.isEmpty())
        return;
    const std::size_t size = m_size + static_cast<std::size_t>(bytes.size());
    if (size > m_capacity) {
        const std::size_t capacity = std::max(size, 2 * m_capacity);
        unsigned char* grown = allocate(capacity);
        if (m_size > 0)
            std::memcpy(grown, m_data, m_size);
        std::memcpy(grown + m_size, bytes.data(), static_cast<std::size_t>(bytes.size()));
        clear();
        m_data = grown;
        m_capacity = capacity;
    } else {
        std::memcpy(m_data + m_size, bytes.data(), static_cast<std::size_t>(bytes.size()));
    }
    m_size = size;
}

void SecretBytes::append(unsigned char byte) {
    append(QByteArrayView(&byte, 1));
}

void SecretBytes::truncate(std::size_t size) {
    if (size >= m_size)
        return;
    OPENSSL_cleanse(m_data + size, m_size - size);
    m_size = size;
}

void SecretBytes::clear() {
    if (m_data)
        CRYPTO_secure_clear_free(m_data, m_capacity, __FILE__, __LINE__);
    m_data = nullptr;
    m_size = 0;
    m_capacity = 0;
}

bool operator==(const SecretBytes& left, const SecretBytes& right) {
    return left.size() == right.size() &&
           (left.isEmpty() || CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0);
}

bool protectSecrets() {
    const rlimit noCore{0, 0};
    const bool noDump = setrlimit(RLIMIT_CORE, &noCore) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0;
    const bool locked = CRYPTO_secure_malloc_init(SecureHeapBytes, SmallestBlock) == 1;
    return noDump && locked;
}

} // namespace madoguchi
