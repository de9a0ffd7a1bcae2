// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "ui/forms/postalfill.h"

#include <algorithm>

namespace madoguchi {
namespace {

QString addressOf(const PostalPlace& place) {
    return place.prefecture + place.municipality + place.town;
}

/// What the addresses of all places begin with.
QString commonAddress(const QList<PostalPlace>& places) {
    QString common = addressOf(places.constFirst());
    for (const PostalPlace& place : places) {
        const QString address = addressOf(place);
        const auto difference =
            std::mismatch(common.cbegin(), common.cend(), address.cbegin(), address.cend()).first;
        common.truncate(difference - common.cbegin());
    }
    return common;
}

} // namespace

Result<PostalFill::Answer> PostalFill::lookUp(const QString& fieldId, const FieldValues& values) {
    const QString postalField = postalFieldOf(fieldId)->id;
    const QString code = values.value(postalField);
    if (!readPostalCode(code)) {
        return Answer{.postalField = postalField,
                      .remark = tr("Type the seven digits first, then press F5.")};
    }
    const Result<QList<PostalPlace>> places = m_directory.lookup(code);
    if (!places)
        return fail(places.error());
    if (places->isEmpty())
        return Answer{.postalField = postalField, .remark = tr("No address is known for this postal code.")};
    const Field* target = addressFieldOf(postalField, values);
    if (target == nullptr)
        return Answer{.postalField = postalField};
    const QString present = values.value(target->id);
    if (!present.isEmpty() && present != m_filled.value(target->id)) {
        return Answer{.postalField = postalField,
                      .remark = tr("The address is already filled in and was not changed.")};
    }
    const QString address = commonAddress(*places);
    m_filled.insert(target->id, address);
    const QString several = tr("Several places have this postal code. Complete the address.");
    return Answer{postalField, target->id, address, places->size() > 1 ? several : QString()};
}

const Field* PostalFill::postalFieldOf(const QString& fieldId) const {
    const Field* field = m_procedure.field(fieldId);
    if (field == nullptr || field->type == FieldType::Postal)
        return field;
    return m_procedure.field(field->postalOf);
}

const Field* PostalFill::addressFieldOf(const QString& postalField, const FieldValues& values) const {
    for (const FieldGroup& group : m_procedure.groups) {
        for (const Field& field : group.fields) {
            if (field.postalOf == postalField && isShown(m_procedure, field, values))
                return &field;
        }
    }
    return nullptr;
}

} // namespace madoguchi
