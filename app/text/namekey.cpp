// SPDX-FileCopyrightText: The Madoguchi authors
// SPDX-License-Identifier: Apache-2.0

#include "app/text/namekey.h"

#include "app/text/graphemes.h"

#include <QHash>
#include <QList>

namespace madoguchi {

namespace {

// Each row: the form that the key takes, then what is folded to it. Only forms that are the same character in
// a register of names (old and new forms, forms of the MJ list), not characters that merely sound alike. 斎
// and 斉, and 崎 and 碕, are different characters, but families and clerks mix them. What NFKC folds is not
// listed.
// clang-format off
constexpr const char16_t* variantRows[] = {
    u"高髙", u"崎﨑嵜㟢𥔎碕", u"吉𠮷", u"浜濵濱", u"辺邊邉", u"斎齋斉齊", u"広廣", u"沢澤", u"国國圀", u"桜櫻",
    u"島嶋嶌㠀", u"富冨", u"竜龍", u"滝瀧", u"土𡈽圡", u"野埜", u"柳栁桺", u"栄榮", u"関關", u"豊豐", u"恵惠",
    u"徳德", u"真眞", u"槙槇", u"慎愼", u"鎮鎭", u"静靜", u"清淸", u"青靑", u"瀬瀨", u"頼賴", u"黒黑",
    u"横橫", u"黄黃", u"緑綠", u"録錄", u"礼禮", u"穂穗", u"秋秌穐龝", u"館舘", u"条條", u"来來", u"検檢",
    u"楽樂", u"薬藥", u"蔵藏", u"応應", u"円圓", u"会會", u"絵繪", u"学學斈", u"覚覺", u"寿壽", u"実實",
    u"宝寶寳", u"宮宫", u"寛寬", u"尭堯", u"巌巖", u"峰峯", u"巣巢", u"帰歸", u"弥彌", u"弁辨瓣辯", u"当當",
    u"径徑", u"従從", u"児兒", u"喜㐂", u"桑桒", u"檜桧", u"曽曾", u"増增", u"内內", u"呂吕", u"晃晄",
    u"晋晉", u"暁曉", u"郎郞", u"郷鄕", u"隠隱", u"鶴靏靍鸖", u"鴎鷗", u"鉄鐵鐡", u"銭錢", u"鋳鑄", u"長镸",
    u"顕顯", u"麦麥", u"亀龜", u"粛肅", u"聡聰", u"脇脅", u"芦蘆", u"芸藝", u"荘莊", u"万萬", u"与與",
    u"予豫", u"亜亞", u"仏佛", u"伝傳", u"仮假", u"余餘", u"参參", u"双雙", u"塩鹽", u"壱壹", u"奥奧",
    u"将將", u"専專", u"尽盡", u"嶽岳", u"帯帶", u"庁廳", u"弐貳", u"恒恆", u"悦悅", u"戸戶", u"戻戾",
    u"拝拜", u"挙擧", u"数數", u"旧舊", u"昼晝", u"栃杤", u"梅楳", u"毎每", u"歳歲", u"沖冲", u"涼凉",
    u"渋澁澀", u"温溫", u"湾灣", u"満滿", u"灯燈", u"焼燒", u"犠犧", u"狭狹", u"独獨", u"瑶瑤", u"画畫",
    u"県縣", u"砺礪", u"禄祿", u"称稱", u"竈竃", u"糸絲", u"経經", u"継繼", u"総總", u"縁緣", u"舎舍",
    u"船舩", u"萌萠", u"虎乕", u"蛍螢", u"衛衞", u"裏裡", u"観觀", u"証證", u"誉譽", u"読讀", u"謡謠",
    u"軽輕", u"遥遙", u"釈釋", u"鎌鐮", u"隣鄰", u"霊靈", u"頬頰", u"駅驛", u"験驗", u"髪髮", u"鯵鰺",
    u"鴬鶯", u"麹麴", u"麺麵", u"薮藪籔", u"籠篭", u"諫諌", u"飲飮", u"ケヶ", u"カヵ",
};
// clang-format on

QHash<char32_t, char32_t> makeVariantTable() {
    QHash<char32_t, char32_t> table;
    for (const char16_t* row : variantRows) {
        const QList<uint> forms = QStringView(row).toUcs4();
        for (const uint form : forms.sliced(1))
            table.insert(form, forms.front());
    }
    return table;
}

char32_t folded(char32_t character) {
    static const QHash<char32_t, char32_t> table = makeVariantTable();
    return table.value(character, character);
}

} // namespace

QString nameSearchKey(const QString& name) {
    QString key;
    // Compatibility folding is fit for a key only: it turns U+F91D into U+6B04 and ㈱ into (株).
    const QList<uint> characters = name.normalized(QString::NormalizationForm_KC).toCaseFolded().toUcs4();
    for (const uint character : characters) {
        if (isVariationSelector(character) || QChar::isSpace(character))
            continue;
        const char32_t kept = folded(character);
        key.append(QString::fromUcs4(&kept, 1));
    }
    return key;
}

} // namespace madoguchi
