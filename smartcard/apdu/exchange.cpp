// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/apdu/exchange.h"

using namespace Qt::StringLiterals;

namespace madoguchi {
namespace {

Result<ResponseApdu> transmit(CardTransaction& transaction, const SecretBytes& bytes) {
    auto raw = transaction.transmit(bytes.view());
    if (!raw)
        return fail(raw.error());
    return ResponseApdu::parse(std::move(*raw));
}

Result<ResponseApdu> sendChained(CardTransaction& transaction, const CommandEncoder& encoder) {
    const std::size_t last = encoder.count() - 1;
    for (std::size_t index = 0; index < last; ++index) {
        auto response = transmit(transaction, encoder.piece(index));
        if (!response || !response->status.isSuccess())
            return response;
    }
    return transmit(transaction, encoder.piece(last));
}

Result<ResponseApdu> sendWithWantedLength(CardTransaction& transaction, const CommandApdu& command) {
    CommandEncoder encoder(command);
    auto response = sendChained(transaction, encoder);
    if (!response || !response->status.wantedLength())
        return response;
    if (command.answer() == ApduAnswer::None)
        return fail(ErrorCode::CardProtocolError, u"6Cxx to a command without Le"_s);
    encoder.setLe(*response->status.wantedLength());
    response = transmit(transaction, encoder.piece(encoder.count() - 1));
    if (response && response->status.wantedLength())
        return fail(ErrorCode::CardProtocolError, u"6Cxx twice"_s);
    return response;
}

} // namespace

Result<ResponseApdu> exchange(CardTransaction& transaction, const CommandApdu& command) {
    auto response = sendWithWantedLength(transaction, command);
    if (!response)
        return response;
    SecretBytes whole = std::move(response->data);
    while (response->status.bytesAvailable()) {
        response =
            sendWithWantedLength(transaction, CommandApdu::getResponse(*response->status.bytesAvailable()));
        if (!response)
            return response;
        if (response->data.isEmpty() && response->status.bytesAvailable())
            return fail(ErrorCode::CardProtocolError, u"the answer does not go on"_s);
        whole.append(response->data.view());
        if (whole.size() > LongestAnswer)
            return fail(ErrorCode::CardProtocolError, u"the answer is too long"_s);
    }
    return ResponseApdu{std::move(whole), response->status};
}

tl::unexpected<Error> refused(const char* doing, StatusWord status) {
    const bool missing = status == StatusNotFound || status == StatusReferencedDataMissing;
    return fail(missing ? ErrorCode::CardObjectMissing : ErrorCode::CardCommandRefused,
                QString::fromLatin1(doing) + u": "_s + toString(status));
}

} // namespace madoguchi
