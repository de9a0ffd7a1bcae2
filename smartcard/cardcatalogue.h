// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// Kinds of cards and readers, and what is known about them beforehand: resources/cards. A card is recognised
// by its answer to reset for a name and an order of trying only, never to refuse it. A value; any thread.
#pragma once

#include "smartcard/piv/pivmanagementkey.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <vector>

namespace madoguchi {

class CardCatalogue {
public:
    /// The data that is compiled in. Errors: FileMalformed.
    static Result<CardCatalogue> load();
    /// Objects as cardKindData() and readerData() give them. Errors: FileMalformed with the kind's id.
    static Result<CardCatalogue> fromJson(const QMap<QString, QJsonObject>& kinds,
                                          const QJsonObject& readers);

    /// The id of the kind with this answer to reset, such as "yubikey"; "nist" for every other card.
    QString kindOf(QByteArrayView atr) const;
    /// For people, such as "YubiKey"; names of products are not translated.
    QString nameOf(QByteArrayView atr) const;

    /// What such a card may have left its factory with, likeliest first; not secret. A wrong management key
    /// costs nothing, a wrong PUK costs a try.
    std::vector<PivManagementKey> factoryManagementKeys(QByteArrayView atr) const;
    std::vector<SecretBytes> factoryPuks(QByteArrayView atr) const;

    /// Such cards can show who made them; see readAttestation().
    bool attests(QByteArrayView atr) const;

    /// True for readers that claim a PIN pad and have none, or one that does not keep the PIN to itself.
    bool padClaimIsFalse(const QString& reader) const;

private:
    struct FactoryKey {
        PivManagementAlgorithm algorithm;
        QByteArray value;
    };
    struct Kind {
        QString name;
        QList<QByteArray> atrs;
        QList<FactoryKey> managementKeys;
        QList<QByteArray> puks;
        bool attests = false;
    };

    CardCatalogue() = default;
    static Result<Kind> kindFrom(const QString& id, const QJsonObject& json);
    const Kind& kind(QByteArrayView atr) const;

    QMap<QString, Kind> m_kinds;
    QStringList m_falsePads; ///< how the names of such readers begin
};

} // namespace madoguchi
