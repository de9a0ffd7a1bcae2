// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/dataobjects.h"

#include "smartcard/simulator/bertlv.h"

namespace madoguchi::simulator {
namespace {

/// The tag that a tag list (5C) names; nothing if it is not one of 1 to 3 bytes.
std::optional<quint32> namedTag(const QList<Tlv>& objects) {
    const auto list = findTlv(objects, 0x5C);
    if (!list || list->isEmpty() || list->size() > 3)
        return {};
    quint32 tag = 0;
    for (const char byte : *list)
        tag = tag << 8 | static_cast<quint8>(byte);
    return tag;
}

/// Fingerprints, face, printed information, iris and pairing code (SP 800-73-4, part 1, table 2).
bool needsPin(quint32 tag) {
    return tag == 0x5FC103 || tag == 0x5FC108 || tag == 0x5FC109 || tag == 0x5FC121 || tag == 0x5FC123;
}

/// PIV's own objects, and those that YubiKeys keep beside them.
bool canBeWritten(quint32 tag) {
    return tag >> 8 == 0x5FC1 || tag >> 8 == 0x5FFF;
}

bool isDataCommand(const ReceivedCommand& command) {
    return command.p1 == 0x3F && command.p2 == 0xFF;
}

} // namespace

Reply getData(const PivState& state, const ReceivedCommand& command) {
    if (!isDataCommand(command))
        return {StatusWord::WrongParameters};
    const auto parts = decodeTlvs(command.data);
    const auto tag = parts ? namedTag(*parts) : std::nullopt;
    if (!tag)
        return {StatusWord::WrongData};
    const auto object = state.content.objects.find(*tag);
    if (object == state.content.objects.end())
        return {StatusWord::NotFound};
    if (needsPin(*tag) && !state.pinVerified)
        return {StatusWord::SecurityNotSatisfied};
    return success(encodeTlv(*tag == pivtag::Discovery ? pivtag::Discovery : 0x53, object->second));
}

Reply putData(PivState& state, const ReceivedCommand& command) {
    if (!isDataCommand(command))
        return {StatusWord::WrongParameters};
    if (!state.administrator)
        return {StatusWord::SecurityNotSatisfied};
    const auto parts = decodeTlvs(command.data);
    const auto tag = parts ? namedTag(*parts) : std::nullopt;
    const auto value = parts ? findTlv(*parts, 0x53) : std::nullopt;
    if (!tag || !value || !canBeWritten(*tag))
        return {StatusWord::WrongData};
    if (value->isEmpty()) {
        state.content.objects.erase(*tag);
    } else {
        state.content.objects[*tag] = *value;
    }
    return {state.save() ? StatusWord::Success : StatusWord::MemoryFailure};
}

} // namespace madoguchi::simulator
