// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a reader claims beyond reading cards: CM_IOCTL_GET_FEATURE_REQUEST, PC/SC part 10 (2.02.09), 2.2. Any
// thread that may block.
#pragma once

#include "smartcard/cardstack.h"

#include <QMap>

#include <winscard.h>

namespace madoguchi {

/// Control codes by feature (FEATURE_... of reader.h).
using ControlCodes = QMap<quint8, quint32>;

/// Errors: CardServiceMissing, CardServiceDenied, ReaderMissing, CardBusy while another program has the
/// reader for itself. A driver that does not know the question has no features.
Result<ReaderFeatures> readFeatures(const QString& reader);

/// Asks over a connection that there is; nothing goes to the card. Empty from a driver that does not know the
/// question.
ControlCodes readControlCodes(SCARDHANDLE handle);

/// From the answer's TLVs: tag, length 4, control code. What is cut short or strange ends the list.
ControlCodes controlCodesFrom(QByteArrayView answer);
ReaderFeatures featuresFrom(const ControlCodes& codes);

} // namespace madoguchi
