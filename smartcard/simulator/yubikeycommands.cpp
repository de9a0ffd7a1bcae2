// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "smartcard/simulator/yubikeycommands.h"

#include "smartcard/simulator/attestation.h"
#include "smartcard/simulator/bertlv.h"

namespace madoguchi::simulator {
namespace {

constexpr char Version[] = {5, 4, 3};

QByteArray bytes(std::initializer_list<int> values) {
    QByteArray out;
    for (const int value : values)
        out.append(static_cast<char>(value));
    return out;
}

QByteArray referenceMetadata(const CardReferenceValue& reference, QByteArrayView factoryValue) {
    const bool isDefault = reference.value == CardReferenceValue::padded(factoryValue);
    return encodeTlv(0x01, bytes({0xFF})) + encodeTlv(0x05, bytes({isDefault ? 1 : 0})) +
           encodeTlv(0x06, bytes({reference.tries, reference.left}));
}

QByteArray managementKeyMetadata(const ManagementKey& key) {
    const bool isDefault = key.value == ManagementKey::factoryDefault(key.algorithm).value;
    return encodeTlv(0x01, bytes({static_cast<int>(key.algorithm)})) + encodeTlv(0x02, bytes({0, 1})) +
           encodeTlv(0x05, bytes({isDefault ? 1 : 0}));
}

int pinPolicy(quint8 reference) {
    enum { Never = 1, Once = 2, Always = 3 };
    return reference == 0x9E ? Never : (reference == 0x9C ? Always : Once);
}

Reply keyMetadata(const PivState& state, quint8 reference) {
    const auto key = state.content.keys.find(reference);
    if (key == state.content.keys.end())
        return {StatusWord::ReferenceNotFound};
    const Result<QByteArray> publicKey = key->second.publicKeyTemplate();
    if (!publicKey)
        return {StatusWord::MemoryFailure};
    constexpr int NoTouch = 1;
    constexpr int MadeOnCard = 1;
    return success(encodeTlv(0x01, bytes({static_cast<int>(key->second.algorithm())})) +
                   encodeTlv(0x02, bytes({pinPolicy(reference), NoTouch})) +
                   encodeTlv(0x03, bytes({MadeOnCard})) + encodeTlv(0x04, *publicKey));
}

Reply metadata(const PivState& state, quint8 reference) {
    if (reference == 0x80)
        return success(referenceMetadata(state.content.pin, "123456"));
    if (reference == 0x81)
        return success(referenceMetadata(state.content.puk, "12345678"));
    if (reference == 0x9B)
        return success(managementKeyMetadata(state.content.managementKey));
    return keyMetadata(state, reference);
}

QByteArray serialNumber(quint32 number) {
    QByteArray out;
    for (int shift = 24; shift >= 0; shift -= 8)
        out.append(static_cast<char>(number >> shift & 0xFF));
    return out;
}

Reply setManagementKey(PivState& state, const ReceivedCommand& command) {
    if (!state.administrator)
        return {StatusWord::SecurityNotSatisfied};
    const QByteArray& data = command.data;
    if (command.p1 != 0xFF || data.size() < 3 || data[1] != char(0x9B))
        return {StatusWord::WrongData};
    const auto algorithm = managementKeyAlgorithmOf(static_cast<quint8>(data[0]));
    if (!algorithm || data.size() != 3 + managementKeySize(*algorithm) ||
        data[2] != managementKeySize(*algorithm))
        return {StatusWord::WrongData};
    state.content.managementKey = {*algorithm, data.sliced(3)};
    return {state.save() ? StatusWord::Success : StatusWord::MemoryFailure};
}

} // namespace

Reply yubikeyCommand(PivState& state, const ReceivedCommand& command) {
    switch (command.ins) {
    case 0xF7:
        return metadata(state, command.p2);
    case 0xF8:
        return success(serialNumber(state.content.serialNumber));
    case 0xF9:
        return attest(state, command.p1,
                      {.version = QByteArray(Version, sizeof Version),
                       .pinPolicy = static_cast<quint8>(pinPolicy(command.p1)),
                       .touchPolicy = 1}); // never
    case 0xFD:
        return success(QByteArray(Version, sizeof Version));
    case 0xFF:
        return setManagementKey(state, command);
    default:
        return {StatusWord::InstructionUnknown};
    }
}

} // namespace madoguchi::simulator
