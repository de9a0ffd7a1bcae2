// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What is known about kinds of cards and readers, compiled in from resources/cards. Here rather than in
// smartcard, because the simulator reads it too and may know nothing else of the product. Any thread.
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace madoguchi {

/// One object for each kind of card, by its id (the file's name without ".json"). A file that is no JSON
/// object is empty here.
QMap<QString, QJsonObject> cardKindData();
QJsonObject readerData();

} // namespace madoguchi
