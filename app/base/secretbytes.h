// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Bytes that must not leak: PINs, keys, plain texts of card commands. They live in OpenSSL's secure heap
// (locked in memory, kept out of core dumps) once protectSecrets() was called, are wiped when released, and
// can be moved but not copied by accident. Any thread; one object belongs to one thread at a time.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>
#include <span>

namespace madoguchi {

class SecretBytes {
public:
    SecretBytes() = default;
    /// `size` zero bytes.
    explicit SecretBytes(std::size_t size);
    /// Copies the bytes; the caller wipes its own copy.
    static SecretBytes copyOf(QByteArrayView bytes);

    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes();

    /// A second copy, on purpose.
    SecretBytes clone() const { return copyOf(view()); }

    unsigned char* data() { return m_data; }
    const unsigned char* data() const { return m_data; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    /// Valid until the object is changed, moved from or destroyed.
    QByteArrayView view() const { return {m_data, static_cast<qsizetype>(m_size)}; }

    void append(QByteArrayView bytes);
    void append(unsigned char byte);
    /// Cuts to the first `size` bytes (at most the present size); the rest is wiped.
    void truncate(std::size_t size);
    /// Wipes and releases.
    void clear();

private:
    unsigned char* m_data = nullptr;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

/// Equal content, compared in constant time for equal sizes.
bool operator==(const SecretBytes& left, const SecretBytes& right);

/// Call once at the start of main: sets up the secure heap, forbids core dumps and ptrace by others.
/// Returns false when the memory could not be locked; the program may go on and should say so in its log.
bool protectSecrets();

} // namespace madoguchi
