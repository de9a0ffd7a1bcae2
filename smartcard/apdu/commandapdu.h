// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// A command for a card, ISO/IEC 7816-4:2013 clause 5.2, short length fields only: longer data is chained by
// exchange(). The functions cite the clause of the same standard that each command follows. The data may
// hold PINs, so it is secret and no command can be printed. Any thread.
#pragma once

#include "app/base/secretbytes.h"

#include <QByteArrayView>

namespace madoguchi {

/// The four bytes that begin a command.
struct ApduHeader {
    quint8 cla = 0;
    quint8 ins = 0;
    quint8 p1 = 0;
    quint8 p2 = 0;
};

enum class ApduAnswer {
    None, ///< status word only: no Le is sent
    Data, ///< Le 00: as much as the card has, up to 256 bytes at once
};

class CommandApdu {
public:
    CommandApdu(ApduHeader header, SecretBytes data, ApduAnswer answer);

    /// Selects an application by its AID or the beginning of it (11.1.1).
    static CommandApdu selectByName(QByteArrayView aid);
    /// Reads the data object that `tag` (1-3 bytes) names in the current application (11.4.3).
    static CommandApdu getData(QByteArrayView tag);
    /// Compares reference data such as a PIN (11.5.6). Empty `data` asks for the state only.
    static CommandApdu verify(quint8 reference, SecretBytes data);
    /// `data` is the old reference data followed by the new (11.5.7).
    static CommandApdu changeReferenceData(quint8 reference, SecretBytes data);
    /// `data` is the resetting code followed by the new reference data (11.5.10).
    static CommandApdu resetRetryCounter(quint8 reference, SecretBytes data);
    /// `data` is a dynamic authentication template 7C (11.5.5).
    static CommandApdu generalAuthenticate(quint8 algorithm, quint8 key, SecretBytes data);
    /// Fetches what 61xx announced; `le` from 1 to 256 (11.6.1).
    static CommandApdu getResponse(int le);

    const ApduHeader& header() const { return m_header; }
    const SecretBytes& data() const { return m_data; }
    ApduAnswer answer() const { return m_answer; }
    /// How many bytes are asked for at once when the answer has data; 1 to 256.
    int le() const { return m_le; }

private:
    ApduHeader m_header;
    SecretBytes m_data;
    ApduAnswer m_answer;
    int m_le = 256;
};

/// The bytes of a command as they go to a card, in pieces of at most 255 bytes of data (5.3.3).
class CommandEncoder {
public:
    /// `command` must outlive the encoder.
    explicit CommandEncoder(const CommandApdu& command) : m_command(command), m_le(command.le()) {}

    /// How many pieces there are, at least 1.
    std::size_t count() const;
    /// The piece at `index`; all but the last carry the chaining bit of CLA and no Le.
    SecretBytes piece(std::size_t index) const;
    /// Le of the last piece from now on, as 6Cxx asks for; 1 to 256.
    void setLe(int le) { m_le = le; }

private:
    const CommandApdu& m_command;
    int m_le;
};

} // namespace madoguchi
