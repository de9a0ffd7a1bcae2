// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

// What a reader claims beyond reading cards: CM_IOCTL_GET_FEATURE_REQUEST, PC/SC part 10 (2.02.09), 2.2. Any
// thread that may block.
#pragma once

#include "smartcard/cardstack.h"

namespace madoguchi {

/// Errors: CardServiceMissing, CardServiceDenied, ReaderMissing, CardBusy while another program has the
/// reader for itself. A driver that does not know the question has no features.
Result<ReaderFeatures> readFeatures(const QString& reader);

/// From the answer's TLVs: tag, length 4, control code. What is cut short or strange ends the list.
ReaderFeatures featuresFrom(QByteArrayView answer);

} // namespace madoguchi
