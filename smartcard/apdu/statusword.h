// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// The two bytes that end every response, ISO/IEC 7816-4:2013 clause 5.6. A value; any thread.
#pragma once

#include <QString>

#include <optional>

namespace madoguchi {

class StatusWord {
public:
    explicit constexpr StatusWord(quint16 value) : m_value(value) {}

    constexpr quint16 value() const { return m_value; }
    constexpr bool isSuccess() const { return m_value == 0x9000; }
    /// 61xx: how many bytes wait for GET RESPONSE, 256 for 6100; none for other words.
    std::optional<int> bytesAvailable() const { return (m_value >> 8) == 0x61 ? lengthByte() : std::nullopt; }
    /// 6Cxx: the Le that the card wants, 256 for 6C00; none for other words.
    std::optional<int> wantedLength() const { return (m_value >> 8) == 0x6C ? lengthByte() : std::nullopt; }
    /// What a comparison with reference data left: x of 63Cx, 0 for 6983 (blocked); none for other words.
    std::optional<int> triesLeft() const;

    constexpr bool operator==(const StatusWord&) const = default;

private:
    std::optional<int> lengthByte() const { return (m_value & 0xFF) == 0 ? 256 : m_value & 0xFF; }

    quint16 m_value;
};

inline constexpr StatusWord StatusBlocked{0x6983};
inline constexpr StatusWord StatusNotFound{0x6A82};              ///< file, application or data object
inline constexpr StatusWord StatusReferencedDataMissing{0x6A88}; ///< key or reference data

/// Four hexadecimal digits, for details of errors.
QString toString(StatusWord status);

} // namespace madoguchi
