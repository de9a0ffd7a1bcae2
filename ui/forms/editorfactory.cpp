// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/forms/editorfactory.h"

#include "app/procedures/fieldrules.h"
#include "ui/widgets/checkfield.h"
#include "ui/widgets/choicefield.h"
#include "ui/widgets/eradateedit.h"
#include "ui/widgets/kanaedit.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/numberedit.h"
#include "ui/widgets/postaledit.h"

namespace madoguchi {

namespace {
constexpr int phoneWidth = 240;
}

std::unique_ptr<FieldEditor> makeEditor(const Field& field, QDate today) {
    const int limit = maximumLength(field);
    switch (field.type) {
    case FieldType::Name:
        return std::make_unique<NameEdit>(limit);
    case FieldType::Kana:
        return std::make_unique<KanaEdit>(limit);
    case FieldType::Text:
    case FieldType::Address:
        return std::make_unique<LineField>(limit);
    case FieldType::Date:
        return std::make_unique<EraDateEdit>(today, field.dates == DateRange::Birth ? EraGuess::Refuse
                                                                                    : EraGuess::Current);
    case FieldType::Postal:
        return std::make_unique<PostalEdit>();
    case FieldType::Phone:
        return std::make_unique<LineField>(limit, phoneWidth);
    case FieldType::Number:
        return std::make_unique<NumberEdit>();
    case FieldType::Choice:
        return std::make_unique<ChoiceField>(field.options);
    case FieldType::Check:
        return std::make_unique<CheckField>(field.label);
    }
    Q_UNREACHABLE();
}

} // namespace madoguchi
