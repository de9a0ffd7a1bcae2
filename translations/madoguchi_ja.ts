<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en">
<context>
    <name>ActionCatalogue</name>
    <message>
        <source>Program started</source>
        <translation>プログラムの開始</translation>
    </message>
    <message>
        <source>Program stopped</source>
        <translation>プログラムの終了</translation>
    </message>
    <message>
        <source>Program had stopped without a proper end</source>
        <translation>前回の異常終了の検出</translation>
    </message>
    <message>
        <source>Card inserted</source>
        <translation>カードの挿入</translation>
    </message>
    <message>
        <source>Card taken out</source>
        <translation>カードの取り出し</translation>
    </message>
    <message>
        <source>Card refused</source>
        <translation>カードの拒否</translation>
    </message>
    <message>
        <source>Card accepted</source>
        <translation>カードの受付</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>PIN refused</source>
        <translation>暗証番号の不一致</translation>
    </message>
    <message>
        <source>Use the last try</source>
        <translation>最後の1回を使う</translation>
    </message>
    <message>
        <source>Cancel login</source>
        <translation>ログインをやめる</translation>
    </message>
    <message>
        <source>Logged in</source>
        <translation>ログイン完了</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>ロックを解除</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>ロック</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>ログアウト</translation>
    </message>
    <message>
        <source>Hide screen</source>
        <translation>画面を隠す</translation>
    </message>
    <message>
        <source>Show screen again</source>
        <translation>画面を戻す</translation>
    </message>
    <message>
        <source>Screen shown</source>
        <translation>画面の表示</translation>
    </message>
    <message>
        <source>Field edited</source>
        <translation>項目の入力</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>次のエラー</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Previous value</source>
        <translation>前の値</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>選択</translation>
    </message>
    <message>
        <source>Change filter</source>
        <translation>絞り込みの変更</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>メッセージを閉じる</translation>
    </message>
    <message>
        <source>Open reception</source>
        <translation>受付を始める</translation>
    </message>
    <message>
        <source>New draft</source>
        <translation>下書きを作る</translation>
    </message>
    <message>
        <source>Open draft</source>
        <translation>下書きを開く</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>下書きを保存</translation>
    </message>
    <message>
        <source>Search drafts</source>
        <translation>下書きを検索</translation>
    </message>
    <message>
        <source>My drafts</source>
        <translation>自分の下書き</translation>
    </message>
    <message>
        <source>Hand over to a colleague</source>
        <translation>ほかの職員に引き継ぐ</translation>
    </message>
    <message>
        <source>Delete draft</source>
        <translation>下書きを削除</translation>
    </message>
    <message>
        <source>Address from postal code</source>
        <translation>郵便番号から住所</translation>
    </message>
    <message>
        <source>My history</source>
        <translation>自分の操作履歴</translation>
    </message>
    <message>
        <source>Card register</source>
        <translation>操作者カード管理簿</translation>
    </message>
    <message>
        <source>Card details</source>
        <translation>カードの詳細</translation>
    </message>
    <message>
        <source>Enroll card</source>
        <translation>カードを登録</translation>
    </message>
    <message>
        <source>Suspend operator</source>
        <translation>操作者を停止</translation>
    </message>
    <message>
        <source>Resume operator</source>
        <translation>操作者の停止を解除</translation>
    </message>
    <message>
        <source>Today&apos;s activity</source>
        <translation>今日の動き</translation>
    </message>
    <message>
        <source>Locked cards</source>
        <translation>ロックされたカード</translation>
    </message>
    <message>
        <source>Unlock card</source>
        <translation>カードのロックを解除</translation>
    </message>
    <message>
        <source>Open terminal</source>
        <translation>端末を開く</translation>
    </message>
    <message>
        <source>Close terminal</source>
        <translation>端末を閉じる</translation>
    </message>
    <message>
        <source>Operation log</source>
        <translation>操作履歴の点検</translation>
    </message>
    <message>
        <source>Search operation log</source>
        <translation>操作履歴を検索</translation>
    </message>
    <message>
        <source>Verify operation log</source>
        <translation>操作履歴を検証</translation>
    </message>
    <message>
        <source>Export operation log</source>
        <translation>操作履歴を書き出す</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>端末の情報</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>運用方針の表示</translation>
    </message>
    <message>
        <source>Change policy</source>
        <translation>運用方針を変更</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Set up station</source>
        <translation>端末の初期設定</translation>
    </message>
    <message>
        <source>Check draft</source>
        <translation>下書きを確認</translation>
    </message>
    <message>
        <source>Vault key given to waiting cards</source>
        <translation>下書きの鍵を待っていたカードに渡す</translation>
    </message>
    <message>
        <source>Names of colleagues</source>
        <translation>引き継ぎ先の職員の一覧</translation>
    </message>
    <message>
        <source>Drafts could not be opened</source>
        <translation>下書きを開けませんでした</translation>
    </message>
    <message>
        <source>Operation log put aside and begun anew</source>
        <translation>操作履歴を保管し、新しく始めた</translation>
    </message>
    <message>
        <source>PIN asked for as confirmation</source>
        <translation>確認のための暗証番号の要求</translation>
    </message>
    <message>
        <source>Confirm with PIN</source>
        <translation>暗証番号で確認</translation>
    </message>
    <message>
        <source>Confirmed with card and PIN</source>
        <translation>カードと暗証番号による確認</translation>
    </message>
    <message>
        <source>Confirmation refused</source>
        <translation>確認の拒否</translation>
    </message>
    <message>
        <source>Cancel confirmation</source>
        <translation>確認をやめる</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>暗証番号を変更</translation>
    </message>
    <message>
        <source>Unfinished issues</source>
        <translation>途中の発行</translation>
    </message>
    <message>
        <source>Issue card</source>
        <translation>カードを発行する</translation>
    </message>
    <message>
        <source>Certificates of a new card noted</source>
        <translation>新しいカードの証明書を記録した</translation>
    </message>
    <message>
        <source>Sign certificates</source>
        <translation>証明書に署名する</translation>
    </message>
    <message>
        <source>Set PIN and finish issuing</source>
        <translation>暗証番号を設定して発行を終える</translation>
    </message>
    <message>
        <source>Issuing stopped</source>
        <translation>発行が中断した</translation>
    </message>
    <message>
        <source>Abandon issue</source>
        <translation>発行を取りやめる</translation>
    </message>
    <message>
        <source>Office key given to waiting cards</source>
        <translation>待っているカードにカード発行用の鍵を渡した</translation>
    </message>
    <message>
        <source>Certify issuing card</source>
        <translation>発行用カードの認定</translation>
    </message>
    <message>
        <source>Sign revocation list</source>
        <translation>失効リストへの署名</translation>
    </message>
    <message>
        <source>Import revocation list</source>
        <translation>失効リストの取り込み</translation>
    </message>
    <message>
        <source>Export revocation list</source>
        <translation>失効リストの書き出し</translation>
    </message>
    <message>
        <source>Unblock card</source>
        <translation>暗証番号のロックを解除</translation>
    </message>
    <message>
        <source>Report a lost card</source>
        <translation>カードの紛失の届出</translation>
    </message>
    <message>
        <source>Card reported lost</source>
        <translation>カードの紛失を届け出</translation>
    </message>
    <message>
        <source>Card reported stolen</source>
        <translation>カードの盗難を届け出</translation>
    </message>
    <message>
        <source>Lost card found</source>
        <translation>紛失カードの発見</translation>
    </message>
    <message>
        <source>Lend card</source>
        <translation>カードを貸し出す</translation>
    </message>
    <message>
        <source>Take card back</source>
        <translation>カードの返却を受ける</translation>
    </message>
    <message>
        <source>Invalidate card</source>
        <translation>カードを失効させる</translation>
    </message>
    <message>
        <source>Destroy card</source>
        <translation>カードの廃棄</translation>
    </message>
    <message>
        <source>Card reminders</source>
        <translation>カードの期限</translation>
    </message>
    <message>
        <source>Export card register</source>
        <translation>管理簿の書き出し</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>権限の一覧</translation>
    </message>
    <message>
        <source>Export who may do what</source>
        <translation>権限の一覧の書き出し</translation>
    </message>
    <message>
        <source>Diagnosis of cards and readers</source>
        <translation>カードとカードリーダーの診断</translation>
    </message>
    <message>
        <source>Keys for a blank card</source>
        <translation>未使用のカードの鍵の準備</translation>
    </message>
    <message>
        <source>Take my card out for an applicant&apos;s</source>
        <translation>申請者のカードと入れ替え</translation>
    </message>
    <message>
        <source>Card change over</source>
        <translation>カードの入れ替え終了</translation>
    </message>
    <message>
        <source>Suspend card</source>
        <translation>カードを停止</translation>
    </message>
    <message>
        <source>Resume card</source>
        <translation>カードの停止を解除</translation>
    </message>
    <message>
        <source>Card readers</source>
        <translation>カードリーダー</translation>
    </message>
    <message>
        <source>Assign card readers</source>
        <translation>カードリーダーの割り当て</translation>
    </message>
    <message>
        <source>Trust a maker of cards</source>
        <translation>カードの製造元の承認</translation>
    </message>
    <message>
        <source>Trust a maker of cards no more</source>
        <translation>カードの製造元の承認の取り消し</translation>
    </message>
    <message>
        <source>Question shown</source>
        <translation>確認の表示</translation>
    </message>
    <message>
        <source>All gone through</source>
        <translation>点検済みにする</translation>
    </message>
    <message>
        <source>Change name, role and times</source>
        <translation>氏名・役割・利用時間の変更</translation>
    </message>
</context>
<context>
    <name>AuditText</name>
    <message>
        <source>Event</source>
        <translation>できごと</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>実行前</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is what an action is called on screen, %2 its name in the log</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>日時（協定世界時）</translation>
    </message>
    <message>
        <source>Since the machine&apos;s start</source>
        <translation>起動からの時間</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1ミリ秒</translation>
    </message>
    <message>
        <source>Start of the machine</source>
        <translation>起動の識別番号</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>端末</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Belongs to attempt</source>
        <translation>対応する開始の番号</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Hash of the record</source>
        <translation>記録のハッシュ</translation>
    </message>
    <message>
        <source>Record as stored (CBOR)</source>
        <translation>保存されている記録（CBOR）</translation>
    </message>
</context>
<context>
    <name>CardFacts</name>
    <message>
        <source>None: this card can&apos;t open drafts</source>
        <translation>なし（このカードでは下書きを開けません）</translation>
    </message>
    <message>
        <source>Waiting: handed over when a colleague who has it logs in</source>
        <translation>準備待ち（鍵を持つ職員が次にログインしたときに渡されます）</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>あり</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>%1 is a time, %2 the name of a terminal</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>読み取れません</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1 and %2 are times: from, until</extracomment>
        <translation>%1 から %2 まで</translation>
    </message>
    <message>
        <source>Certificate: subject</source>
        <translation>証明書の名義</translation>
    </message>
    <message>
        <source>Certificate: validity</source>
        <translation>証明書の有効期間</translation>
    </message>
    <message>
        <source>Certificate: fingerprint</source>
        <translation>証明書の指紋（SHA-256）</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>カード番号</translation>
    </message>
    <message>
        <source>State of the card</source>
        <translation>カードの状態</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>登録日時</translation>
    </message>
    <message>
        <source>Last login</source>
        <translation>最後のログイン</translation>
    </message>
    <message>
        <source>Failures since then</source>
        <translation>その後の暗証番号の間違い</translation>
    </message>
    <message>
        <source>Key to the drafts</source>
        <translation>下書きの鍵</translation>
    </message>
    <message>
        <source>Day card until</source>
        <translation>当日カードの期限</translation>
    </message>
    <message>
        <source>Refused at present</source>
        <extracomment>%1 is a card&apos;s number</extracomment>
        <translation>現在は使用不可</translation>
    </message>
    <message>
        <source>Day card %1 is used instead, until it ends or is taken back.</source>
        <translation>代わりに当日カード %1 が使われています（期限が来るか、返却されるまで）。</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>カードの製造元</translation>
    </message>
    <message>
        <source>Not proven: the card did not show who made it</source>
        <translation>未確認（カードが製造元を示していません）</translation>
    </message>
    <message>
        <source>Serial number of the card</source>
        <translation>カードの製造番号</translation>
    </message>
    <message>
        <source>Version of the card</source>
        <translation>カードのバージョン</translation>
    </message>
</context>
<context>
    <name>CardQuestion</name>
    <message>
        <source>Due back (date)</source>
        <translation>返却期限（日付）</translation>
    </message>
    <message>
        <source>Leave it empty when the holder keeps the card for her work.</source>
        <translation>ふだんの業務で持ち続ける場合は、空欄のままにします。</translation>
    </message>
    <message>
        <source>Lend card %1 to %2?</source>
        <extracomment>%1 is a card&apos;s number, %2 its holder&apos;s name</extracomment>
        <translation>カード %1 を%2さんに貸し出しますか。</translation>
    </message>
    <message>
        <source>Give it to her in person, with the notice that it may not be passed on. The day can&apos;t lie in the past.</source>
        <translation>本人に手渡し、また貸し禁止を伝えてください。過ぎた日は指定できません。</translation>
    </message>
    <message>
        <source>Lend</source>
        <translation>貸し出す</translation>
    </message>
    <message>
        <source>Take card %1 of %2 back?</source>
        <translation>カード %1（%2さん）の返却を受けますか。</translation>
    </message>
    <message>
        <source>It is refused from now on, until it is lent again. Hold it in your hand before you confirm.</source>
        <translation>確定すると、もう一度貸し出すまでこのカードは使えません。カードを受け取ってから確定してください。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>返却を受けた</translation>
    </message>
    <message>
        <source>Was card %1 of %2 found?</source>
        <translation>カード %1（%2さん）が見つかりましたか。</translation>
    </message>
    <message>
        <source>It stays refused, because nobody knows where it was. Invalidate and destroy it next. The incident is %1.</source>
        <translation>どこにあったか分からないため、使えないままです。次に、失効させて廃棄してください。事案番号は %1 です。</translation>
    </message>
    <message>
        <source>It was found</source>
        <translation>見つかった</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Invalidate card %1 of %2?</source>
        <translation>カード %1（%2さん）を失効させますか。</translation>
    </message>
    <message>
        <source>It can never be used again. Choose the reason; it is recorded.</source>
        <translation>二度と使えなくなります。理由を選んでください。記録に残ります。</translation>
    </message>
    <message>
        <source>Invalidate</source>
        <translation>失効させる</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a name, %2 an operator number</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>立会人</translation>
    </message>
    <message>
        <source>Was card %1 of %2 destroyed?</source>
        <translation>カード %1（%2さん）を廃棄しましたか。</translation>
    </message>
    <message>
        <source>Cut through the chip before the witness&apos;s eyes, then confirm. This can&apos;t be undone.</source>
        <translation>立会人の前でICチップを切断してから確定してください。取り消せません。</translation>
    </message>
    <message>
        <source>It is destroyed</source>
        <translation>廃棄した</translation>
    </message>
    <message>
        <source>Before that, register another operator&apos;s card and log in once with this one.</source>
        <translation>その前に、ほかの操作者のカードを登録し、このカードで一度ログインしてください。</translation>
    </message>
    <message>
        <source>Suspend card %1 of %2?</source>
        <translation>カード %1（%2さん）を停止しますか。</translation>
    </message>
    <message>
        <source>This card is refused at once, until you resume it. Its holder and her other cards are not touched.</source>
        <translation>このカードは、停止を解除するまで、すぐに使えなくなります。本人とほかのカードには影響しません。</translation>
    </message>
    <message>
        <source>Suspend card</source>
        <translation>カードを停止</translation>
    </message>
    <message>
        <source>Let card %1 of %2 be used again?</source>
        <translation>カード %1（%2さん）の停止を解除しますか。</translation>
    </message>
    <message>
        <source>Hold it in your hand, or know who has it, before you confirm.</source>
        <translation>カードが手元にあるか、誰が持っているかを確かめてから、確定してください。</translation>
    </message>
    <message>
        <source>Resume card</source>
        <translation>停止を解除</translation>
    </message>
    <message>
        <source>Recorded by name only. Where her card can be put in, its PIN proves her.</source>
        <translation>名前だけを記録します。立会人のカードを入れられるときは、暗証番号で本人を確認してください。</translation>
    </message>
    <message>
        <source>Choose the reason.</source>
        <translation>理由を選んでください。</translation>
    </message>
    <message>
        <source>Type a day that exists and has not passed, or leave it empty.</source>
        <translation>実在する今日以後の日付を入力するか、空欄にしてください。</translation>
    </message>
    <message>
        <source>Choose the witness.</source>
        <translation>立会人を選んでください。</translation>
    </message>
</context>
<context>
    <name>CardStepText</name>
    <message>
        <source>A second person confirms</source>
        <translation>立会人の確認</translation>
    </message>
    <message>
        <source>Leave your own card where it is. Put the card of a second person, a card administrator or supervisor, into the other reader.</source>
        <translation>ご自分のカードは、そのままにしてください。立会人（操作者カード管理者または共同利用端末管理者）のカードを、もう一つのカードリーダーに入れてください。</translation>
    </message>
    <message>
        <source>%1 enters the PIN, without anybody looking on.</source>
        <extracomment>%1 is the second person&apos;s name</extracomment>
        <translation>%1さんが暗証番号を入力します。ほかの人は見ないでください。</translation>
    </message>
    <message>
        <source>PIN of the second person</source>
        <translation>立会人の暗証番号</translation>
    </message>
    <message>
        <source>The second person&apos;s card is being checked.</source>
        <translation>立会人のカードを確認しています。</translation>
    </message>
    <message numerus="yes">
        <source>The PIN is wrong. %n more wrong one(s) block the card.</source>
        <translation>
            <numerusform>暗証番号が違います。あと%n回間違えると、このカードは使えなくなります。</numerusform>
        </translation>
    </message>
    <message>
        <source>A PIN has 6 to 8 characters. Nothing was sent to the card.</source>
        <translation>暗証番号は6文字から8文字です。カードには何も送っていません。</translation>
    </message>
</context>
<context>
    <name>CardText</name>
    <message>
        <source>Lost</source>
        <translation>紛失</translation>
    </message>
    <message>
        <source>Stolen</source>
        <translation>盗難</translation>
    </message>
    <message>
        <source>Card lost</source>
        <translation>カードの紛失</translation>
    </message>
    <message>
        <source>Away for long</source>
        <translation>長期の不在</translation>
    </message>
    <message>
        <source>Misuse suspected</source>
        <translation>不正使用の疑い</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Replaced by another card</source>
        <translation>別のカードに交換</translation>
    </message>
    <message>
        <source>Holder transferred</source>
        <translation>所持者の異動</translation>
    </message>
    <message>
        <source>Holder left the office</source>
        <translation>所持者の退職</translation>
    </message>
    <message>
        <source>Card broken</source>
        <translation>カードの故障</translation>
    </message>
    <message>
        <source>Before this history was kept</source>
        <translation>この履歴を始める前</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Invalidated</source>
        <translation>失効済み</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>返却済み</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>発見済み</translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation>廃棄済み</translation>
    </message>
    <message>
        <source>Enrolled</source>
        <translation>登録</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>発行</translation>
    </message>
    <message>
        <source>Lent</source>
        <translation>貸出</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>返却</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Reported lost</source>
        <translation>紛失の届出</translation>
    </message>
    <message>
        <source>%1 (by name only)</source>
        <extracomment>%1 is the operator number of a witness who did not use her card</extracomment>
        <translation>%1（名前のみ・カード確認なし）</translation>
    </message>
    <message>
        <source>Certificate ends: issue a new card</source>
        <translation>証明書の期限です。新しいカードを発行してください</translation>
    </message>
    <message>
        <source>Not given back on the day due</source>
        <translation>期限までに返却されていません</translation>
    </message>
    <message>
        <source>Role ends: take the card back</source>
        <translation>役割が終わります。カードを返してもらってください</translation>
    </message>
    <message>
        <source>PIN unblocked</source>
        <translation>暗証番号のロックを解除</translation>
    </message>
    <message>
        <source>Being looked for</source>
        <translation>所在を確認中</translation>
    </message>
    <message>
        <source>Card being examined</source>
        <translation>カードを調査中</translation>
    </message>
    <message>
        <source>Other duties</source>
        <translation>担当の変更</translation>
    </message>
    <message>
        <source>Other working times</source>
        <translation>利用時間の変更</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>入力の誤り</translation>
    </message>
    <message>
        <source>Began a new store of drafts</source>
        <translation>新しい下書きの保管庫を作成</translation>
    </message>
    <message>
        <source>Card suspended</source>
        <translation>カード停止中</translation>
    </message>
    <message>
        <source>Day card</source>
        <translation>当日カード</translation>
    </message>
    <message>
        <source>Card resumed</source>
        <translation>カードの停止を解除</translation>
    </message>
    <message>
        <source>Day card: take it back</source>
        <translation>当日カード: 回収する</translation>
    </message>
    <message>
        <source>PIN gets too old: have its holder change it</source>
        <translation>暗証番号の期限: 本人に変更してもらってください</translation>
    </message>
    <message>
        <source>Issuing certificate ends: renew it</source>
        <translation>発行用の証明書の期限：更新する</translation>
    </message>
    <message>
        <source>List of revoked cards: sign the next one</source>
        <translation>失効リストの期限：次のリストに署名する</translation>
    </message>
    <message>
        <source>List of revoked cards: bring a newer one</source>
        <translation>失効リストの期限：新しいリストを取り込む</translation>
    </message>
    <message>
        <source>Who may do what: go through the list</source>
        <translation>権限の一覧を点検する</translation>
    </message>
    <message>
        <source>Name changed or corrected</source>
        <translation>氏名の変更・訂正</translation>
    </message>
    <message>
        <source>Card out of use could still issue: withdraw its certificate</source>
        <translation>使えなくなった発行用カード：発行の認定を取り消す</translation>
    </message>
    <message>
        <source>Resting</source>
        <translation>休止中</translation>
    </message>
</context>
<context>
    <name>Confirmation</name>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>DestroyText</name>
    <message>
        <source>Destroy the card before a witness</source>
        <translation>立会人の前でカードを廃棄</translation>
    </message>
    <message>
        <source>Cut through the chip of card %1 before the witness&apos;s eyes. This can&apos;t be undone.</source>
        <translation>立会人の前で、カード %1 のICチップを切断してください。取り消せません。</translation>
    </message>
    <message>
        <source>There is no other reader here for the witness&apos;s card: name her. The register says then that her card was not asked for.</source>
        <translation>立会人のカードを入れるカードリーダーがありません。立会人を選んでください。管理簿には、カードを確認していないことが記録されます。</translation>
    </message>
    <message>
        <source>The card is noted as destroyed</source>
        <translation>カードを廃棄済みにしました</translation>
    </message>
    <message>
        <source>The witness was proven by her card and PIN.</source>
        <translation>立会人は、カードと暗証番号で確認されました。</translation>
    </message>
    <message>
        <source>The witness was named; her card was not asked for.</source>
        <translation>立会人は名前で記録されました。カードは確認していません。</translation>
    </message>
    <message>
        <source>Nothing was noted</source>
        <translation>何も記録されていません</translation>
    </message>
    <message>
        <source>Card %1 of %2 (%3)</source>
        <extracomment>%1 is the card&apos;s number, %2 the name and %3 the operator number of its holder</extracomment>
        <translation>%2（%3）のカード&#x3000;%1</translation>
    </message>
</context>
<context>
    <name>DraftText</name>
    <message>
        <source>%1, name not entered yet, reception number %2</source>
        <extracomment>%1 the procedure, %2 a reception number</extracomment>
        <translation>%1（氏名は未入力）&#x3000;受付番号 %2</translation>
    </message>
    <message>
        <source>%1 of %2, reception number %3</source>
        <extracomment>%1 the procedure, %2 a person&apos;s name, %3 a reception number</extracomment>
        <translation>%1&#x3000;%2 さん&#x3000;受付番号 %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, reception number %2: %3</source>
        <extracomment>%1 the procedure, %2 a reception number, %3 labels of fields</extracomment>
        <translation>%1&#x3000;受付番号 %2: %3</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ErrorPage</name>
    <message>
        <source>Madoguchi can&apos;t start</source>
        <translation>窓口を始められません</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変わっていません。</translation>
    </message>
    <message>
        <source>Nothing was sent to a card.</source>
        <translation>カードには何も送っていません。</translation>
    </message>
    <message>
        <source>Nothing was written to the card.</source>
        <translation>カードには何も書き込んでいません。</translation>
    </message>
    <message>
        <source>Nobody was logged in.</source>
        <translation>ログインはしていません。</translation>
    </message>
    <message>
        <source>The tries left for the PIN have not changed.</source>
        <translation>暗証番号の残り回数は減っていません。</translation>
    </message>
    <message>
        <source>What had been saved is unchanged.</source>
        <translation>保存した内容はそのままです。</translation>
    </message>
    <message>
        <source>Saved drafts are unchanged.</source>
        <translation>保存した下書きはそのままです。</translation>
    </message>
    <message>
        <source>What is typed on the screen is still there.</source>
        <translation>画面に入力した内容は残っています。</translation>
    </message>
    <message>
        <source>Other cards are not affected.</source>
        <translation>ほかのカードには影響ありません。</translation>
    </message>
    <message>
        <source>Tell the system administrator.</source>
        <translation>システム管理者に連絡してください。</translation>
    </message>
    <message>
        <source>Tell the card administrator.</source>
        <translation>操作者カード管理者に連絡してください。</translation>
    </message>
    <message>
        <source>Put the card in again.</source>
        <translation>カードを入れ直してください。</translation>
    </message>
    <message>
        <source>Put the card in again. If it happens again, tell the card administrator.</source>
        <translation>カードを入れ直してください。続くときは、操作者カード管理者に連絡してください。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, tell the system administrator.</source>
        <translation>もう一度試してください。続くときは、システム管理者に連絡してください。</translation>
    </message>
    <message>
        <source>Stop using this terminal and tell the system administrator.</source>
        <translation>この端末を使うのをやめて、システム管理者に連絡してください。</translation>
    </message>
    <message>
        <source>Ask the card administrator for a new card.</source>
        <translation>操作者カード管理者に、新しいカードを頼んでください。</translation>
    </message>
    <message>
        <source>Put in your operator card.</source>
        <translation>自分の操作者カードを入れてください。</translation>
    </message>
    <message>
        <source>The card reader service does not answer.</source>
        <translation>カードを読み取る機能が動いていません。</translation>
    </message>
    <message>
        <source>Wait a moment. If it stays like this, tell the system administrator.</source>
        <translation>しばらくお待ちください。変わらないときは、システム管理者に連絡してください。</translation>
    </message>
    <message>
        <source>This program is not allowed to use the card reader service.</source>
        <translation>このプログラムには、カードを読み取る許可がありません。</translation>
    </message>
    <message>
        <source>No card reader was found.</source>
        <translation>カードリーダーが見つかりません。</translation>
    </message>
    <message>
        <source>Check the card reader&apos;s cable.</source>
        <translation>カードリーダーのケーブルがつながっているか確かめてください。</translation>
    </message>
    <message>
        <source>There is no card in the reader.</source>
        <translation>カードが入っていません。</translation>
    </message>
    <message>
        <source>The card was taken out before the work was finished.</source>
        <translation>処理の途中でカードが抜かれました。</translation>
    </message>
    <message>
        <source>Another program reset the card.</source>
        <translation>ほかのプログラムがカードを最初の状態に戻しました。</translation>
    </message>
    <message>
        <source>Put the card in again and enter the PIN.</source>
        <translation>カードを入れ直して、暗証番号を入れてください。</translation>
    </message>
    <message>
        <source>Another program is using the card.</source>
        <translation>ほかのプログラムがカードを使っています。</translation>
    </message>
    <message>
        <source>The card does not answer.</source>
        <translation>カードが応答しません。</translation>
    </message>
    <message>
        <source>Check which way round the card is and put it in again.</source>
        <translation>カードの向きを確かめて、入れ直してください。</translation>
    </message>
    <message>
        <source>The card gave an answer that makes no sense.</source>
        <translation>カードの応答が正しくありません。</translation>
    </message>
    <message>
        <source>The card refused the request.</source>
        <translation>カードが処理を受け付けませんでした。</translation>
    </message>
    <message>
        <source>This is not an operator card.</source>
        <translation>操作者カードではありません。</translation>
    </message>
    <message>
        <source>Something that is needed is missing on the card.</source>
        <translation>カードに必要なデータが入っていません。</translation>
    </message>
    <message>
        <source>The card could not prove that it is genuine.</source>
        <translation>本物のカードだと確かめられませんでした。</translation>
    </message>
    <message>
        <source>Do not use this card. Hand it to the card administrator.</source>
        <translation>このカードは使わずに、操作者カード管理者に渡してください。</translation>
    </message>
    <message>
        <source>This card is not registered on this terminal.</source>
        <translation>この端末に登録されていないカードです。</translation>
    </message>
    <message>
        <source>Check that it is your operator card. If it is, tell the card administrator.</source>
        <translation>自分の操作者カードか確かめてください。合っているときは、操作者カード管理者に連絡してください。</translation>
    </message>
    <message>
        <source>The card is blocked after too many wrong PINs.</source>
        <translation>暗証番号の間違いが続き、カードが使えなくなっています。</translation>
    </message>
    <message>
        <source>Ask the card administrator to unblock it.</source>
        <translation>操作者カード管理者に、暗証番号のロックの解除を頼んでください。</translation>
    </message>
    <message>
        <source>This is not the card that was in the reader before.</source>
        <translation>はじめのカードと違うカードが入っています。</translation>
    </message>
    <message>
        <source>Put in the card that you began with.</source>
        <translation>はじめのカードを入れてください。</translation>
    </message>
    <message>
        <source>A certificate on the card can&apos;t be read.</source>
        <translation>カードの電子証明書を読み取れません。</translation>
    </message>
    <message>
        <source>The certificate on the card has expired.</source>
        <translation>カードの電子証明書の期限が切れています。</translation>
    </message>
    <message>
        <source>The certificate on the card is not valid yet.</source>
        <translation>カードの電子証明書は、まだ使える日になっていません。</translation>
    </message>
    <message>
        <source>Check the date of this terminal. If it is right, tell the card administrator.</source>
        <translation>この端末の日付を確かめてください。合っているときは、操作者カード管理者に連絡してください。</translation>
    </message>
    <message>
        <source>The certificate on the card was not issued by this office&apos;s authority.</source>
        <translation>この役所が認めた発行元の電子証明書ではありません。</translation>
    </message>
    <message>
        <source>The key on the card is of a kind that may not be used.</source>
        <translation>カードの鍵が、使えない種類です。</translation>
    </message>
    <message>
        <source>No operator is registered for this card.</source>
        <translation>このカードの操作者が登録されていません。</translation>
    </message>
    <message>
        <source>This operator&apos;s card is suspended.</source>
        <translation>この操作者カードは、停止されています。</translation>
    </message>
    <message>
        <source>Today is outside the dates of this operator&apos;s role.</source>
        <translation>今日は、この操作者の役割の期間外です。</translation>
    </message>
    <message>
        <source>This operator may not log in at this hour.</source>
        <translation>今は、この操作者が使える時間ではありません。</translation>
    </message>
    <message>
        <source>Log in within the permitted hours, or ask the card administrator.</source>
        <translation>使える時間に操作するか、操作者カード管理者に相談してください。</translation>
    </message>
    <message>
        <source>This operator may not use this terminal.</source>
        <translation>この操作者は、この端末を使えません。</translation>
    </message>
    <message>
        <source>Use your own terminal, or ask the card administrator.</source>
        <translation>自分の担当の端末を使うか、操作者カード管理者に相談してください。</translation>
    </message>
    <message>
        <source>Ask the supervisor to open this terminal.</source>
        <translation>共同利用端末管理者に、端末を開くよう頼んでください。</translation>
    </message>
    <message>
        <source>The PIN is too short, too long or has a character that can&apos;t be used.</source>
        <translation>暗証番号の長さか文字が正しくありません。</translation>
    </message>
    <message>
        <source>Enter the PIN again.</source>
        <translation>暗証番号をもう一度入れてください。</translation>
    </message>
    <message>
        <source>After wrong PINs this card has to wait before the next try.</source>
        <translation>暗証番号の間違いが続いたので、次に入力できるまで待つ必要があります。</translation>
    </message>
    <message>
        <source>This card is locked on this terminal after too many wrong PINs.</source>
        <translation>暗証番号の間違いが続き、このカードはこの端末で使えなくなっています。</translation>
    </message>
    <message>
        <source>Ask the supervisor to unlock it.</source>
        <translation>共同利用端末管理者に、解除を頼んでください。</translation>
    </message>
    <message>
        <source>You do not have permission for this.</source>
        <translation>この操作をする権限がありません。</translation>
    </message>
    <message>
        <source>If you need it for your work, ask the system administrator.</source>
        <translation>仕事に必要なときは、システム管理者に相談してください。</translation>
    </message>
    <message>
        <source>The screen is locked or you have logged out.</source>
        <translation>画面がロックされたか、ログアウトしています。</translation>
    </message>
    <message>
        <source>Put your card in again and enter the PIN.</source>
        <translation>カードを入れて、暗証番号を入れてください。</translation>
    </message>
    <message>
        <source>The operation history could not be written, so nothing was done.</source>
        <translation>操作履歴を残せないので、操作を中止しました。</translation>
    </message>
    <message>
        <source>Do not go on. Tell the system administrator.</source>
        <translation>操作を続けずに、システム管理者に連絡してください。</translation>
    </message>
    <message>
        <source>The operation history does not agree with its own proofs.</source>
        <translation>操作履歴が書き換えられたか、壊れているおそれがあります。</translation>
    </message>
    <message>
        <source>Something that was entered can&apos;t be used.</source>
        <translation>入力した内容に、使えないものがあります。</translation>
    </message>
    <message>
        <source>Correct the fields that are marked.</source>
        <translation>印の付いた欄を直してください。</translation>
    </message>
    <message>
        <source>Too much was entered.</source>
        <translation>入力した内容が多すぎます。</translation>
    </message>
    <message>
        <source>Make it shorter and try again.</source>
        <translation>短くして、もう一度試してください。</translation>
    </message>
    <message>
        <source>A file was not found.</source>
        <translation>ファイルが見つかりません。</translation>
    </message>
    <message>
        <source>A file can&apos;t be read.</source>
        <translation>ファイルを読めません。</translation>
    </message>
    <message>
        <source>A file can&apos;t be written.</source>
        <translation>ファイルに書き込めません。</translation>
    </message>
    <message>
        <source>The content of a file is not as it should be.</source>
        <translation>ファイルの内容が正しくありません。</translation>
    </message>
    <message>
        <source>There is no room left on the disk.</source>
        <translation>保存する場所がいっぱいです。</translation>
    </message>
    <message>
        <source>Leave the screen as it is and tell the system administrator.</source>
        <translation>画面をそのままにして、システム管理者に連絡してください。</translation>
    </message>
    <message>
        <source>This terminal has not been set up.</source>
        <translation>この端末は、まだ設定されていません。</translation>
    </message>
    <message>
        <source>A terminal has already been set up here.</source>
        <translation>この場所には、もう端末が設定されています。</translation>
    </message>
    <message>
        <source>Choose another place, or use the terminal that is there.</source>
        <translation>別の場所を選ぶか、設定してある端末を使ってください。</translation>
    </message>
    <message>
        <source>The stored data can&apos;t be opened with this key.</source>
        <translation>保存データを開く鍵が合いません。</translation>
    </message>
    <message>
        <source>The stored data is damaged.</source>
        <translation>保存データが壊れています。</translation>
    </message>
    <message>
        <source>The damaged data was left as it is.</source>
        <translation>壊れたデータには手を加えていません。</translation>
    </message>
    <message>
        <source>The stored data was written by a newer program.</source>
        <translation>新しい版のプログラムで作られた保存データです。</translation>
    </message>
    <message>
        <source>Ask the system administrator to update the program.</source>
        <translation>システム管理者に、プログラムの更新を頼んでください。</translation>
    </message>
    <message>
        <source>The encryption part of this computer is too old or not safe enough.</source>
        <translation>このパソコンの暗号の部品が古いか、安全ではありません。</translation>
    </message>
    <message>
        <source>The data could not be stored or read.</source>
        <translation>データを保存または読み込みできませんでした。</translation>
    </message>
    <message>
        <source>Drafts can&apos;t be opened with this card yet.</source>
        <translation>このカードでは、まだ下書きを開けません。</translation>
    </message>
    <message>
        <source>The drafts could not be opened with this card.</source>
        <translation>このカードでは、下書きを開けませんでした。</translation>
    </message>
    <message>
        <source>The encryption part failed.</source>
        <translation>暗号の処理に失敗しました。</translation>
    </message>
    <message>
        <source>This draft does not exist any more.</source>
        <translation>この下書きは、もうありません。</translation>
    </message>
    <message>
        <source>Other drafts are unchanged.</source>
        <translation>ほかの下書きはそのままです。</translation>
    </message>
    <message>
        <source>Go back to the list and look for it again.</source>
        <translation>一覧に戻って、もう一度探してください。</translation>
    </message>
    <message>
        <source>This draft was changed elsewhere in the meantime.</source>
        <translation>この下書きは、別のところで変更されています。</translation>
    </message>
    <message>
        <source>Neither version was overwritten.</source>
        <translation>どちらの内容も上書きしていません。</translation>
    </message>
    <message>
        <source>Open the draft again and compare.</source>
        <translation>下書きを開き直して、見比べてください。</translation>
    </message>
    <message>
        <source>There is no reception for this work.</source>
        <translation>この作業の受付がありません。</translation>
    </message>
    <message>
        <source>Open a reception with its purpose first.</source>
        <translation>先に、目的を選んで受付を始めてください。</translation>
    </message>
    <message>
        <source>This kind of application is not known to this program.</source>
        <translation>このプログラムにない手続です。</translation>
    </message>
    <message>
        <source>The definition of this form is wrong.</source>
        <translation>この手続の様式の定義が正しくありません。</translation>
    </message>
    <message>
        <source>No draft was opened or changed, so that it can be looked into.</source>
        <translation>調べられるよう、下書きは開かず、何も変えていません。</translation>
    </message>
    <message>
        <source>The card has no key to prove that it is genuine (9E).</source>
        <translation>このカードには、本物であることを確かめるための鍵（9E）がありません。</translation>
    </message>
    <message>
        <source>The PIN was not asked for, so nobody has learned it.</source>
        <translation>暗証番号は求めていないため、知られていません。</translation>
    </message>
    <message>
        <source>Ask the card administrator for a card with this key.</source>
        <translation>この鍵の入ったカードを操作者カード管理者に頼んでください。</translation>
    </message>
    <message>
        <source>The card has only one PIN try left.</source>
        <translation>このカードの暗証番号を試せるのは、あと1回だけです。</translation>
    </message>
    <message>
        <source>The rules of this terminal can&apos;t be read, so nobody can log in.</source>
        <translation>この端末の運用方針を読めないため、だれもログインできません。</translation>
    </message>
    <message>
        <source>The operation history on this terminal is shorter, or another one, than when drafts were last worked on.</source>
        <translation>この端末の操作履歴が、前に下書きで作業したときより短いか、別のものになっています。</translation>
    </message>
    <message>
        <source>This reception was opened by a colleague.</source>
        <translation>この受付は、ほかの職員が開いたものです。</translation>
    </message>
    <message>
        <source>Open a reception of your own, or have a draft handed over.</source>
        <translation>ご自分で受付を開くか、下書きを引き継いでもらってください。</translation>
    </message>
    <message>
        <source>This card was set up elsewhere and can&apos;t be changed here.</source>
        <translation>このカードはほかで設定されているため、ここでは変更できません。</translation>
    </message>
    <message>
        <source>Use a blank card.</source>
        <translation>未使用のカードを使ってください。</translation>
    </message>
    <message>
        <source>There is no record of issuing this card here.</source>
        <translation>このカードをここで発行した記録がありません。</translation>
    </message>
    <message>
        <source>Issue a new card.</source>
        <translation>新しいカードを発行してください。</translation>
    </message>
    <message>
        <source>The unblocking code that was kept for this card can&apos;t be opened.</source>
        <translation>預かっている解除番号を開けません。</translation>
    </message>
    <message>
        <source>The list of revoked certificates can&apos;t be read.</source>
        <translation>失効リストを読めません。</translation>
    </message>
    <message>
        <source>Export the list again at the station that it came from.</source>
        <translation>書き出した端末で、もう一度書き出してください。</translation>
    </message>
    <message>
        <source>This was not signed by the office&apos;s authority.</source>
        <translation>この役所の認証局の署名ではありません。</translation>
    </message>
    <message>
        <source>The passphrase does not open the file, or the file is damaged.</source>
        <translation>パスフレーズが違うか、ファイルが壊れています。</translation>
    </message>
    <message>
        <source>Type the passphrase again, or use the second copy of the file.</source>
        <translation>パスフレーズを入れ直すか、もう一つの控えを使ってください。</translation>
    </message>
    <message>
        <source>This card is somebody&apos;s operator card.</source>
        <translation>このカードは、登録されている操作者のカードです。</translation>
    </message>
    <message>
        <source>Use a blank card, or take this one out of the register first.</source>
        <translation>未使用のカードを使うか、先に管理簿でこのカードを失効させてください。</translation>
    </message>
    <message>
        <source>This person has a card already.</source>
        <translation>この人には、有効なカードがすでにあります。</translation>
    </message>
    <message>
        <source>Take the card that is in force back in the card register, then issue anew.</source>
        <translation>管理簿で今のカードの返却を受けてから、新しく発行してください。</translation>
    </message>
    <message>
        <source>This card was reported as lost. It can&apos;t be used any more.</source>
        <translation>このカードは紛失の届けが出ています。もう使えません。</translation>
    </message>
    <message>
        <source>Hand it to the card administrator, also if it is your own and turned up.</source>
        <translation>操作者カード管理者に渡してください。見つかった自分のカードでも同じです。</translation>
    </message>
    <message>
        <source>This card was given back and is not lent to anybody now.</source>
        <translation>このカードは返却済みで、今はだれにも貸し出されていません。</translation>
    </message>
    <message>
        <source>Hand it to the card administrator. She can lend it again.</source>
        <translation>操作者カード管理者に渡してください。もう一度貸し出すことができます。</translation>
    </message>
    <message>
        <source>This can&apos;t be done with a card in its present state.</source>
        <translation>カードの今の状態では、この操作はできません。</translation>
    </message>
    <message>
        <source>Look at the card&apos;s history for what comes before.</source>
        <translation>カードの履歴で、先に必要な手続きを確かめてください。</translation>
    </message>
    <message>
        <source>This list of revoked certificates is older than the one here.</source>
        <translation>この失効リストは、この端末にあるものより古いものです。</translation>
    </message>
    <message>
        <source>Export the newest list at the station that it comes from.</source>
        <translation>元の端末で、最新の失効リストを書き出してください。</translation>
    </message>
    <message>
        <source>The certificate on the card has been revoked.</source>
        <translation>カードの証明書は失効しています。</translation>
    </message>
    <message>
        <source>Whether the card was revoked is not known here: the list is missing or too old.</source>
        <translation>カードが失効しているかどうかを確かめられません。失効リストがないか、古すぎます。</translation>
    </message>
    <message>
        <source>Ask the card administrator for a new list.</source>
        <translation>新しい失効リストを操作者カード管理者に求めてください。</translation>
    </message>
    <message>
        <source>This terminal is closed.</source>
        <translation>この端末は閉じています。</translation>
    </message>
    <message>
        <source>The second card belongs to the same person.</source>
        <translation>2枚目のカードも同じ人のものです。</translation>
    </message>
    <message>
        <source>Ask another person to put in a card.</source>
        <translation>別の人にカードを入れてもらってください。</translation>
    </message>
    <message>
        <source>This person&apos;s role may not confirm this.</source>
        <translation>この役割の人は、この操作の立会いができません。</translation>
    </message>
    <message>
        <source>Ask a person who may, such as another card administrator.</source>
        <translation>立ち会える人（別の操作者カード管理者など）に依頼してください。</translation>
    </message>
    <message>
        <source>The PIN of your card has to be changed first.</source>
        <translation>先にカードの暗証番号を変更する必要があります。</translation>
    </message>
    <message>
        <source>Change the PIN, then go on.</source>
        <translation>暗証番号を変更してから続けてください。</translation>
    </message>
    <message>
        <source>The new PIN is too short.</source>
        <translation>新しい暗証番号が短すぎます。</translation>
    </message>
    <message>
        <source>Choose a longer one.</source>
        <translation>もっと長いものにしてください。</translation>
    </message>
    <message>
        <source>The new PIN may have digits only.</source>
        <translation>新しい暗証番号に使えるのは数字だけです。</translation>
    </message>
    <message>
        <source>Choose one of digits.</source>
        <translation>数字だけにしてください。</translation>
    </message>
    <message>
        <source>The new PIN needs both letters and digits.</source>
        <translation>新しい暗証番号には英字と数字の両方が必要です。</translation>
    </message>
    <message>
        <source>Choose one that has both.</source>
        <translation>両方を含むものにしてください。</translation>
    </message>
    <message>
        <source>The new PIN counts up or down, such as 345678.</source>
        <translation>新しい暗証番号が、345678 のような続き番号です。</translation>
    </message>
    <message>
        <source>Choose one that is harder to guess.</source>
        <translation>推測されにくいものにしてください。</translation>
    </message>
    <message>
        <source>The new PIN repeats itself, such as 111222 or 838383.</source>
        <translation>新しい暗証番号が、111222 や 838383 のような繰り返しです。</translation>
    </message>
    <message>
        <source>The new PIN contains your operator number.</source>
        <translation>新しい暗証番号に操作者番号が入っています。</translation>
    </message>
    <message>
        <source>The new PIN is the present one or was used before.</source>
        <translation>新しい暗証番号が、今のもの、または前に使ったものです。</translation>
    </message>
    <message>
        <source>Choose one that you have not used.</source>
        <translation>使ったことのないものにしてください。</translation>
    </message>
    <message>
        <source>The two new PINs are not the same.</source>
        <translation>新しい暗証番号が、2回で一致しません。</translation>
    </message>
    <message>
        <source>Type the new PIN again.</source>
        <translation>新しい暗証番号を、もう一度入れてください。</translation>
    </message>
    <message>
        <source>The PIN of this kind of card can&apos;t be changed here.</source>
        <translation>この種類のカードの暗証番号は、ここでは変更できません。</translation>
    </message>
    <message>
        <source>The unblocking counter of this card is used up.</source>
        <translation>このカードのロックは、もう解除できません。</translation>
    </message>
    <message>
        <source>Issue a new card for this person.</source>
        <translation>この人に新しいカードを発行してください。</translation>
    </message>
    <message>
        <source>The card did not take the unblocking code that was kept for it.</source>
        <translation>預かっている解除番号が、カードに受け付けられませんでした。</translation>
    </message>
    <message>
        <source>This card can&apos;t issue cards yet.</source>
        <translation>このカードでは、まだカードを発行できません。</translation>
    </message>
    <message>
        <source>The key for issuing cards does not open with this card.</source>
        <translation>カード発行用の鍵が、このカードでは開けません。</translation>
    </message>
    <message>
        <source>Operators, cards, locks or settings on this terminal are not as they were written last: somebody may have put them back to an older state.</source>
        <translation>この端末の操作者、カード、ロックまたは設定が、最後に書き込まれた内容と一致しません。古い状態に戻された可能性があります。</translation>
    </message>
    <message>
        <source>Nobody can log in, and drafts and the operation history are as they were, so that it can be looked into.</source>
        <translation>調査できるように、だれもログインできない状態にしています。下書きと操作履歴は元のままです。</translation>
    </message>
    <message>
        <source>The drafts on this terminal, or some of them, are older than the operation history says: later work is missing, or deleted drafts are back.</source>
        <translation>この端末の下書きの全部または一部が、操作履歴にあるものより古くなっています。後の作業が失われたか、削除した下書きが戻っています。</translation>
    </message>
    <message>
        <source>This operator number belongs to somebody else.</source>
        <translation>この操作者番号は、ほかの職員のものです。</translation>
    </message>
    <message>
        <source>Look into the card register, and enter another number.</source>
        <translation>操作者カード管理簿を確かめ、別の番号を入力してください。</translation>
    </message>
    <message>
        <source>This card is not blank: it holds certificates that this office did not make.</source>
        <translation>未使用のカードではありません。この役所で作ったものでない電子証明書が入っています。</translation>
    </message>
    <message>
        <source>Use a blank card. One that is not needed any more has to be reset with its maker&apos;s program first.</source>
        <translation>未使用のカードを使ってください。いらなくなったカードは、先に製造元のソフトで初期化してください。</translation>
    </message>
    <message>
        <source>Use a blank card of a make that this office has approved.</source>
        <translation>役所が認めた種類の未使用のカードを使ってください。</translation>
    </message>
    <message>
        <source>This card can&apos;t show who made it.</source>
        <translation>このカードは、製造元を証明できません。</translation>
    </message>
    <message>
        <source>This card was not made by a maker that the office trusts.</source>
        <translation>役所が認めた製造元のカードではありません。</translation>
    </message>
    <message>
        <source>The protected connection to the card could not be made.</source>
        <translation>カードとの間に、保護された通信を確立できませんでした。</translation>
    </message>
    <message>
        <source>This reader is for applicants&apos; cards.</source>
        <translation>これは申請者用のカードリーダーです。</translation>
    </message>
    <message>
        <source>Put your operator card into the other reader.</source>
        <translation>操作者カードは、もう一つのカードリーダーに入れてください。</translation>
    </message>
    <message>
        <source>The operator card was not put back in time.</source>
        <translation>時間内に操作者カードが戻されませんでした。</translation>
    </message>
    <message>
        <source>Put it in again and enter the PIN.</source>
        <translation>操作者カードを入れ、暗証番号を入力してください。</translation>
    </message>
    <message>
        <source>This card is suspended, or a day card takes its place.</source>
        <translation>このカードは停止中か、代わりの当日カードが発行されています。</translation>
    </message>
    <message>
        <source>Use your day card if you have one, or tell the card administrator.</source>
        <translation>当日カードがあればそれを使ってください。なければ操作者カード管理者に伝えてください。</translation>
    </message>
    <message>
        <source>The PIN was not sent unprotected.</source>
        <translation>暗証番号が保護されずに送られたことはありません。</translation>
    </message>
    <message>
        <source>What was entered on this page is not in force yet.</source>
        <translation>この画面で入力した内容は、まだ反映されていません。</translation>
    </message>
    <message>
        <source>Finish it with the button on this page.</source>
        <translation>反映するには、この画面のボタンで確定してください。</translation>
    </message>
    <message>
        <source>Close the other program, then put the card in again. The diagnosis names the programs that can use cards.</source>
        <translation>ほかのプログラムを終わらせてから、カードを入れ直してください。カードを使えるプログラムの名前は「診断」の画面に出ます。</translation>
    </message>
    <message>
        <source>The clock of this terminal is behind the times in its own record.</source>
        <translation>この端末の時計が、操作履歴に残っている時刻より遅れています。</translation>
    </message>
    <message>
        <source>Check the date and time of this terminal. If they are wrong, have them set. If they are right, a system administrator has to log in once.</source>
        <translation>この端末の日付と時刻を確かめてください。違っているときは、合わせてもらってください。正しいときは、システム管理者が一度ログインすると使えるようになります。</translation>
    </message>
    <message>
        <source>The new PIN reads as a date, such as a birthday (640417).</source>
        <translation>新しい暗証番号が、誕生日などの日付（640417など）に読めます。</translation>
    </message>
    <message>
        <source>Another program has this terminal&apos;s data open.</source>
        <translation>ほかのプログラムが、この端末のデータを使っています。</translation>
    </message>
    <message>
        <source>Use its window if it has one, or start again when it has ended.</source>
        <translation>そのプログラムの画面があれば、それを使ってください。なければ、終わってからもう一度始めてください。</translation>
    </message>
    <message>
        <source>Wait, and try again. A supervisor can end the wait.</source>
        <translation>しばらく待ってから、やり直してください。急ぐときは、共同利用端末管理者が解除できます。</translation>
    </message>
    <message>
        <source>Log in with the right PIN, which gives the tries back. Without it, the card administrator unblocks the card.</source>
        <translation>正しい暗証番号でログインすると、回数は元に戻ります。暗証番号が分からないときは、操作者カード管理者がロックを解除します。</translation>
    </message>
    <message>
        <source>A colleague who can open drafts has to log in once. Then try again. If it stays so, the card may lack a P-256 key for key management (9D): show it to the card administrator.</source>
        <translation>下書きを開ける職員に一度ログインしてもらい、もう一度試してください。それでも開けないときは、カードに鍵管理用（9D）の P-256 の鍵がないおそれがあります。操作者カード管理者に見せてください。</translation>
    </message>
    <message>
        <source>Ask another card administrator to log in here once, then log in again. If it stays so, the card may lack a P-256 key for key management (9D): have it replaced.</source>
        <translation>ほかの操作者カード管理者にこの端末で一度ログインしてもらい、もう一度ログインしてください。それでも発行できないときは、カードに鍵管理用（9D）の P-256 の鍵がないおそれがあります。カードを作り直してもらってください。</translation>
    </message>
    <message>
        <source>This needs a PIN that was entered a moment ago.</source>
        <translation>この操作には、直前に入力した暗証番号が必要です。</translation>
    </message>
    <message>
        <source>Enter your PIN, then do it once more.</source>
        <translation>暗証番号を入力してから、もう一度操作してください。</translation>
    </message>
    <message>
        <source>If it was issued at another terminal, have it unblocked there. Otherwise issue a new card.</source>
        <translation>ほかの端末で発行したカードは、その端末でロックを解除してください。そうでない場合は、新しいカードを発行してください。</translation>
    </message>
    <message>
        <source>This terminal knows no certificate with which this card issues cards.</source>
        <translation>このカードがカードを発行できるという証明書が、この端末にありません。</translation>
    </message>
    <message>
        <source>If the card issues at another terminal, bring its lists from there (madoguchictl crl import). Otherwise whoever has the office&apos;s root certifies the card (madoguchictl authority certify).</source>
        <translation>ほかの端末で発行に使っているカードなら、その端末の失効リストを取り込んでください（madoguchictl crl import）。そうでない場合は、役所のルート鍵を持つ人がカードを認定します（madoguchictl authority certify）。</translation>
    </message>
</context>
<context>
    <name>FieldProblemText</name>
    <message>
        <source>Did you mean %1?</source>
        <extracomment>joins dates of which one was meant</extracomment>
        <translation>%1ではありませんか。</translation>
    </message>
    <message>
        <source> or </source>
        <translation>、または</translation>
    </message>
    <message>
        <source>%1 ended on %2/%3.</source>
        <extracomment>昭和64年は1月7日までです。 %1 the era&apos;s last year, %2 month, %3 day</extracomment>
        <translation>%1は%2月%3日までです。</translation>
    </message>
    <message>
        <source>%1 began on %2.</source>
        <extracomment>%1 the era, %2 its first day</extracomment>
        <translation>%1は%2からです。</translation>
    </message>
    <message>
        <source>This can&apos;t be read as a date. Write it like R6.4.1.</source>
        <translation>日付として読めません。R6.4.1 のように入れてください。</translation>
    </message>
    <message>
        <source>There is no such day.</source>
        <translation>その日付はありません。</translation>
    </message>
    <message>
        <source>Write the era too, like R6.4.1.</source>
        <translation>元号も入れてください（例：R6.4.1）。</translation>
    </message>
    <message>
        <source>This can be read in two ways. Write it like R6.4.1.</source>
        <translation>二通りに読めます。R6.4.1 のように入れてください。</translation>
    </message>
    <message>
        <source>Days before January 1 of Meiji 6 can&apos;t be entered.</source>
        <translation>明治6年1月1日より前の日付は入れられません。</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>まだ来ていない日付です。</translation>
    </message>
    <message>
        <source>This is more than 130 years ago. Check the era.</source>
        <translation>130年より前の日付です。元号を確かめてください。</translation>
    </message>
    <message>
        <source>Choose: %1.</source>
        <translation>%1を選んでください。</translation>
    </message>
    <message>
        <source>Check this and tick the box.</source>
        <translation>確かめて、チェックを付けてください。</translation>
    </message>
    <message>
        <source>Fill in: %1.</source>
        <translation>%1を入れてください。</translation>
    </message>
    <message>
        <source>This is before “%1” (%2).</source>
        <extracomment>%1 the label of another date field, %2 its day</extracomment>
        <translation>「%1」（%2）より前の日付です。</translation>
    </message>
    <message>
        <source>At most %1 characters; now there are %2.</source>
        <translation>%1文字までです。いま%2文字あります。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be used.</source>
        <translation>「%1」は使えません。</translation>
    </message>
    <message>
        <source>Write the reading in katakana. “%1” can&apos;t be used.</source>
        <translation>フリガナはカタカナで入れてください。「%1」は使えません。</translation>
    </message>
    <message>
        <source>A postal code has seven digits.</source>
        <translation>郵便番号は7桁の数字です。</translation>
    </message>
    <message>
        <source>This is not a telephone number. Start with the area code.</source>
        <translation>電話番号として正しくありません。市外局番から入れてください。</translation>
    </message>
    <message>
        <source>Write a number in digits.</source>
        <translation>数字で入れてください。</translation>
    </message>
    <message>
        <source>Write %1 or more.</source>
        <translation>%1以上の数を入れてください。</translation>
    </message>
    <message>
        <source>Write %1 or less.</source>
        <translation>%1以下の数を入れてください。</translation>
    </message>
    <message>
        <source>Choose one of the options.</source>
        <translation>一覧から選んでください。</translation>
    </message>
    <message>
        <source>Tick or clear the box again.</source>
        <translation>チェックを付け直してください。</translation>
    </message>
    <message>
        <source>This is after “%1” (%2).</source>
        <extracomment>%1 the label of another date field, %2 its day</extracomment>
        <translation>「%1」（%2）より後の日付です。</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>The card service is running</source>
        <translation>カードサービスは動いています</translation>
    </message>
    <message>
        <source>The card service can&apos;t be reached</source>
        <translation>カードサービスにつながりません</translation>
    </message>
    <message>
        <source>Start pcscd: systemctl start pcscd.socket</source>
        <translation>pcscd を起動してください：systemctl start pcscd.socket</translation>
    </message>
    <message>
        <source>The system does not let this user use the card service</source>
        <translation>このユーザーにはカードサービスの利用が許可されていません</translation>
    </message>
    <message>
        <source>Allow org.debian.pcsc-lite.access_pcsc for this user in polkit</source>
        <translation>polkit でこのユーザーに org.debian.pcsc-lite.access_pcsc を許可してください</translation>
    </message>
    <message>
        <source>The card service writes every command into its log, PINs too</source>
        <translation>カードサービスが、暗証番号を含むすべての命令をログに書いています</translation>
    </message>
    <message>
        <source>Start pcscd without --apdu, delete that log, and have the PINs changed</source>
        <translation>pcscd を --apdu なしで起動し、そのログを消し、暗証番号を変更してもらってください</translation>
    </message>
    <message>
        <source>No card reader</source>
        <translation>カードリーダーがありません</translation>
    </message>
    <message>
        <source>Plug the reader in, or try another socket</source>
        <translation>カードリーダーを接続するか、別の差し込み口を試してください</translation>
    </message>
    <message>
        <source>Reader without PIN pad</source>
        <translation>暗証番号キーのないカードリーダー</translation>
    </message>
    <message>
        <source>Reader with PIN pad</source>
        <translation>暗証番号キーのあるカードリーダー</translation>
    </message>
    <message>
        <source>The reader claims a PIN pad that can&apos;t be relied on</source>
        <translation>このカードリーダーの暗証番号キーは信頼できません</translation>
    </message>
    <message>
        <source>Type PINs at the keyboard</source>
        <translation>暗証番号はキーボードで入力してください</translation>
    </message>
    <message>
        <source>The reader does not tell its features</source>
        <translation>カードリーダーの機能が分かりません</translation>
    </message>
    <message>
        <source>End other programs that use cards and try again</source>
        <translation>カードを使うほかのプログラムを終了して、もう一度調べてください</translation>
    </message>
    <message>
        <source>No card in the reader</source>
        <translation>カードリーダーにカードが入っていません</translation>
    </message>
    <message>
        <source>The card does not answer</source>
        <translation>カードが応答しません</translation>
    </message>
    <message>
        <source>Turn the card over or clean its contacts; then try another card</source>
        <translation>カードの向きを確かめるか端子を拭いてください。それでもだめなら別のカードを試してください</translation>
    </message>
    <message>
        <source>Another program has the card for itself</source>
        <translation>ほかのプログラムがカードを占有しています</translation>
    </message>
    <message>
        <source>End that program, or take the card out and put it in again</source>
        <translation>そのプログラムを終了するか、カードを入れ直してください</translation>
    </message>
    <message>
        <source>The card gives answers that make no sense (%1)</source>
        <translation>カードの応答が正しくありません（%1）</translation>
    </message>
    <message>
        <source>Try the card in another reader; then have it replaced</source>
        <translation>別のカードリーダーで試してください。それでもだめならカードを交換してください</translation>
    </message>
    <message>
        <source>Card in the reader: %1</source>
        <extracomment>%1 is the name of a product</extracomment>
        <translation>カードリーダーのカード：%1</translation>
    </message>
    <message>
        <source>No PIV application: this is not an operator card</source>
        <translation>PIV アプリケーションがありません。操作者カードではありません</translation>
    </message>
    <message>
        <source>Put an operator card in</source>
        <translation>操作者カードを入れてください</translation>
    </message>
    <message>
        <source>PIV application</source>
        <translation>PIV アプリケーションがあります</translation>
    </message>
    <message>
        <source>The card has no identifier</source>
        <translation>カードに識別情報がありません</translation>
    </message>
    <message>
        <source>A blank card, or one whose issuing was cut off: issue it</source>
        <translation>未使用のカードか、発行が途中で止まったカードです。発行してください</translation>
    </message>
    <message>
        <source>Certificate %1 is valid until %2</source>
        <extracomment>%1 is a key of the card such as 9A, %2 a date</extracomment>
        <translation>証明書 %1 は %2 まで有効です</translation>
    </message>
    <message>
        <source>Certificate %1 ends soon: %2</source>
        <extracomment>%1 is a key of the card such as 9A, %2 a date</extracomment>
        <translation>証明書 %1 の期限が近づいています：%2</translation>
    </message>
    <message>
        <source>Have the card issued again before that day</source>
        <translation>その日までにカードを再発行してもらってください</translation>
    </message>
    <message>
        <source>Certificate %1 ended on %2</source>
        <extracomment>%1 is a key of the card such as 9A, %2 a date</extracomment>
        <translation>証明書 %1 は %2 に期限が切れました</translation>
    </message>
    <message>
        <source>Have the card issued again; check this terminal&apos;s clock</source>
        <translation>カードを再発行してもらってください。端末の時計も確かめてください</translation>
    </message>
    <message>
        <source>Certificate %1 begins on %2</source>
        <extracomment>%1 is a key of the card such as 9A, %2 a date</extracomment>
        <translation>証明書 %1 は %2 から有効になります</translation>
    </message>
    <message>
        <source>Check this terminal&apos;s clock</source>
        <translation>端末の時計を確かめてください</translation>
    </message>
    <message>
        <source>No certificate %1</source>
        <extracomment>%1 is a key of the card such as 9A</extracomment>
        <translation>証明書 %1 がありません</translation>
    </message>
    <message>
        <source>Have the card issued again</source>
        <translation>カードを再発行してもらってください</translation>
    </message>
    <message>
        <source>Certificate %1 can&apos;t be read</source>
        <extracomment>%1 is a key of the card such as 9A</extracomment>
        <translation>証明書 %1 を読めません</translation>
    </message>
    <message>
        <source>PIN tries left: %2</source>
        <extracomment>%2 is a number</extracomment>
        <translation>暗証番号を入力できる残り回数：%2</translation>
    </message>
    <message>
        <source>One PIN try left</source>
        <translation>暗証番号を入力できるのはあと 1 回です</translation>
    </message>
    <message>
        <source>Do not try on: have the card administrator set a new PIN</source>
        <translation>入力せずに、操作者カード管理者に暗証番号の再設定を頼んでください</translation>
    </message>
    <message>
        <source>The PIN is blocked</source>
        <translation>暗証番号の間違いが続き、使えなくなっています</translation>
    </message>
    <message>
        <source>Have the card administrator set a new PIN</source>
        <translation>操作者カード管理者に暗証番号の再設定を頼んでください</translation>
    </message>
    <message>
        <source>The card does not tell its PIN tries: its PIN is verified</source>
        <translation>暗証番号が照合済みのため、残り回数が分かりません</translation>
    </message>
    <message>
        <source>Another program left the card open: take it out once</source>
        <translation>ほかのプログラムがカードを開いたままにしました。一度カードを抜いてください</translation>
    </message>
    <message>
        <source>No other program uses cards</source>
        <translation>カードを使うほかのプログラムはありません</translation>
    </message>
    <message>
        <source>Other programs that can use cards: %1</source>
        <extracomment>%1 is a list of programs</extracomment>
        <translation>カードを使えるほかのプログラム：%1</translation>
    </message>
    <message>
        <source>Which reader each one has is not known. If cards are slow or busy, end them one by one</source>
        <translation>どのカードリーダーを使っているかは分かりません。カードの応答が遅いときや使用中になるときは、一つずつ終了してください</translation>
    </message>
    <message>
        <source>Some programs, such as those of other users, can&apos;t be seen</source>
        <translation>ほかのユーザーのものなど、調べられないプログラムがあります</translation>
    </message>
    <message>
        <source>To see more of them, run madoguchictl diagnose as root</source>
        <translation>さらに調べるには、root で madoguchictl diagnose を実行してください</translation>
    </message>
</context>
<context>
    <name>GreetingText</name>
    <message>
        <source>This is the first login with this card.</source>
        <translation>このカードでの初めてのログインです。</translation>
    </message>
    <message>
        <source>Last login: %1, %2</source>
        <extracomment>%1 is a date and time, %2 the name of a terminal</extracomment>
        <translation>前回のログイン：%1 %2</translation>
    </message>
    <message>
        <source>No wrong PIN has been entered for this card on this terminal since then.</source>
        <translation>その後、この端末でこのカードの暗証番号の入力間違いはありません。</translation>
    </message>
    <message>
        <source>Cards of colleagues that can open drafts from now on: %1</source>
        <translation>ほかの職員のカード%1枚が、下書きを開けるようになりました。</translation>
    </message>
    <message>
        <source>Wrong PINs entered for this card on this terminal so far: %1.</source>
        <translation>これまでに、この端末でこのカードの暗証番号の入力間違いが%1回ありました。</translation>
    </message>
    <message>
        <source>Wrong PINs entered for this card on this terminal since then: %1.</source>
        <translation>その後、この端末でこのカードの暗証番号の入力間違いが%1回ありました。</translation>
    </message>
    <message>
        <source>If it was not you, tell the card administrator.</source>
        <translation>心当たりがなければ、操作者カード管理者に連絡してください。</translation>
    </message>
    <message>
        <source>The list of revoked cards on this terminal is out of date. Tell the card administrator.</source>
        <translation>この端末の失効リストは更新の期限を過ぎています。操作者カード管理者に知らせてください。</translation>
    </message>
    <message>
        <source>The PIN of your card should have been changed by now: page &quot;PIN&quot;.</source>
        <translation>カードの暗証番号を変更する時期を過ぎています。「暗証番号」の画面で変更してください。</translation>
    </message>
    <message numerus="yes">
        <source>The PIN of your card has to be changed within %n day(s): page &quot;PIN&quot;.</source>
        <translation>
            <numerusform>あと%n日のうちに、カードの暗証番号を変更してください（「暗証番号」の画面）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter this again. Everything else is saved.</source>
        <translation>上の項目を入力し直してください。ほかの入力は保存されています。</translation>
    </message>
    <message>
        <source>When your last session ended, what you had just typed could not be saved.</source>
        <translation>前回の終了またはロックのときに、最後の入力を保存できませんでした。</translation>
    </message>
    <message>
        <source>The clock of this terminal was behind its record, which goes up to %1. With your login it counts as right: if date or time are wrong, set them at once.</source>
        <extracomment>%1 is a date and time</extracomment>
        <translation>この端末の時計は、操作履歴の最後の時刻(%1)より遅れていました。あなたがログインしたので、今の時刻を正しいものとして扱います。日付や時刻が違っているときは、すぐに合わせてください。</translation>
    </message>
    <message>
        <source>This terminal has no list of revoked cards from your card&apos;s authority. Have it imported.</source>
        <translation>カードを発行した認証局の失効リストが、この端末にありません。取り込んでください。</translation>
    </message>
</context>
<context>
    <name>HistoryText</name>
    <message>
        <source>Draft %1</source>
        <translation>下書き %1</translation>
    </message>
    <message>
        <source>Page: %1</source>
        <extracomment>%1 is the name of a page</extracomment>
        <translation>画面：%1</translation>
    </message>
    <message>
        <source>Reception %1</source>
        <translation>受付番号 %1</translation>
    </message>
    <message>
        <source>Card %1</source>
        <translation>カード %1</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>実行前</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>✕ Refused</source>
        <translation>✕ 拒否</translation>
    </message>
    <message>
        <source>✕ Failed</source>
        <translation>✕ 失敗</translation>
    </message>
    <message>
        <source>Operator %1</source>
        <extracomment>%1 is an operator number</extracomment>
        <translation>操作者 %1</translation>
    </message>
</context>
<context>
    <name>IssueText</name>
    <message>
        <source>The new card is made</source>
        <translation>新しいカードの作成</translation>
    </message>
    <message>
        <source>Take the second person&apos;s card out of the other reader and put the blank card in.</source>
        <translation>立会人のカードを抜き、未使用のカードを入れてください。</translation>
    </message>
    <message>
        <source>The card is making its keys. Leave both cards where they are.</source>
        <translation>カードが鍵を作っています。2枚のカードは、そのままにしてください。</translation>
    </message>
    <message>
        <source>The card is being read.</source>
        <translation>カードを読んでいます。</translation>
    </message>
    <message>
        <source>You sign the certificates</source>
        <translation>証明書への署名</translation>
    </message>
    <message>
        <source>Enter your own PIN. Your card signs the new card&apos;s certificates with it.</source>
        <translation>ご自分の暗証番号を入力してください。あなたのカードが、新しいカードの証明書に署名します。</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>あなたの暗証番号</translation>
    </message>
    <message>
        <source>Your card is signing. Leave both cards where they are.</source>
        <translation>署名しています。2枚のカードは、そのままにしてください。</translation>
    </message>
    <message>
        <source>The new card is being written. Leave both cards where they are.</source>
        <translation>新しいカードに書き込んでいます。2枚のカードは、そのままにしてください。</translation>
    </message>
    <message>
        <source>The holder chooses the PIN</source>
        <translation>暗証番号の設定</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新しい暗証番号</translation>
    </message>
    <message>
        <source>New PIN once more</source>
        <translation>新しい暗証番号（もう一度）</translation>
    </message>
    <message>
        <source>The PIN is being set. Leave the card where it is.</source>
        <translation>暗証番号を設定しています。カードは、そのままにしてください。</translation>
    </message>
    <message>
        <source>The card is issued</source>
        <translation>カードを発行しました</translation>
    </message>
    <message>
        <source>Take the new card out and hand it over with the notice below. The holder signs that it was received.</source>
        <translation>新しいカードを抜き、下の貸与通知と一緒に渡してください。受け取った人が署名します。</translation>
    </message>
    <message>
        <source>Issuing stopped</source>
        <translation>発行が止まりました</translation>
    </message>
    <message>
        <source>Nothing was written to a card.</source>
        <translation>カードには何も書き込んでいません。</translation>
    </message>
    <message>
        <source>Nobody can log in with the card as it is. Issue it again with the same card, or abandon it in the list.</source>
        <translation>このままでは、このカードでログインできません。同じカードでもう一度発行するか、一覧で発行を取りやめてください。</translation>
    </message>
    <message>
        <source>The two PINs are not the same. Enter both again.</source>
        <translation>2回の暗証番号が違います。もう一度、2回とも入力してください。</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>貸与を受ける人</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>発行日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>有効期限</translation>
    </message>
    <message>
        <source>I have received this card. I shall not lend it, shall tell nobody the PIN, shall report a loss at once, and shall give the card back when my duty ends.</source>
        <translation>このカードを受け取りました。他人に貸しません。暗証番号をだれにも教えません。紛失したときは直ちに届け出ます。担当を外れたときは返却します。</translation>
    </message>
    <message>
        <source>Date and signature:</source>
        <translation>日付・署名：</translation>
    </message>
    <message>
        <source>This card&apos;s management key can&apos;t be changed.</source>
        <translation>このカードの管理鍵は変更できません。</translation>
    </message>
    <message>
        <source>Whoever has the card and the maker&apos;s key can make it useless, but can&apos;t log in with it.</source>
        <translation>カードとメーカーの鍵を持つ人は、カードを使えなくすることはできますが、ログインはできません。</translation>
    </message>
    <message>
        <source>Card for %1 (%2)</source>
        <extracomment>%1 is the name, %2 the number of who gets the card, %3 the number of the issue</extracomment>
        <translation>%1（%2）のカード</translation>
    </message>
    <message>
        <source>Card for %1 (%2), issue %3</source>
        <translation>%1（%2）のカード&#x3000;発行番号 %3</translation>
    </message>
    <message>
        <source>Hand the keyboard to %1, who chooses a PIN and enters it twice. Nobody else may see it.</source>
        <extracomment>%1 is the name of who gets the card</extracomment>
        <translation>%1さんに交代してください。ご本人が暗証番号を決めて、2回入力します。ほかの人は見ないでください。</translation>
    </message>
    <message>
        <source>Nothing was written to this card. Put in another blank card.</source>
        <translation>このカードには何も書き込まれていません。別の未使用のカードを入れてください。</translation>
    </message>
    <message>
        <source>Day card until</source>
        <translation>当日カードの期限</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what a line says, such as Card; %2 what it is</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a name, %2 an operator number</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Due back</source>
        <translation>返却期限</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is &quot;Role: Operator&quot;, %2 &quot;Last day: 2029-11-20&quot;</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
</context>
<context>
    <name>KeyFateText</name>
    <message>
        <source>Without this card nobody can open the drafts, until a card that keeps their key is let in again.</source>
        <translation>このカードがないと、下書きの鍵を持つカードが再び使えるようになるまで、だれも下書きを開けません。</translation>
    </message>
    <message>
        <source>Without this card nobody can ever open the drafts of this station again: no other card has their key.</source>
        <translation>このカードがないと、この端末の下書きは二度と開けません。鍵を持つカードがほかにありません。</translation>
    </message>
    <message>
        <source>Without this card nobody can issue cards or unblock PINs, until a card that keeps the office key is let in again.</source>
        <translation>このカードがないと、役所の鍵を持つカードが再び使えるようになるまで、だれもカードの発行や暗証番号のロック解除ができません。</translation>
    </message>
    <message>
        <source>Without this card nobody can issue cards or unblock PINs, until a new first card is made with the office&apos;s root.</source>
        <translation>このカードがないと、役所のルート鍵から最初のカードを作り直すまで、だれもカードの発行や暗証番号のロック解除ができません。</translation>
    </message>
</context>
<context>
    <name>LendingNotice</name>
    <message>
        <source>Notice on lending an operator card</source>
        <translation>操作者カード貸与通知書</translation>
    </message>
    <message>
        <source>The notice is in %1. Print it and have it signed.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>通知書を %1 に保存しました。印刷して署名をもらってください。</translation>
    </message>
</context>
<context>
    <name>LoginText</name>
    <message>
        <source>Take the card out of the reader.</source>
        <translation>カードをカードリーダーから抜いてください。</translation>
    </message>
    <message>
        <source>Nobody is logged in now.</source>
        <translation>今はだれもログインしていません。</translation>
    </message>
    <message>
        <source>This terminal has stopped, because the operation history can&apos;t be written.</source>
        <translation>操作履歴を書き込めないため、この端末を止めました。</translation>
    </message>
    <message>
        <source>What had been saved is unchanged. Nobody is logged in now.</source>
        <translation>保存した内容はそのままです。今はだれもログインしていません。</translation>
    </message>
    <message>
        <source>Take the card out and tell the system administrator.</source>
        <translation>カードを抜いて、システム管理者に連絡してください。</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>暗証番号が違います。</translation>
    </message>
    <message>
        <source>Looking for the card reader. Please wait.</source>
        <translation>カードリーダーを確認しています。お待ちください。</translation>
    </message>
    <message>
        <source>Put your card on the reader.</source>
        <translation>カードをカードリーダーに入れてください</translation>
    </message>
    <message>
        <source>Leave the card in the reader.</source>
        <translation>カードは抜かないでください。</translation>
    </message>
    <message>
        <source>Reading the card.</source>
        <translation>カードを読み取っています</translation>
    </message>
    <message>
        <source>Checking the PIN.</source>
        <translation>暗証番号を確認しています</translation>
    </message>
    <message>
        <source>The PIN is right. Opening your desk.</source>
        <translation>暗証番号を確認しました。画面を開いています</translation>
    </message>
    <message>
        <source>No PIN has this form. No try was used.</source>
        <translation>暗証番号の長さか文字が正しくありません。残りの回数は減っていません。</translation>
    </message>
    <message>
        <source>A PIN has 6 to 8 characters. Enter it again.</source>
        <translation>暗証番号は6文字から8文字です。もう一度入力してください。</translation>
    </message>
    <message>
        <source>This card does not tell how many tries are left.</source>
        <translation>このカードからは、残りの回数が分かりません。</translation>
    </message>
    <message>
        <source>This is the card&apos;s last try. A wrong PIN blocks the card.</source>
        <translation>このカードの最後の1回です。間違えるとカードが使えなくなります。</translation>
    </message>
    <message>
        <source>After %1 more wrong PINs this card can&apos;t be used.</source>
        <translation>あと%1回間違えると、このカードは使えなくなります。</translation>
    </message>
    <message>
        <source>After one more wrong PIN the card has to wait on this terminal.</source>
        <translation>あと1回間違えると、この端末ではしばらく待つことになります。</translation>
    </message>
    <message>
        <source>After %1 more wrong PINs the card has to wait on this terminal.</source>
        <translation>あと%1回間違えると、この端末ではしばらく待つことになります。</translation>
    </message>
    <message>
        <source>Wait until the time shown has passed. If it is urgent, ask the supervisor to unlock the card.</source>
        <translation>表示された時間が過ぎるまでお待ちください。急ぐときは、共同利用端末管理者にカードのロックの解除を頼んでください。</translation>
    </message>
    <message>
        <source>The session with this card is locked.</source>
        <translation>このカードの画面はロックしました。</translation>
    </message>
    <message>
        <source>Enter your PIN on the keys of the reader.</source>
        <translation>カードリーダーのキーで暗証番号を入力してください。</translation>
    </message>
    <message>
        <source>End with the reader&apos;s OK key. To stop, press its cancel key.</source>
        <translation>リーダーの確定キーで終わります。やめるときはリーダーの取消キーを押してください。</translation>
    </message>
    <message>
        <source>No try was used. Begin again when you are ready.</source>
        <translation>回数は減っていません。準備ができたら、もう一度始めてください。</translation>
    </message>
    <message>
        <source>The entry was cancelled on the reader.</source>
        <translation>リーダーで入力が取り消されました。</translation>
    </message>
    <message>
        <source>The reader waited too long for the PIN.</source>
        <translation>時間内に暗証番号が入力されませんでした。</translation>
    </message>
    <message>
        <source>No PIN has this length.</source>
        <translation>暗証番号の桁数ではありません。</translation>
    </message>
    <message>
        <source>A PIN has 6 to 8 digits. No try was used.</source>
        <translation>暗証番号は6～8桁の数字です。回数は減っていません。</translation>
    </message>
    <message>
        <source>The new PIN was not entered twice alike.</source>
        <translation>新しい暗証番号が2回とも同じではありませんでした。</translation>
    </message>
    <message>
        <source>The keys of this reader can&apos;t be used.</source>
        <translation>このカードリーダーのキーは使えません。</translation>
    </message>
    <message>
        <source>No try was used. Type the PIN here from now on, and tell the system administrator.</source>
        <translation>回数は減っていません。これからはここで暗証番号を入力し、システム管理者に連絡してください。</translation>
    </message>
    <message>
        <source>The reader for operators&apos; cards is not connected: %1</source>
        <extracomment>%1 is the name of a card reader</extracomment>
        <translation>操作者カード用のリーダーが接続されていません：%1</translation>
    </message>
    <message>
        <source>Connect it. Until then put your card into another reader, but not into the one for applicants. If that is the only one, the system administrator can log in with it and assign the readers anew.</source>
        <translation>接続してください。それまでは、申請者用でない別のリーダーにカードを入れてください。申請者用しかないときは、システム管理者がそのリーダーでログインし、割り当て直すことができます。</translation>
    </message>
    <message>
        <source>The reader for applicants&apos; cards is not connected: %1</source>
        <extracomment>%1 is the name of a card reader</extracomment>
        <translation>申請者のカード用のリーダーが接続されていません：%1</translation>
    </message>
    <message>
        <source>You can put your card on the reader all the same. Connect the other one, or ask the system administrator to assign the readers anew.</source>
        <translation>ログインはそのままできます。カードをリーダーに置いてください。もう一つのリーダーを接続するか、割り当て直すようシステム管理者に頼んでください。</translation>
    </message>
    <message>
        <source>This one belongs here: %1</source>
        <extracomment>%1 is the name of a card reader</extracomment>
        <translation>ここで使うリーダー：%1</translation>
    </message>
    <message>
        <source>Probably: %1</source>
        <extracomment>%1 is a list of programs</extracomment>
        <translation>使っていると思われるプログラム：%1</translation>
    </message>
    <message>
        <source>End the entry on the keys of the reader.</source>
        <translation>カードリーダーのキーで入力を終えてください。</translation>
    </message>
    <message>
        <source>The reader still waits for a PIN that is not needed any more. Press its cancel key; then the card is read.</source>
        <translation>リーダーは、もう必要のない暗証番号の入力を待っています。リーダーの取消キーを押すと、カードを読み取ります。</translation>
    </message>
    <message>
        <source>The change of your PIN was cut off. It is not known which one the card has.</source>
        <translation>暗証番号の変更が途中で終わりました。カードの暗証番号が変わったかどうか分かりません。</translation>
    </message>
    <message>
        <source>Enter the new one first; if it is wrong, the old one holds.</source>
        <translation>まず新しい暗証番号を入力してください。違う場合は、今までの暗証番号のままです。</translation>
    </message>
    <message>
        <source>The change was cut off: try the other one, the old or the new.</source>
        <translation>変更が途中で終わっています。新旧のもう一方の暗証番号を入力してください。</translation>
    </message>
</context>
<context>
    <name>PageParts</name>
    <message>
        <source>Only the first %1 of %2 are shown.</source>
        <translation>%2件のうち、はじめの%1件を表示しています。</translation>
    </message>
</context>
<context>
    <name>PinText</name>
    <message>
        <source>%1 digits.</source>
        <translation>数字%1桁にしてください。</translation>
    </message>
    <message>
        <source>%1 to %2 digits.</source>
        <translation>数字%1～%2桁にしてください。</translation>
    </message>
    <message>
        <source>%1 to %2 letters, digits or signs.</source>
        <translation>英字・数字・記号で%1～%2文字にしてください。</translation>
    </message>
    <message>
        <source>%1 to %2 characters, both letters and digits.</source>
        <translation>英字と数字の両方を使い、%1～%2文字にしてください。</translation>
    </message>
</context>
<context>
    <name>PolicyRules</name>
    <message>
        <source>Cover the screen after (minutes)</source>
        <translation>画面を隠すまでの時間（分）</translation>
    </message>
    <message>
        <source>Without a key press or movement, 1 to 60.</source>
        <translation>操作がないとき。1から60まで。</translation>
    </message>
    <message>
        <source>Lock the session after (minutes)</source>
        <translation>ロックするまでの時間（分）</translation>
    </message>
    <message>
        <source>Not before the screen is covered, at most 60.</source>
        <translation>操作がないとき。画面を隠すまでの時間以上、60まで。</translation>
    </message>
    <message>
        <source>Wrong PINs before a card has to wait</source>
        <translation>待ち時間を設けるまでの間違いの回数（回）</translation>
    </message>
    <message>
        <source>In a row on this terminal, 1 to 10.</source>
        <translation>この端末で続けて間違えた回数。1から10まで。</translation>
    </message>
    <message>
        <source>How long it waits (minutes)</source>
        <translation>待ち時間（分）</translation>
    </message>
    <message>
        <source>After that failure and each further one, rising, with commas; then only the supervisor helps.</source>
        <translation>間違えるたびに長くします。コンマで区切ります。最後の次は、共同利用端末管理者が解除するまで使えません。</translation>
    </message>
    <message>
        <source>Shortest new PIN (characters)</source>
        <translation>新しい暗証番号の最短の長さ（文字）</translation>
    </message>
    <message>
        <source>6 to 8.</source>
        <translation>6～8。</translation>
    </message>
    <message>
        <source>What a new PIN is made of</source>
        <translation>新しい暗証番号に使える文字</translation>
    </message>
    <message>
        <source>Many cards take digits only.</source>
        <translation>数字しか使えないカードが多くあります。</translation>
    </message>
    <message>
        <source>Former PINs that may not come again</source>
        <translation>再び使えない過去の暗証番号の数</translation>
    </message>
    <message>
        <source>Besides the present one, 0 to 20. They are kept as hashes.</source>
        <translation>今のもののほかに0～20個。元に戻せない形で保管します。</translation>
    </message>
    <message>
        <source>A PIN has to be changed after (days)</source>
        <translation>暗証番号を変更するまでの期間（日）</translation>
    </message>
    <message>
        <source>0: never.</source>
        <translation>0：変更を求めません。</translation>
    </message>
    <message>
        <source>Said that many days before</source>
        <translation>何日前から知らせるか</translation>
    </message>
    <message>
        <source>Not more than the days above.</source>
        <translation>上の期間以内にしてください。</translation>
    </message>
    <message>
        <source>Have the PIN changed when it is due</source>
        <translation>期限を過ぎたら暗証番号を変更させる</translation>
    </message>
    <message>
        <source>On: until then nothing else can be done. Off: it is only said.</source>
        <translation>「する」のときは、変更するまでほかの操作ができません。「しない」のときは、知らせるだけです。</translation>
    </message>
    <message>
        <source>Show a keypad beside PIN fields</source>
        <translation>暗証番号の欄の横に画面のキーパッドを出す</translation>
    </message>
    <message>
        <source>Its digits change their places each time.</source>
        <translation>数字の並びは毎回変わります。</translation>
    </message>
    <message>
        <source>A list of revoked cards made here is current for (days)</source>
        <translation>ここで作る失効リストの有効期間（日）</translation>
    </message>
    <message>
        <source>1 to 365.</source>
        <translation>1から365まで。</translation>
    </message>
    <message>
        <source>A list out of date still does for (days)</source>
        <translation>期限切れの失効リストを使い続ける期間（日）</translation>
    </message>
    <message>
        <source>Refuse cards whose authority has no list here</source>
        <translation>失効リストのない認証局のカードを断る</translation>
    </message>
    <message>
        <source>Off: it is not asked whether they are revoked.</source>
        <translation>しるしを付けないと、失効しているかどうかを確かめません。</translation>
    </message>
    <message>
        <source>Accept cards without a 9E key</source>
        <translation>9Eの鍵がないカードを認める</translation>
    </message>
    <message>
        <source>They are proven genuine only after the PIN: a made-up card could learn it. Better off.</source>
        <translation>暗証番号のあとで本物かどうかを確かめるカードです。偽のカードに番号を知られるおそれがあるので、認めないことをおすすめします。</translation>
    </message>
    <message>
        <source>Have PINs entered on readers that have keys</source>
        <translation>キーのあるカードリーダーでは、暗証番号をリーダーで入力する</translation>
    </message>
    <message>
        <source>Have PINs changed on such readers too</source>
        <translation>暗証番号の変更も、そのリーダーで行う</translation>
    </message>
    <message>
        <source>Of the rules for new PINs only 6 to 8 digits hold there.</source>
        <translation>新しい暗証番号の決まりのうち、6～8桁の数字であることだけが守られます。</translation>
    </message>
    <message>
        <source>Issue only cards that show who made them</source>
        <translation>製造元を証明できるカードだけを発行に使う</translation>
    </message>
    <message>
        <source>By makers that the office has approved.</source>
        <translation>役所が認めた製造元に限ります。</translation>
    </message>
    <message>
        <source>Let somebody have more than one card</source>
        <translation>一人が複数のカードを持つことを認める</translation>
    </message>
    <message>
        <source>Off: one that is in force, or none.</source>
        <translation>「しない」のときは、有効なカードは一人1枚までです。</translation>
    </message>
    <message>
        <source>They never reach this terminal then. Off where PINs have letters: they are typed.</source>
        <translation>暗証番号はこの端末に渡りません。英字を含む暗証番号を使う所では「しない」にして、端末で入力します。</translation>
    </message>
    <message>
        <source>Have the PIN of an outside authority&apos;s card changed</source>
        <translation>外部の認証局のカードの暗証番号を変更させる</translation>
    </message>
    <message>
        <source>At its first login here: somebody else may know it. Off where people bring PINs of their own.</source>
        <translation>ここでの最初のログインのとき。ほかの人が番号を知っているかもしれないためです。職員が自分で決めた番号のカードを使う場合はオフにします。</translation>
    </message>
    <message>
        <source>With a warning at the login, 0 to 90. After that only those cards of its authority are accepted that were issued here.</source>
        <translation>0から90まで。この間はログインのときに注意を出します。過ぎると、その認証局のカードは、ここで発行したものだけが使えます。</translation>
    </message>
</context>
<context>
    <name>PostalFill</name>
    <message>
        <source>Type the seven digits first, then press F5.</source>
        <translation>7桁の郵便番号を入れてから、F5 を押してください。</translation>
    </message>
    <message>
        <source>No address is known for this postal code.</source>
        <translation>この郵便番号の住所は見つかりません。</translation>
    </message>
    <message>
        <source>The address is already filled in and was not changed.</source>
        <translation>住所は入力済みのため、変えていません。</translation>
    </message>
    <message>
        <source>Several places have this postal code. Complete the address.</source>
        <translation>この郵便番号の町域は1つではありません。住所の続きを入力してください。</translation>
    </message>
</context>
<context>
    <name>PracticeProgram</name>
    <message>
        <source>%1 (for practice)</source>
        <extracomment>%1 is the title that the window has otherwise</extracomment>
        <translation>%1（練習用）</translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Part of the form</source>
        <translation>様式の部分</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>手続</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー番号</translation>
    </message>
    <message>
        <source>Searched by</source>
        <translation>検索に使った項目</translation>
    </message>
    <message>
        <source>Handed over to</source>
        <translation>引き継いだ相手</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>もとの下書き</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>きっかけ</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Before number</source>
        <translation>この番号より前</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Reception number</source>
        <translation>受付番号</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a thing in words, %2 its name in the log</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what a detail is about, such as Field; %2 the detail</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>表示した件数</translation>
    </message>
    <message>
        <source>Drafts shown</source>
        <translation>表示した下書き</translation>
    </message>
    <message>
        <source>Sent to the card</source>
        <translation>カードへの送信</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事案番号</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>立会人</translation>
    </message>
    <message>
        <source>Due back</source>
        <translation>返却期限</translation>
    </message>
    <message>
        <source>Witness proven</source>
        <translation>立会人の確認</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>First card of the station</source>
        <translation>この端末の最初のカード</translation>
    </message>
    <message>
        <source>Tries left</source>
        <translation>残り回数</translation>
    </message>
    <message>
        <source>Number of the list</source>
        <translation>リストの番号</translation>
    </message>
    <message>
        <source>List of revoked cards</source>
        <translation>失効リスト</translation>
    </message>
    <message>
        <source>Lost the key to the drafts</source>
        <translation>下書きの鍵をなくしたカード</translation>
    </message>
    <message>
        <source>Kept the key to the drafts</source>
        <translation>下書きの鍵を残したカード</translation>
    </message>
    <message>
        <source>Lost the office key</source>
        <translation>カード発行用の鍵をなくしたカード</translation>
    </message>
    <message>
        <source>Kept the office key</source>
        <translation>カード発行用の鍵を残したカード</translation>
    </message>
    <message>
        <source>Result of verifying</source>
        <translation>検証の結果</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>署名の数</translation>
    </message>
    <message>
        <source>First wrong record</source>
        <translation>異常のある最初の記録</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Technical reason</source>
        <translation>技術的な理由</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳しい内容</translation>
    </message>
    <message>
        <source>Former log kept in</source>
        <translation>前の記録の保存先</translation>
    </message>
    <message>
        <source>Former logs</source>
        <translation>前の記録</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>役所</translation>
    </message>
    <message>
        <source>Set back to the usual values</source>
        <translation>初期値に戻した</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>行った方法</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Administrator&apos;s command</source>
        <translation>管理者のコマンド</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>By name only</source>
        <translation>氏名のみ</translation>
    </message>
    <message>
        <source>By card and PIN</source>
        <translation>カードと暗証番号</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>失効済み</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>異常なし</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>異常あり</translation>
    </message>
    <message>
        <source>%1, reception %2</source>
        <extracomment>%1 is a procedure, %2 a reception number</extracomment>
        <translation>%1 受付番号%2</translation>
    </message>
    <message>
        <source>On the reader&apos;s keys</source>
        <translation>リーダーのキーで</translation>
    </message>
    <message>
        <source>Not in time</source>
        <translation>時間切れ</translation>
    </message>
    <message>
        <source>Too short or too long</source>
        <translation>桁数の誤り</translation>
    </message>
    <message>
        <source>New PINs differ</source>
        <translation>新しい暗証番号の不一致</translation>
    </message>
    <message>
        <source>The reader could not do it</source>
        <translation>リーダーでは入力できない</translation>
    </message>
    <message>
        <source>Operators, cards, locks or settings are older than the log</source>
        <translation>操作者・カード・ロック・設定が、記録より古い状態です</translation>
    </message>
    <message>
        <source>Logged out</source>
        <translation>ログアウト</translation>
    </message>
    <message>
        <source>Card taken out</source>
        <translation>カードの取り出し</translation>
    </message>
    <message>
        <source>Nobody at the keyboard</source>
        <translation>一定時間の操作なし</translation>
    </message>
    <message>
        <source>Locked by the operator</source>
        <translation>操作者によるロック</translation>
    </message>
    <message>
        <source>The card is not in force any more</source>
        <translation>カードが無効になったため</translation>
    </message>
    <message>
        <source>Not allowed any more</source>
        <translation>利用条件を満たさなくなったため</translation>
    </message>
    <message>
        <source>The delay has passed</source>
        <translation>待ち時間の終了</translation>
    </message>
    <message>
        <source>During a change of cards</source>
        <translation>カードの入れ替え中</translation>
    </message>
    <message>
        <source>Maker proven</source>
        <translation>製造元の証明</translation>
    </message>
    <message>
        <source>Serial number of the card</source>
        <translation>カードの製造番号</translation>
    </message>
    <message>
        <source>Issuing certificates withdrawn in it</source>
        <translation>取り消した発行用証明書</translation>
    </message>
    <message>
        <source>Cards issued with them</source>
        <translation>それで発行したカード</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>Key to the drafts</source>
        <translation>下書きの鍵</translation>
    </message>
    <message>
        <source>Office key</source>
        <translation>役所の鍵</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>First day of the role</source>
        <translation>役割の開始日</translation>
    </message>
    <message>
        <source>Last day of the role</source>
        <translation>役割の終了日</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>利用時間</translation>
    </message>
    <message>
        <source>Days of the week (1: Monday)</source>
        <translation>曜日（1は月曜）</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>端末</translation>
    </message>
    <message>
        <source>Day card until</source>
        <translation>当日カードの期限</translation>
    </message>
    <message>
        <source>The same card came back</source>
        <translation>同じカードが戻った</translation>
    </message>
    <message>
        <source>Change of cards</source>
        <translation>カードの入れ替え</translation>
    </message>
    <message>
        <source>Another operator&apos;s card</source>
        <translation>別の操作者のカード</translation>
    </message>
    <message>
        <source>The session was ended</source>
        <translation>セッションの終了</translation>
    </message>
    <message>
        <source>Only cards out of use keep it</source>
        <translation>使用していないカードだけが保持</translation>
    </message>
    <message>
        <source>Nobody has it any more</source>
        <translation>保持するカードなし</translation>
    </message>
    <message>
        <source>Stay valid</source>
        <translation>有効のまま</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正しい</translation>
    </message>
    <message>
        <source>Clock behind the record</source>
        <translation>操作履歴より遅れていた時計</translation>
    </message>
    <message>
        <source>Latest time on record</source>
        <translation>操作履歴の最後の時刻</translation>
    </message>
    <message>
        <source>In place of</source>
        <translation>代わりの対象</translation>
    </message>
    <message>
        <source>Step that ended only afterwards</source>
        <translation>その後に終わった手順</translation>
    </message>
    <message>
        <source>Counts as right from now on</source>
        <translation>以後、正しいものとして扱う</translation>
    </message>
    <message>
        <source>The old one or the new one</source>
        <translation>今までのものか新しいもの（不明）</translation>
    </message>
    <message>
        <source>Making the card&apos;s keys</source>
        <translation>カードの鍵の作成</translation>
    </message>
    <message>
        <source>Writing the certificates</source>
        <translation>証明書の書込み</translation>
    </message>
    <message>
        <source>Setting the first PIN</source>
        <translation>最初の暗証番号の設定</translation>
    </message>
    <message>
        <source>Certificates revoked in it</source>
        <translation>リストで失効した証明書の数</translation>
    </message>
    <message>
        <source>None on this terminal</source>
        <translation>この端末にない</translation>
    </message>
    <message>
        <source>Issuing card without a witness</source>
        <translation>立会人のいない発行者のカード</translation>
    </message>
    <message>
        <source>Name, reading, role or last day entered anew</source>
        <translation>氏名・フリガナ・役割・最終日の入力し直し</translation>
    </message>
</context>
<context>
    <name>RegisterWords</name>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>State of the card</source>
        <translation>カードの状態</translation>
    </message>
    <message>
        <source>Operator number</source>
        <translation>操作者番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Role from</source>
        <translation>役割の開始日</translation>
    </message>
    <message>
        <source>Role until</source>
        <translation>役割の終了日</translation>
    </message>
    <message>
        <source>State of the operator</source>
        <translation>操作者の状態</translation>
    </message>
    <message>
        <source>Day card until</source>
        <translation>当日カードの期限</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>できごと</translation>
    </message>
    <message>
        <source>By</source>
        <translation>行った人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>立会人</translation>
    </message>
    <message>
        <source>Witness proven</source>
        <translation>立会人の確認</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>事案番号</translation>
    </message>
    <message>
        <source>Due back</source>
        <translation>返却期限</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>利用時間</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>曜日</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>端末</translation>
    </message>
    <message>
        <source>May</source>
        <translation>できること</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>At the console</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>By card and PIN</source>
        <translation>カードと暗証番号</translation>
    </message>
    <message>
        <source>By name only</source>
        <translation>氏名のみ</translation>
    </message>
</context>
<context>
    <name>RightsPaper</name>
    <message>
        <source>Who may do what</source>
        <translation>権限の一覧</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>利用時間</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>端末</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>%1 may: %2</source>
        <extracomment>%1 is a role, %2 everything that it may do</extracomment>
        <translation>%1ができること：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Gone through on, and by (signature):</source>
        <translation>点検した日と点検した者（署名）：</translation>
    </message>
    <message>
        <source>The list is in %1. Print it, go through it and sign it.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>一覧を %1 に保存しました。印刷して点検し、署名してください。</translation>
    </message>
</context>
<context>
    <name>RoleForm</name>
    <message>
        <source>This is you. Another card administrator has to change it.</source>
        <translation>ご自身の役割です。ほかの操作者カード管理者に変更を依頼してください。</translation>
    </message>
    <message>
        <source>No other card in use opens the drafts: the key would be lost with this role. Have another operator log in once before.</source>
        <translation>下書きを開けるカードがほかに使われていません。この役割にすると下書きの鍵が失われます。先にほかの窓口操作者に一度ログインしてもらってください。</translation>
    </message>
    <message>
        <source>No other card in use has the office key: it would be lost with this role. Have another card administrator log in once before.</source>
        <translation>役所の鍵を持つカードがほかに使われていません。この役割にすると役所の鍵が失われます。先にほかの操作者カード管理者に一度ログインしてもらってください。</translation>
    </message>
    <message>
        <source>The first day is after the last one.</source>
        <translation>開始日が終了日より後になっています。</translation>
    </message>
    <message>
        <source>The last day can&apos;t lie in the past.</source>
        <translation>終了日に過ぎた日は入力できません。</translation>
    </message>
    <message>
        <source>Enter two different times, such as 8:30-17:15.</source>
        <translation>異なる2つの時刻を入力してください（例: 8:30-17:15）。</translation>
    </message>
    <message>
        <source>Tick the days on which she works.</source>
        <translation>勤務する曜日を選んでください。</translation>
    </message>
    <message>
        <source>Enter names of up to 64 characters, with commas between them.</source>
        <translation>64文字以内の端末名を、コンマで区切って入力してください。</translation>
    </message>
</context>
<context>
    <name>RoleText</name>
    <message>
        <source>Counter operator</source>
        <translation>窓口操作者</translation>
    </message>
    <message>
        <source>Card administrator</source>
        <translation>操作者カード管理者</translation>
    </message>
    <message>
        <source>Terminal supervisor</source>
        <translation>共同利用端末管理者</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>監査者</translation>
    </message>
    <message>
        <source>System administrator</source>
        <translation>システム管理者</translation>
    </message>
</context>
<context>
    <name>ScreenCatalogue</name>
    <message>
        <source>Desk</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Card register</source>
        <translation>操作者カード管理簿</translation>
    </message>
    <message>
        <source>Today&apos;s activity</source>
        <translation>今日の動き</translation>
    </message>
    <message>
        <source>Locked cards</source>
        <translation>ロックされたカード</translation>
    </message>
    <message>
        <source>My history</source>
        <translation>自分の操作履歴</translation>
    </message>
    <message>
        <source>Operation log</source>
        <translation>操作履歴の点検</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>端末の情報</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>カードの期限</translation>
    </message>
    <message>
        <source>Report a lost card</source>
        <translation>カードの紛失の届出</translation>
    </message>
    <message>
        <source>Issue card</source>
        <translation>カードの発行</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>診断</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>権限の一覧</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>Unblock PIN</source>
        <translation>暗証番号のロックを解除</translation>
    </message>
    <message>
        <source>Destroy card</source>
        <translation>カードの廃棄</translation>
    </message>
    <message>
        <source>Card readers</source>
        <translation>カードリーダー</translation>
    </message>
    <message>
        <source>Sign list of revoked cards</source>
        <translation>失効リストへの署名</translation>
    </message>
    <message>
        <source>Change name, role and times</source>
        <translation>氏名・役割・利用時間の変更</translation>
    </message>
</context>
<context>
    <name>SetupProblem</name>
    <message>
        <source>A folder or file is not there any more.</source>
        <translation>フォルダーまたはファイルが見つかりません。</translation>
    </message>
    <message>
        <source>Put the medium in again and go on with F12.</source>
        <translation>媒体を差し直し、F12で続けてください。</translation>
    </message>
    <message>
        <source>A file can&apos;t be read.</source>
        <translation>ファイルを読めません。</translation>
    </message>
    <message>
        <source>Check the file and who may read it, then go on with F12.</source>
        <translation>ファイルとその読み取り権限を確かめ、F12で続けてください。</translation>
    </message>
    <message>
        <source>A file can&apos;t be written.</source>
        <translation>ファイルに書き込めません。</translation>
    </message>
    <message>
        <source>Check whether the medium is still there and may be written to, then go on with F12. What was begun is continued.</source>
        <translation>媒体が差してあり書き込めることを確かめ、F12で続けてください。途中から続きます。</translation>
    </message>
    <message>
        <source>The content of a file is not as it should be.</source>
        <translation>ファイルの内容が正しくありません。</translation>
    </message>
    <message>
        <source>Use the second copy of the root, or the file as you were given it.</source>
        <translation>ルート鍵のもう一つの写し、または受け取ったままのファイルを使ってください。</translation>
    </message>
    <message>
        <source>The file holds no certificate that can be read.</source>
        <translation>読める証明書がファイルにありません。</translation>
    </message>
    <message>
        <source>Ask the authority for its certificates as PEM, and choose that file.</source>
        <translation>認証局からPEM形式の証明書を受け取り、そのファイルを選んでください。</translation>
    </message>
    <message>
        <source>There is no room left on the disk or medium.</source>
        <translation>ディスクまたは媒体の空きがありません。</translation>
    </message>
    <message>
        <source>Make room, then go on with F12. What was begun is continued.</source>
        <translation>空きを作り、F12で続けてください。途中から続きます。</translation>
    </message>
    <message>
        <source>A terminal has been set up here meanwhile.</source>
        <translation>その間に、ここに端末が設定されました。</translation>
    </message>
    <message>
        <source>Close this window and start the program again.</source>
        <translation>この画面を閉じ、プログラムを起動し直してください。</translation>
    </message>
    <message>
        <source>The terminal&apos;s folder holds the remains of another set-up.</source>
        <translation>端末のフォルダーに、以前の設定の残りがあります。</translation>
    </message>
    <message>
        <source>Its key is missing. Bring it back from the backup, or choose another folder with --station.</source>
        <translation>鍵がありません。バックアップから戻すか、--station で別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>This terminal was set up with another authority.</source>
        <translation>この端末は別の認証局で設定されています。</translation>
    </message>
    <message>
        <source>Use the medium, or the card, of the authority it was set up with.</source>
        <translation>設定に使った認証局の媒体、またはカードを使ってください。</translation>
    </message>
    <message>
        <source>This number was entered with another name before.</source>
        <translation>この番号は前に別の氏名で入力されています。</translation>
    </message>
    <message>
        <source>Enter name and reading as before, or another number.</source>
        <translation>前と同じ氏名とフリガナを入力するか、別の番号にしてください。</translation>
    </message>
    <message>
        <source>Put hers in, and take all others out.</source>
        <translation>使うカードだけを入れ、ほかのカードは抜いてください。</translation>
    </message>
    <message>
        <source>The card was taken out too early.</source>
        <translation>途中でカードが抜かれました。</translation>
    </message>
    <message>
        <source>It can&apos;t log in yet. Put the same card in again, enter the PIN and go on with F12: it is finished then.</source>
        <translation>このカードではまだログインできません。同じカードを入れ直し、暗証番号を入力してF12で続けると、最後まで作れます。</translation>
    </message>
    <message>
        <source>This person has her card already.</source>
        <translation>この人のカードはもうできています。</translation>
    </message>
    <message>
        <source>Enter the number, name and reading of the second person.</source>
        <translation>二人目の操作者番号と氏名、フリガナを入力してください。</translation>
    </message>
    <message>
        <source>With this root no further card can be made here.</source>
        <translation>このルート鍵では、ここでこれ以上カードを作れません。</translation>
    </message>
    <message>
        <source>Use the root that the first card came from. A card that was issued at another terminal is taken in with madoguchictl card enroll.</source>
        <translation>最初のカードを作ったルート鍵を使ってください。ほかの端末で発行したカードは madoguchictl card enroll で登録します。</translation>
    </message>
    <message>
        <source>There is no card to work with, or several.</source>
        <translation>使うカードがないか、複数入っています。</translation>
    </message>
    <message>
        <source>This card is somebody&apos;s already.</source>
        <translation>このカードはもうほかの人のものになっています。</translation>
    </message>
    <message>
        <source>Take it out and put another new card in.</source>
        <translation>抜いて、別の新しいカードを入れてください。</translation>
    </message>
    <message>
        <source>The card refused what it was asked.</source>
        <translation>カードが処理を受け付けませんでした。</translation>
    </message>
    <message>
        <source>Go on with F12 to try again. If it refuses again, use another new card.</source>
        <translation>F12でもう一度行ってください。また受け付けないときは、別の新しいカードを使ってください。</translation>
    </message>
</context>
<context>
    <name>TermsText</name>
    <message>
        <source>every day</source>
        <translation>毎日</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>At any hour</source>
        <translation>時間の制限なし</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is &quot;08:30-17:15&quot;, %2 are days of the week</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>期限なし</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Role from</source>
        <translation>役割の開始日</translation>
    </message>
    <message>
        <source>Role until</source>
        <translation>役割の終了日</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>利用時間</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>端末</translation>
    </message>
    <message>
        <source>Role is over</source>
        <translation>役割終了</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>フリガナ</translation>
    </message>
</context>
<context>
    <name>UnblockText</name>
    <message>
        <source>The blocked card is read</source>
        <translation>解除するカードの確認</translation>
    </message>
    <message>
        <source>Take out the card that is in the other reader. Put in card %1 of %2.</source>
        <translation>もう一つのカードリーダーのカードを抜き、%2さんのカード（%1）を入れてください。</translation>
    </message>
    <message>
        <source>The card is being read.</source>
        <translation>カードを読んでいます。</translation>
    </message>
    <message>
        <source>The holder chooses a new PIN</source>
        <translation>新しい暗証番号の設定</translation>
    </message>
    <message>
        <source>The PIN is being set. Leave the card where it is.</source>
        <translation>暗証番号を設定しています。カードは、そのままにしてください。</translation>
    </message>
    <message>
        <source>Hand the keyboard to %1, who chooses a new PIN and enters it twice. Nobody else may see it.</source>
        <extracomment>%1 is the holder&apos;s name</extracomment>
        <translation>%1さんに交代してください。ご本人が新しい暗証番号を決めて、2回入力します。ほかの人は見ないでください。</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新しい暗証番号</translation>
    </message>
    <message>
        <source>New PIN once more</source>
        <translation>新しい暗証番号（もう一度）</translation>
    </message>
    <message>
        <source>The card is unblocked</source>
        <translation>ロックを解除しました</translation>
    </message>
    <message>
        <source>Take the card out and give it back. Its holder logs in with the new PIN.</source>
        <translation>カードを抜いて、ご本人に返してください。新しい暗証番号でログインできます。</translation>
    </message>
    <message>
        <source>Unblocking stopped</source>
        <translation>ロックの解除が止まりました</translation>
    </message>
    <message>
        <source>The PIN of the card is as it was.</source>
        <translation>カードの暗証番号は変わっていません。</translation>
    </message>
    <message>
        <source>This is another card than %1.</source>
        <extracomment>%1 is a card&apos;s number</extracomment>
        <translation>%1ではない、別のカードです。</translation>
    </message>
    <message numerus="yes">
        <source>%n more try(s) like this one block the card for ever.</source>
        <translation>
            <numerusform>あと%n回失敗すると、このカードは二度と使えなくなります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Card %1 of %2 (%3)</source>
        <extracomment>%1 is the card&apos;s number, %2 the name and %3 the operator number of its holder</extracomment>
        <translation>%2（%3）のカード&#x3000;%1</translation>
    </message>
    <message>
        <source>The card has the new PIN all the same, but that could not be noted.</source>
        <translation>カードの暗証番号は新しいものに変わりましたが、記録できませんでした。</translation>
    </message>
</context>
<context>
    <name>madoguchi::AdministratorPage</name>
    <message>
        <source>PIN, chosen by herself</source>
        <translation>暗証番号（本人が決めたもの）</translation>
    </message>
    <message>
        <source>PIN of the card</source>
        <translation>カードの暗証番号</translation>
    </message>
    <message>
        <source>PIN once more</source>
        <translation>暗証番号（もう一度）</translation>
    </message>
    <message>
        <source>Operator number</source>
        <translation>操作者番号</translation>
    </message>
    <message>
        <source>In the log and on papers.</source>
        <translation>操作履歴と書類に載ります。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Put a new card into the reader.</source>
        <translation>新しいカードをカードリーダーに入れてください。</translation>
    </message>
    <message>
        <source>Put her card into the reader.</source>
        <translation>本人のカードをカードリーダーに入れてください。</translation>
    </message>
    <message>
        <source>There are several cards in readers.</source>
        <translation>カードが二枚以上入っています。</translation>
    </message>
    <message>
        <source>Leave only hers in, so that no other card is changed.</source>
        <translation>ほかのカードを書き換えないよう、使うカードだけを残してください。</translation>
    </message>
    <message>
        <source>A card is in the reader.</source>
        <extracomment>%1 is the name of a card reader</extracomment>
        <translation>カードが入っています。</translation>
    </message>
    <message>
        <source>Reader: %1</source>
        <translation>カードリーダー：%1</translation>
    </message>
    <message>
        <source>Enter the operator number.</source>
        <translation>操作者番号を入力してください。</translation>
    </message>
    <message>
        <source>Enter the name.</source>
        <translation>氏名を入力してください。</translation>
    </message>
    <message>
        <source>Enter the reading.</source>
        <translation>フリガナを入力してください。</translation>
    </message>
    <message>
        <source>A PIN has 6 to 8 characters. Nothing was sent to the card.</source>
        <translation>暗証番号は6文字から8文字です。カードには何も送っていません。</translation>
    </message>
    <message>
        <source>The two are not the same. Type both again.</source>
        <translation>二つが一致しません。両方とも入力し直してください。</translation>
    </message>
    <message>
        <source>The first card administrator</source>
        <translation>最初の操作者カード管理者</translation>
    </message>
    <message>
        <source>6 to 8 digits. Nothing that counts up or down, nothing repeated, no date. Nobody else may see it.</source>
        <translation>数字6桁から8桁。連番や繰り返し、日付は使えません。ほかの人に見られないようにしてください。</translation>
    </message>
    <message>
        <source>The second card administrator</source>
        <translation>二人目の操作者カード管理者</translation>
    </message>
    <message>
        <source>Two people make all further cards together. So two get theirs now, each from a new card; this is the first.</source>
        <translation>これからのカードはすべて、二人で一緒に作ります。そのため、今ここで二人分のカードを新しいカードから作ります。まず一人目です。</translation>
    </message>
    <message>
        <source>Take the first card out and put another new card into the reader.</source>
        <translation>一人目のカードを抜いて、別の新しいカードを入れてください。</translation>
    </message>
    <message>
        <source>The first one&apos;s card is made. The second one confirms what she does, and does the same herself. Her card is made now, from another new card.</source>
        <translation>一人目のカードができました。二人目は、一人目の作業を確認し、同じ作業も自分で行います。この人のカードを、別の新しいカードから作ります。</translation>
    </message>
    <message>
        <source>Her card is taken into the register now, as its maker delivered it. All further ones follow with madoguchictl card enroll.</source>
        <translation>この人のカードを、届いた状態のまま管理簿に登録します。ほかの人のカードは、あとで madoguchictl card enroll で登録します。</translation>
    </message>
</context>
<context>
    <name>madoguchi::AuditFilterBar</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>From (date)</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Until (date)</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Operator number</source>
        <translation>操作者番号</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>対象</translation>
    </message>
</context>
<context>
    <name>madoguchi::AuditJobPanel</name>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Verifying the log...</source>
        <translation>操作履歴を検証しています。</translation>
    </message>
    <message>
        <source>Exporting the log...</source>
        <translation>操作履歴を書き出しています。</translation>
    </message>
    <message>
        <source>%1 records and %2 signatures were checked. Nothing is wrong.</source>
        <translation>%1件の記録、%2件の署名を確かめました。異常はありません。</translation>
    </message>
    <message>
        <source>The log is wrong at record %1.</source>
        <translation>%1番の記録に異常があります。</translation>
    </message>
    <message>
        <source>%1 records before it are intact. Change nothing, and tell whoever is responsible for this office&apos;s audits.</source>
        <translation>その前の%1件の記録に異常はありません。何も変えずに、監査の責任者に知らせてください。</translation>
    </message>
    <message>
        <source>Technical reason: %1</source>
        <translation>技術的な理由：%1</translation>
    </message>
    <message>
        <source>Verifying was cancelled after %1 records.</source>
        <translation>検証を%1件で中止しました。</translation>
    </message>
    <message>
        <source>%1 records were exported.</source>
        <translation>%1件の記録を書き出しました。</translation>
    </message>
    <message>
        <source>Exporting was cancelled. No file was written.</source>
        <translation>書き出しを中止しました。ファイルは作られていません。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <extracomment>%1 is where the file was written</extracomment>
        <translation>保存先：%1</translation>
    </message>
    <message>
        <source>Keep %1 in another place than this computer: it shows later whether records were changed or taken away.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>%1 を、この端末とは別の場所に保管してください。あとで記録が変えられたり消されたりしていないかを確かめられます。</translation>
    </message>
    <message>
        <source>The log is intact, but operators, cards, locks or settings are not as they were written last.</source>
        <translation>操作履歴に異常はありませんが、操作者、カード、ロックまたは設定が、最後に書き込まれた内容と一致しません。</translation>
    </message>
    <message>
        <source>Somebody may have put them back to an older state. Change nothing, and tell whoever is responsible for this office&apos;s audits.</source>
        <translation>古い状態に戻された可能性があります。何も変えずに、監査の責任者に知らせてください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::AuditScreen</name>
    <message>
        <source>Records</source>
        <translation>記録の一覧</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Newer records</source>
        <translation>新しい記録へ</translation>
    </message>
    <message>
        <source>Older records</source>
        <translation>古い記録へ</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>検証する</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSVで書き出す</translation>
    </message>
    <message>
        <source>Export as JSON Lines</source>
        <translation>全記録をJSON Linesで書き出す</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>No record fits. Change the filters and search again.</source>
        <translation>条件に合う記録はありません。条件を変えて、もう一度検索してください。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索する</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>条件を消す</translation>
    </message>
    <message>
        <source>Records %1 to %2, newest first</source>
        <extracomment>%1 and %2 are the numbers of the newest and the oldest record shown</extracomment>
        <translation>%1番から%2番まで（新しい順）</translation>
    </message>
    <message>
        <source>Operation log</source>
        <translation>操作履歴の点検</translation>
    </message>
</context>
<context>
    <name>madoguchi::AuthorityPage</name>
    <message>
        <source>This office itself</source>
        <translation>この役所が自分で作る</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>外部の機関が作る</translation>
    </message>
    <message>
        <source>File with their certificates</source>
        <translation>外部の認証局の証明書ファイル</translation>
    </message>
    <message>
        <source>PEM: the authorities whose cards may log in here.</source>
        <translation>PEM形式。この認証局のカードだけがここでログインできます。</translation>
    </message>
    <message>
        <source>Certificates on media that are plugged in</source>
        <translation>差してある媒体の中の証明書</translation>
    </message>
    <message>
        <source>None was found.</source>
        <translation>見つかりません。</translation>
    </message>
    <message>
        <source>Cards are made by</source>
        <translation>カードを作るところ</translation>
    </message>
    <message>
        <source>Choose the file.</source>
        <translation>ファイルを選んでください。</translation>
    </message>
    <message>
        <source>There is no such file to read.</source>
        <translation>そのファイルはないか、読めません。</translation>
    </message>
    <message>
        <source>Who makes the operator cards?</source>
        <translation>操作者カードはどこが作りますか</translation>
    </message>
    <message>
        <source>Nobody can log in at this terminal yet. It takes about five minutes to set it up. You need a card reader. If this office makes its cards itself: two new cards, the two people who get them, and a removable medium such as a USB stick; otherwise the first card administrator&apos;s card.</source>
        <translation>この端末にはまだだれもログインできません。設定には5分ほどかかります。カードリーダーを用意してください。役所が自分でカードを作る場合は、新しいカード2枚と、それを受け取る二人、USBメモリーなどの取り外せる媒体が必要です。外部の機関が作る場合は、最初の操作者カード管理者のカードが必要です。</translation>
    </message>
    <message>
        <source>This office itself: the key that all cards come from is made now and kept in your safe. Somebody else: the cards come with certificates of an authority that you were told; also for a further terminal of an office with a root of its own, with root.pem.</source>
        <translation>自分で作る場合は、すべてのカードのもとになる鍵をいま作り、金庫に保管します。外部が作る場合は、指定された認証局の証明書が入ったカードを使います。自分で作る役所の2台目からの端末も、ここでは「外部」を選び、root.pem を指定します。</translation>
    </message>
</context>
<context>
    <name>madoguchi::CardList</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Without a card</source>
        <translation>カードなし</translation>
    </message>
    <message>
        <source>Operators and cards</source>
        <translation>操作者とカードの一覧</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Due back</source>
        <translation>返却期限</translation>
    </message>
    <message>
        <source>Last login</source>
        <translation>最後のログイン</translation>
    </message>
    <message>
        <source>Nobody is registered, or nothing fits the filters.</source>
        <translation>登録がないか、条件に合うものがありません。</translation>
    </message>
    <message>
        <source>Name, reading, number or card</source>
        <translation>氏名・フリガナ・番号・カード</translation>
    </message>
    <message>
        <source>Show details (Enter)</source>
        <translation>詳細を見る（Enter）</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSVで書き出す</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>JSONで書き出す</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::CardPanel</name>
    <message>
        <source>Incident %1</source>
        <extracomment>%1 is a number such as 2026-0001</extracomment>
        <translation>事案 %1</translation>
    </message>
    <message>
        <source>Due back %1</source>
        <extracomment>%1 is a day</extracomment>
        <translation>返却期限 %1</translation>
    </message>
    <message>
        <source>Station set-up</source>
        <translation>端末の設定</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>This is the card in use now. Another card administrator has to change it.</source>
        <translation>今使っているカードです。返却や失効は、別の操作者カード管理者が行ってください。</translation>
    </message>
    <message>
        <source>History of the card</source>
        <translation>カードの履歴</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>できごと</translation>
    </message>
    <message>
        <source>By</source>
        <translation>行った人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>立会人</translation>
    </message>
    <message>
        <source>Lend...</source>
        <translation>貸し出す…</translation>
    </message>
    <message>
        <source>Take back...</source>
        <translation>返却を受ける…</translation>
    </message>
    <message>
        <source>It was found...</source>
        <translation>見つかった…</translation>
    </message>
    <message>
        <source>Report loss...</source>
        <translation>紛失を届け出る…</translation>
    </message>
    <message>
        <source>Invalidate...</source>
        <translation>失効させる…</translation>
    </message>
    <message>
        <source>Destroyed...</source>
        <translation>廃棄した…</translation>
    </message>
    <message>
        <source>Card %1</source>
        <extracomment>%1 is a card&apos;s number</extracomment>
        <translation>カード %1</translation>
    </message>
    <message>
        <source>Unblock PIN...</source>
        <translation>暗証番号のロックを解除…</translation>
    </message>
    <message>
        <source>Suspend card...</source>
        <translation>カードを停止…</translation>
    </message>
    <message>
        <source>Resume card...</source>
        <translation>停止を解除…</translation>
    </message>
    <message>
        <source>Save notice to sign</source>
        <translation>通知書を保存</translation>
    </message>
</context>
<context>
    <name>madoguchi::CardStepPage</name>
    <message>
        <source>Enter</source>
        <translation>入力する</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <extracomment>%1 of %2 steps</extracomment>
        <translation>手順 %1／%2</translation>
    </message>
    <message numerus="yes">
        <source>%n try(s) left</source>
        <translation>
            <numerusform>残り%n回</numerusform>
        </translation>
    </message>
    <message>
        <source>Save notice to sign</source>
        <translation>通知書を保存</translation>
    </message>
    <message>
        <source>The card is at work. In a moment you can leave the page.</source>
        <translation>カードの処理中です。少し待つと、このページを離れられます。</translation>
    </message>
</context>
<context>
    <name>madoguchi::CardsScreen</name>
    <message>
        <source>Suspend %1?</source>
        <translation>%1さんを停止しますか。</translation>
    </message>
    <message>
        <source>From the next login or unlocking on, this operator&apos;s card is refused. Drafts stay as they are.</source>
        <translation>次のログインまたはロック解除から、この操作者のカードは使えなくなります。下書きはそのまま残ります。</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>停止する</translation>
    </message>
    <message>
        <source>Let %1 work again?</source>
        <translation>%1さんの停止を解除しますか。</translation>
    </message>
    <message>
        <source>From now on this operator can log in again.</source>
        <translation>この操作者は、またログインできるようになります。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>停止を解除する</translation>
    </message>
    <message>
        <source>%1 is suspended.</source>
        <translation>%1さんを停止しました。</translation>
    </message>
    <message>
        <source>%1 can work again.</source>
        <translation>%1さんの停止を解除しました。</translation>
    </message>
    <message>
        <source>Card register</source>
        <translation>操作者カード管理簿</translation>
    </message>
    <message>
        <source>%1 cards were exported to %2.</source>
        <extracomment>%1 is a number of cards, %2 a file</extracomment>
        <translation>%1枚分を %2 に書き出しました。</translation>
    </message>
    <message>
        <source>Card %1 is taken back.</source>
        <translation>カード %1 の返却を受けました。</translation>
    </message>
    <message>
        <source>Card %1 is noted as found. It stays refused.</source>
        <translation>カード %1 の発見を記録しました。使えないままです。</translation>
    </message>
    <message>
        <source>Card %1 is invalidated.</source>
        <translation>カード %1 を失効させました。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Suspended since</source>
        <translation>停止した日時</translation>
    </message>
    <message>
        <source>Not in the register: she had no card. See the log.</source>
        <translation>カードがなかったため、管理簿にありません。操作履歴で確かめてください。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a name, %2 an operator number</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Suspended by</source>
        <translation>停止した人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Card %1 can be used again.</source>
        <translation>カード %1 は、また使えます。</translation>
    </message>
    <message>
        <source>Card %1 is suspended and refused from now on.</source>
        <translation>カード %1 を停止しました。今から使えません。</translation>
    </message>
    <message>
        <source>Card %1 is lent. Save the notice for its holder to sign.</source>
        <translation>カード %1 を貸し出しました。本人が署名する通知書を保存してください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ChoiceField</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is the digit key that chooses this option, %2 the option</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選んでください</translation>
    </message>
</context>
<context>
    <name>madoguchi::Cover</name>
    <message>
        <source>The screen is hidden</source>
        <translation>画面を隠しています</translation>
    </message>
    <message>
        <source>Press F11, Enter or Esc to go back to your work.</source>
        <translation>F11・Enter・Escのどれかを押すと、元の画面に戻ります。</translation>
    </message>
</context>
<context>
    <name>madoguchi::DeskScreen</name>
    <message>
        <source>Back to all my drafts</source>
        <translation>自分の下書きに戻る</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>下書きの一覧</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>手続</translation>
    </message>
    <message>
        <source>Reception</source>
        <translation>受付番号</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>変更した日時</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>引き継ぎ</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <extracomment>%1 is how many drafts are listed</extracomment>
        <translation>見つかった下書き&#x3000;%1件</translation>
    </message>
    <message>
        <source>My drafts: %1</source>
        <translation>自分の下書き&#x3000;%1件</translation>
    </message>
    <message>
        <source>%1 (there may be more; narrow the search)</source>
        <translation>%1（ほかにもあるかもしれません。条件を足してください）</translation>
    </message>
    <message>
        <source>No draft of yours was found. Check the reading, the date of birth or the number, or ask the colleague who received the visitor.</source>
        <translation>自分の下書きには見つかりませんでした。
フリガナ・生年月日・受付番号を確かめるか、受け付けた職員に聞いてください。</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>（氏名なし）</translation>
    </message>
    <message>
        <source>From %1</source>
        <extracomment>%1 is the colleague&apos;s name</extracomment>
        <translation>%1さんから</translation>
    </message>
    <message>
        <source>Choose the purpose</source>
        <translation>来庁の目的を選ぶ</translation>
    </message>
    <message>
        <source>There are no drafts yet. Press F9, choose the purpose and start a reception.</source>
        <translation>まだ下書きはありません。F9を押し、来庁の目的を選んで受付を始めてください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::DestroyScreen</name>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Back to the card</source>
        <translation>カードに戻る</translation>
    </message>
    <message>
        <source>Name the witness without her card...</source>
        <translation>カードなしで立会人を選ぶ…</translation>
    </message>
    <message>
        <source>Destroy card</source>
        <translation>カードの廃棄</translation>
    </message>
</context>
<context>
    <name>madoguchi::DiagnoseScreen</name>
    <message>
        <source>Check again</source>
        <translation>もう一度調べる</translation>
    </message>
    <message>
        <source>Nothing here asks for a PIN or costs a try. Cards in the readers are asked for a moment.</source>
        <translation>暗証番号の入力はなく、入力できる回数も減りません。カードリーダーに入っているカードを一時的に読み取ります。</translation>
    </message>
    <message>
        <source>Looking at readers and cards ...</source>
        <translation>カードリーダーとカードを調べています…</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>%1 現在</translation>
    </message>
    <message>
        <source>Diagnosis of cards and readers</source>
        <translation>カードとカードリーダーの診断</translation>
    </message>
</context>
<context>
    <name>madoguchi::DiagnosisPage</name>
    <message>
        <source>Check again</source>
        <translation>もう一度調べる</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>戻る（Esc）</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>%1 現在</translation>
    </message>
    <message>
        <source>Diagnosis of cards and readers</source>
        <translation>カードとカードリーダーの診断</translation>
    </message>
    <message>
        <source>Nothing here asks for a PIN or costs a try. Cards in the readers are asked for a moment.</source>
        <translation>暗証番号の入力はなく、入力できる回数も減りません。カードリーダーに入っているカードを一時的に読み取ります。</translation>
    </message>
    <message>
        <source>Looking at readers and cards ...</source>
        <translation>カードリーダーとカードを調べています…</translation>
    </message>
</context>
<context>
    <name>madoguchi::DiagnosisTable</name>
    <message>
        <source>Card service</source>
        <translation>カードサービス</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>ほかのプログラム</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is &quot;Good&quot; or &quot;Attention&quot;, %2 what was found</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>madoguchi::DonePage</name>
    <message>
        <source>Data of this terminal</source>
        <translation>この端末のデータ</translation>
    </message>
    <message>
        <source>The office&apos;s root</source>
        <translation>役所のルート鍵</translation>
    </message>
    <message>
        <source>Copy root-key.pem and root.pem to a second medium.</source>
        <translation>root-key.pem と root.pem を二つ目の媒体に写してください。</translation>
    </message>
    <message>
        <source>Take both media out and lock them into two safes, the passphrase into a third place.</source>
        <translation>二つの媒体を抜いて別々の金庫に入れ、パスフレーズはさらに別の場所に保管してください。</translation>
    </message>
    <message>
        <source>Leave the card in the reader: the login is next. Go on with F12.</source>
        <translation>カードは入れたままにしてください。F12で進むとログインの画面になります。</translation>
    </message>
    <message>
        <source>The first card administrator can log in.</source>
        <translation>最初の操作者カード管理者がログインできます。</translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation>これからすること</translation>
    </message>
    <message>
        <source>This terminal is set up</source>
        <translation>端末の設定が終わりました</translation>
    </message>
    <message>
        <source>From now on the two make all further cards together, on the page Issue card.</source>
        <translation>これからのカードは、「カードの発行」の画面で二人が一緒に作ります。</translation>
    </message>
    <message>
        <source>Take the other people&apos;s cards in with madoguchictl card enroll.</source>
        <translation>ほかの人のカードは madoguchictl card enroll で登録してください。</translation>
    </message>
    <message>
        <source>Both card administrators can log in.</source>
        <translation>操作者カード管理者が二人ともログインできます。</translation>
    </message>
    <message>
        <source>Move root-key.pem and root.pem from this terminal&apos;s disk to two media, and delete them here.</source>
        <translation>root-key.pem と root.pem を、この端末のディスクから二つの媒体に移し、端末からは消してください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::DraftHeader</name>
    <message>
        <source>Hand over</source>
        <translation>引き継ぎ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Reception %1</source>
        <extracomment>%1 is the reception number, %2 the purpose of the visit</extracomment>
        <translation>受付番号 %1</translation>
    </message>
    <message>
        <source>Reception %1, purpose: %2</source>
        <translation>受付番号 %1&#x3000;&#x3000;目的：%2</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <extracomment>%1 is the time with seconds</extracomment>
        <translation>保存しました %1</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>保存しています</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>保存できていません</translation>
    </message>
    <message>
        <source>Saved %1, nothing changed since</source>
        <extracomment>%1 is the time with seconds</extracomment>
        <translation>保存しました %1（変更なし）</translation>
    </message>
    <message>
        <source>No name yet</source>
        <extracomment>%1 is a person&apos;s name</extracomment>
        <translation>氏名は未入力</translation>
    </message>
    <message>
        <source>%1, applicant</source>
        <translation>%1 さん</translation>
    </message>
</context>
<context>
    <name>madoguchi::DraftPanels</name>
    <message>
        <source>Don&apos;t hand over</source>
        <translation>引き継がない</translation>
    </message>
    <message>
        <source>There is no colleague to hand this draft over to.</source>
        <translation>引き継げる職員がいません。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変わっていません。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is the colleague&apos;s name, %2 its reading</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>引き継ぐ相手</translation>
    </message>
    <message>
        <source>To whom do you hand this draft over?</source>
        <translation>だれに引き継ぎますか。</translation>
    </message>
    <message>
        <source>Choose by digit or arrow keys and press Enter.</source>
        <translation>数字か矢印キーで選び、Enter を押します。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Hand this draft over to %1?</source>
        <extracomment>%1 is the colleague&apos;s name</extracomment>
        <translation>この下書きを %1 さんに引き継ぎますか。</translation>
    </message>
    <message>
        <source>It leaves your list at once, and only %1 can open it then. What was entered stays as it is. The hand-over is recorded.</source>
        <translation>引き継ぐと自分の一覧から消え、%1 さんだけが開けます。入力した内容はそのままです。引き継ぎは記録に残ります。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>引き継ぐ</translation>
    </message>
    <message>
        <source>Reason for deleting</source>
        <translation>削除する理由</translation>
    </message>
    <message>
        <source>Delete this draft?</source>
        <translation>この下書きを削除しますか。</translation>
    </message>
    <message>
        <source>Don&apos;t delete</source>
        <translation>削除しない</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除する</translation>
    </message>
    <message>
        <source>Write the reason. Nothing was deleted yet.</source>
        <translation>理由を入力してください。まだ削除していません。</translation>
    </message>
    <message>
        <source>It can&apos;t be brought back on this screen.</source>
        <translation>この画面では元に戻せません。</translation>
    </message>
</context>
<context>
    <name>madoguchi::DraftProblem</name>
    <message>
        <source>Save what is here as a new draft</source>
        <translation>この画面の内容を新しい下書きにする</translation>
    </message>
    <message>
        <source>What you typed is still on this page.</source>
        <translation>入力した内容はこの画面に残っています。</translation>
    </message>
</context>
<context>
    <name>madoguchi::DraftScreen</name>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>下書き：%1</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>引き継ぎ</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Saved as a new draft of the same reception. This page shows the new one now.</source>
        <translation>同じ受付番号の新しい下書きとして保存しました。いまの画面は新しい下書きです。</translation>
    </message>
    <message>
        <source>Everything required is filled in correctly. The draft is saved.</source>
        <translation>必要な項目はすべて入力されています。下書きは保存しました。</translation>
    </message>
    <message>
        <source>No field has an error.</source>
        <translation>誤りのある項目はありません。</translation>
    </message>
    <message>
        <source>The draft was handed over to %1.</source>
        <translation>下書きを %1 さんに引き継ぎました。</translation>
    </message>
    <message>
        <source>The draft was deleted.</source>
        <translation>下書きを削除しました。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Reason for deleting</source>
        <translation>削除の理由</translation>
    </message>
    <message>
        <source>There is no earlier value.</source>
        <translation>前の値はありません。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ErrorPage</name>
    <message>
        <source>Error: %1</source>
        <translation>エラー：%1</translation>
    </message>
    <message>
        <source>Open in: %1 (process %2)</source>
        <extracomment>%1 is the name of a program, %2 its process number</extracomment>
        <translation>使っているプログラム：%1（プロセス%2）</translation>
    </message>
</context>
<context>
    <name>madoguchi::ErrorSummary</name>
    <message>
        <source>F8: next one</source>
        <translation>F8: 次のエラーへ</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 a field&apos;s label, %2 what is wrong with it</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) need a look</source>
        <translation>
            <numerusform>%nか所の確認が必要です</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::FieldRow</name>
    <message>
        <source>Error: %1</source>
        <translation>エラー：%1</translation>
    </message>
    <message>
        <source>*Required</source>
        <translation>※必須</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1、必須</translation>
    </message>
</context>
<context>
    <name>madoguchi::FreshPinPanel</name>
    <message>
        <source>The PIN is wrong.</source>
        <translation>暗証番号が違います。</translation>
    </message>
    <message>
        <source>A PIN has 6 to 8 characters. Nothing was sent to the card.</source>
        <translation>暗証番号は6文字から8文字です。カードには何も送っていません。</translation>
    </message>
    <message>
        <source>Enter your PIN once more</source>
        <translation>もう一度、暗証番号を入力してください</translation>
    </message>
    <message>
        <source>What you want to do needs a PIN that was entered a moment ago. Nothing has been changed yet.</source>
        <translation>この操作には、直前に入力した暗証番号が必要です。まだ何も変わっていません。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確認する</translation>
    </message>
    <message numerus="yes">
        <source>%n more wrong one(s) block the card.</source>
        <translation>
            <numerusform>あと%n回間違えると、このカードは使えなくなります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>あなたの暗証番号</translation>
    </message>
    <message>
        <source>Your card is being read</source>
        <translation>カードを読み取っています</translation>
    </message>
    <message>
        <source>Leave it in the reader. Your PIN is asked for next.</source>
        <translation>カードを差したままお待ちください。続けて暗証番号を入力していただきます。</translation>
    </message>
    <message>
        <source>Your PIN is being checked</source>
        <translation>暗証番号を確認しています</translation>
    </message>
    <message>
        <source>Leave your card in the reader.</source>
        <translation>カードを差したままお待ちください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::FunctionKeyBar</name>
    <message>
        <source>Function keys</source>
        <translation>ファンクションキー</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is a key such as F9, %2 what it does</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>One level up</source>
        <translation>一つ上へ</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Previous value</source>
        <translation>前の値</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>次のエラー</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>下書き保存</translation>
    </message>
    <message>
        <source>Hide screen</source>
        <translation>画面を隠す</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>確定</translation>
    </message>
</context>
<context>
    <name>madoguchi::GroupList</name>
    <message>
        <source>Steps of the form</source>
        <translation>様式の項目</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n error(s))</source>
        <translation>
            <numerusform>%1（エラー%n件）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::HistoryScreen</name>
    <message>
        <source>My history</source>
        <translation>自分の操作履歴</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>端末</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳しい内容</translation>
    </message>
    <message>
        <source>Nothing is on record for you yet.</source>
        <translation>まだ記録はありません。</translation>
    </message>
    <message>
        <source>To the newest</source>
        <translation>いちばん新しい記録へ</translation>
    </message>
    <message>
        <source>The %1 before these</source>
        <extracomment>%1 is how many records a page has</extracomment>
        <translation>これより前の%1件</translation>
    </message>
    <message>
        <source>What you did yourself, the newest first.</source>
        <translation>自分が行った操作です。新しい順に並んでいます。</translation>
    </message>
</context>
<context>
    <name>madoguchi::IssueForm</name>
    <message>
        <source>Operator number</source>
        <translation>操作者番号</translation>
    </message>
    <message>
        <source>Of somebody known: name, reading and role are filled in.</source>
        <translation>登録済みの人の番号なら、氏名・フリガナ・役割が入ります。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Last day of the card</source>
        <translation>カードの有効期限</translation>
    </message>
    <message>
        <source>Enter the operator number.</source>
        <translation>操作者番号を入力してください。</translation>
    </message>
    <message>
        <source>Enter the name.</source>
        <translation>氏名を入力してください。</translation>
    </message>
    <message>
        <source>Enter the reading.</source>
        <translation>フリガナを入力してください。</translation>
    </message>
    <message>
        <source>Choose the role.</source>
        <translation>役割を選んでください。</translation>
    </message>
    <message>
        <source>Enter a day from today to %1.</source>
        <translation>今日から%1までの日を入力してください。</translation>
    </message>
    <message>
        <source>For years</source>
        <translation>長期</translation>
    </message>
    <message>
        <source>Day card for today</source>
        <translation>当日カード（本日）</translation>
    </message>
    <message>
        <source>Day card until tomorrow</source>
        <translation>当日カード（明日まで）</translation>
    </message>
    <message>
        <source>Last day of the role</source>
        <translation>役割の終了日</translation>
    </message>
    <message>
        <source>Such as the day of a transfer. Empty for no limit.</source>
        <translation>異動の日など。空欄は期限なし。</translation>
    </message>
    <message>
        <source>Kind of card</source>
        <translation>カードの種類</translation>
    </message>
    <message>
        <source>A day card is for who has left her own at home: as long as it lasts, hers is refused.</source>
        <translation>当日カードは、ご自分のカードを忘れた人のためのものです。有効な間、本人のカードは使えません。</translation>
    </message>
    <message>
        <source>Such as R11.11.20.</source>
        <translation>例: R11.11.20</translation>
    </message>
    <message>
        <source>Day card until (time)</source>
        <translation>当日カードの期限（時刻）</translation>
    </message>
    <message>
        <source>Such as 17:15. The card is refused after it, and a session ends.</source>
        <translation>例: 17:15。この時刻を過ぎるとカードは使えず、セッションも終了します。</translation>
    </message>
    <message>
        <source>Enter a day from today on, or leave it empty.</source>
        <translation>本日以降の日を入力するか、空欄にしてください。</translation>
    </message>
    <message>
        <source>Enter a time such as 17:15.</source>
        <translation>17:15 のように時刻を入力してください。</translation>
    </message>
    <message>
        <source>This number belongs to somebody with another name, reading or role.</source>
        <translation>この番号は、氏名・よみ・役割の異なる人のものです。</translation>
    </message>
    <message>
        <source>This person has a card that is in force.</source>
        <translation>この人には有効なカードがあります。</translation>
    </message>
    <message>
        <source>Enter a time that has not passed yet.</source>
        <translation>まだ過ぎていない時刻を入力してください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::IssueScreen</name>
    <message>
        <source>Unfinished issues</source>
        <translation>途中で止まった発行</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>発行番号</translation>
    </message>
    <message>
        <source>Operator number</source>
        <translation>操作者番号</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>開始日時</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>立会人</translation>
    </message>
    <message>
        <source>No issue has stopped half way.</source>
        <translation>途中で止まった発行はありません。</translation>
    </message>
    <message>
        <source>Issue again</source>
        <translation>もう一度発行する</translation>
    </message>
    <message>
        <source>Abandon</source>
        <translation>取りやめる</translation>
    </message>
    <message>
        <source>Abandon the issue %1?</source>
        <translation>発行 %1 を取りやめますか。</translation>
    </message>
    <message>
        <source>Its certificates are revoked. The card can be issued anew.</source>
        <translation>この発行の証明書は失効します。カードは、もう一度発行に使えます。</translation>
    </message>
    <message>
        <source>The issue %1 is abandoned.</source>
        <translation>発行 %1 を取りやめました。</translation>
    </message>
    <message>
        <source>Issue card</source>
        <translation>カードの発行</translation>
    </message>
    <message>
        <source>Stop issuing</source>
        <translation>発行をやめる</translation>
    </message>
    <message>
        <source>Back to issuing</source>
        <translation>発行の画面に戻る</translation>
    </message>
    <message>
        <source>Stop issuing?</source>
        <translation>カードの発行をやめますか。</translation>
    </message>
    <message>
        <source>The new card is not finished. It can be issued again with the same card.</source>
        <translation>新しいカードはまだ完成していません。同じカードで、もう一度発行できます。</translation>
    </message>
    <message>
        <source>Issue card: %1</source>
        <extracomment>%1 are the labels of fields</extracomment>
        <translation>カードの発行：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>中断した時点</translation>
    </message>
    <message>
        <source>After its certificates were begun</source>
        <translation>証明書を作り始めたあと</translation>
    </message>
    <message>
        <source>Before its certificates were begun</source>
        <translation>証明書を作り始める前</translation>
    </message>
</context>
<context>
    <name>madoguchi::LineField</name>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n文字多すぎます</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>madoguchi::ListSigningScreen</name>
    <message>
        <source>You sign the list</source>
        <translation>失効リストに署名します</translation>
    </message>
    <message>
        <source>Your card is at work. Leave it where it is.</source>
        <translation>カードを使っています。そのままにしてください。</translation>
    </message>
    <message numerus="yes">
        <source>List %1 names %n revoked certificate(s) and is good until %2.</source>
        <extracomment>%1 is a number, %2 a day</extracomment>
        <translation>
            <numerusform>第%1号のリストです。失効した電子証明書は%n件、有効期限は%2です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter your own PIN. Your card signs the list with it.</source>
        <translation>ご自分の暗証番号を入力してください。あなたのカードが、リストに署名します。</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>あなたの暗証番号</translation>
    </message>
    <message>
        <source>The list is signed</source>
        <translation>失効リストに署名しました</translation>
    </message>
    <message>
        <source>Don&apos;t sign</source>
        <translation>署名をやめる</translation>
    </message>
    <message>
        <source>Back to the reminders</source>
        <translation>「カードの期限」に戻る</translation>
    </message>
    <message>
        <source>Sign list of revoked cards</source>
        <translation>失効リストへの署名</translation>
    </message>
    <message>
        <source>It counts here from now on, until %1. The other stations get it from madoguchictl crl export, with this program closed.</source>
        <extracomment>%1 is a day</extracomment>
        <translation>この端末では、今から%1まで有効です。ほかの端末には、このプログラムを終了してから、コマンド madoguchictl crl export で書き出したものを渡してください。</translation>
    </message>
    <message>
        <source>The list could not be signed</source>
        <translation>失効リストに署名できませんでした</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>何も変わっていません。</translation>
    </message>
    <message>
        <source>List of %1</source>
        <extracomment>%1 is the name of an issuing card&apos;s certificate</extracomment>
        <translation>%1 の失効リスト</translation>
    </message>
</context>
<context>
    <name>madoguchi::LockedScreen</name>
    <message>
        <source>Open</source>
        <translation>使用できます</translation>
    </message>
    <message numerus="yes">
        <source>%n more minute(s)</source>
        <translation>
            <numerusform>あと%n分</numerusform>
        </translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>ロック中</translation>
    </message>
    <message>
        <source>Locked cards</source>
        <translation>待ち時間中・ロック中のカード</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Operator number</source>
        <translation>操作者番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>間違えた回数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>最後に間違えた日時</translation>
    </message>
    <message>
        <source>Unlock card (Enter)</source>
        <translation>ロックを解除する（Enter）</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>No card has to wait. There is nothing to unlock.</source>
        <translation>ロックされたカードはありません。</translation>
    </message>
    <message>
        <source>Make sure that it was the operator herself who typed the wrong PINs before you unlock.</source>
        <translation>解除する前に、暗証番号を間違えたのが本人であることを確かめてください。</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>%1 現在</translation>
    </message>
    <message>
        <source>Unlock card %1 of %2?</source>
        <extracomment>%1 is the card&apos;s number, %2 its operator&apos;s name</extracomment>
        <translation>%2さんのカード（%1）のロックを解除しますか。</translation>
    </message>
    <message>
        <source>The count of wrong PINs on this terminal starts anew. The card&apos;s own count does not change.</source>
        <translation>この端末で数えた間違いの回数を0に戻します。カードが数えている残りの回数は変わりません。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解除する</translation>
    </message>
    <message>
        <source>Card %1 is unlocked.</source>
        <translation>カード %1 のロックを解除しました。</translation>
    </message>
</context>
<context>
    <name>madoguchi::LoginScreen</name>
    <message>
        <source>Cancel (Esc)</source>
        <translation>やめる（Esc）</translation>
    </message>
    <message>
        <source>This card has one try left.</source>
        <translation>このカードで試せるのは、あと1回です</translation>
    </message>
    <message>
        <source>If the next PIN is wrong, the card is blocked, and only the card administrator can help. Nothing has been tried yet.</source>
        <translation>次に間違えると、カードは操作者カード管理者が再設定するまで使えません。まだ残りの回数は減っていません。</translation>
    </message>
    <message>
        <source>Diagnosis (F8)</source>
        <translation>診断（F8）</translation>
    </message>
    <message>
        <source>What was typed last could not be saved:</source>
        <translation>最後に入力した次の項目は保存できませんでした。</translation>
    </message>
</context>
<context>
    <name>madoguchi::LossScreen</name>
    <message>
        <source>People with cards</source>
        <translation>カードを持つ人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Operator number</source>
        <translation>操作者番号</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Report this card (Enter)</source>
        <translation>このカードを届け出る（Enter）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Nobody with this name or number has a card.</source>
        <translation>この名前や番号でカードを持つ人はいません。</translation>
    </message>
    <message>
        <source>Whose card is lost or stolen? Choose the person and press Enter.</source>
        <translation>だれのカードがなくなりましたか。人を選んでEnterを押してください。</translation>
    </message>
    <message>
        <source>Narrow the list by name, reading or number</source>
        <translation>氏名・フリガナ・番号でしぼり込む</translation>
    </message>
    <message>
        <source>The loss is reported. Number of the incident:</source>
        <translation>紛失を届け出ました。事案番号：</translation>
    </message>
    <message>
        <source>Report %1&apos;s card %2?</source>
        <extracomment>%1 is the holder&apos;s name, %2 the card&apos;s number</extracomment>
        <translation>%1さんのカード %2 の紛失を届け出ますか。</translation>
    </message>
    <message>
        <source>From this moment the card is refused here for ever, also when it turns up. An incident is opened. The holder needs a new card.</source>
        <translation>確定すると、このカードはこの端末で使えなくなります。見つかっても使えません。事案として記録します。新しいカードが必要になります。</translation>
    </message>
    <message>
        <source>It is lost</source>
        <translation>紛失した</translation>
    </message>
    <message>
        <source>It was stolen</source>
        <translation>盗まれた</translation>
    </message>
    <message>
        <source>Write the number down and tell whoever is responsible for security in this office.</source>
        <translation>番号を書きとめ、情報セキュリティの責任者に伝えてください。</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Report a lost card</source>
        <translation>カードの紛失の届出</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 is the number of a step, %2 the step</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>To be done now</source>
        <translation>次にすること</translation>
    </message>
    <message>
        <source>What was reported</source>
        <translation>届け出た内容</translation>
    </message>
    <message>
        <source>Ask the card administrator for a new card.</source>
        <translation>操作者カード管理者に、新しいカードの発行を頼んでください。</translation>
    </message>
    <message>
        <source>Report the card at the other stations, too.</source>
        <translation>ほかの端末でも、このカードの紛失を届け出てください。</translation>
    </message>
    <message>
        <source>Refused here since</source>
        <translation>使えなくなった日時</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Revoked. Other stations learn it from the next revocation list.</source>
        <translation>失効させました。ほかの端末には、次の失効リストで伝わります。</translation>
    </message>
    <message>
        <source>This is the card that is in use now: this session ends at once. The incident&apos;s number is in the card register.</source>
        <translation>今使っているカードです。すぐに画面がロックされます。事案番号は操作者カード管理簿で確認できます。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>鍵</translation>
    </message>
    <message>
        <source>Have the next list of revoked cards signed and carried to the other stations.</source>
        <translation>次の失効リストに署名してもらい、ほかの端末へ移してください。</translation>
    </message>
    <message>
        <source>Have the office&apos;s root take back what the card can issue (madoguchictl authority withdraw).</source>
        <translation>このカードの発行の認定を、役所のルート鍵で取り消してもらってください（madoguchictl authority withdraw）。</translation>
    </message>
</context>
<context>
    <name>madoguchi::MainWindow</name>
    <message>
        <source>Madoguchi</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>Go on with your work</source>
        <translation>続きに戻る</translation>
    </message>
    <message numerus="yes">
        <source>This session will be locked within %n minute(s).</source>
        <extracomment>%n: minutes</extracomment>
        <translation>
            <numerusform>この画面は%n分以内にロックされます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your working hours, your role, your card&apos;s certificate or the list of revoked cards end then. Drafts are saved, as at every lock.</source>
        <translation>勤務時間、役割の期間、カードの電子証明書または失効リストの期限が終わるためです。下書きは、いつものロックと同じように保存されます。</translation>
    </message>
    <message>
        <source>Your card has to stay, because this could not be saved:</source>
        <translation>次の内容を保存できなかったため、カードはそのまま入れておいてください。</translation>
    </message>
    <message>
        <source>Your card has no key (9E) to prove with that it has come back, so it has to stay.</source>
        <translation>このカードには、戻ったことを証明する鍵（9E）がないため、抜くことができません。</translation>
    </message>
    <message>
        <source>Ask the card administrator for a card with this key.</source>
        <translation>この鍵の入ったカードを操作者カード管理者に頼んでください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::NamesPage</name>
    <message>
        <source>Both are on every page, in every record and, the office, in every certificate. They can&apos;t be changed later.</source>
        <translation>どちらもすべての画面と操作履歴に、役所はすべての証明書にも入ります。あとから変更できません。</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>役所</translation>
    </message>
    <message>
        <source>Its code, its name or both.</source>
        <translation>団体コード、名称、またはその両方。</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>端末</translation>
    </message>
    <message>
        <source>Such as the counter&apos;s number.</source>
        <translation>窓口の番号など。</translation>
    </message>
    <message>
        <source>Enter 1 to %1 characters.</source>
        <translation>1文字以上%1文字以内で入力してください。</translation>
    </message>
    <message>
        <source>Names of the office and of this terminal</source>
        <translation>役所と端末の名前</translation>
    </message>
</context>
<context>
    <name>madoguchi::Notice</name>
    <message>
        <source>Information</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the word for the kind of notice, %2 its title</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>madoguchi::NoticeBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる（Esc）</translation>
    </message>
</context>
<context>
    <name>madoguchi::NumberedList</name>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is the digit key that selects this row, %2 the row</extracomment>
        <translation>%1&#x3000;%2</translation>
    </message>
</context>
<context>
    <name>madoguchi::OperatorPanel</name>
    <message>
        <source>Active</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>停止中</translation>
    </message>
    <message>
        <source>Reason for suspending</source>
        <translation>停止する理由</translation>
    </message>
    <message>
        <source>The reason is recorded.</source>
        <translation>理由は記録されます。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>Operator number</source>
        <translation>操作者番号</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Choose the reason.</source>
        <translation>理由を選んでください。</translation>
    </message>
    <message>
        <source>This is you. Somebody else has to suspend you or change your role.</source>
        <translation>ご自身です。停止や役割の変更は、ほかの人が行います。</translation>
    </message>
    <message>
        <source>Change name, role and times...</source>
        <translation>氏名・役割・利用時間を変更...</translation>
    </message>
</context>
<context>
    <name>madoguchi::PageHeader</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is the operator&apos;s name, %2 the role</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>madoguchi::PinField</name>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) entered</source>
        <translation>
            <numerusform>%n文字入力しました</numerusform>
        </translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>パスフレーズ</translation>
    </message>
</context>
<context>
    <name>madoguchi::PinPage</name>
    <message>
        <source>Your work is kept and will be back where you left it.</source>
        <translation>途中の作業は残っています。ロックしたときの続きに戻ります。</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>6 to 8 characters, then Enter.</source>
        <translation>6文字から8文字です。入力したらEnterを押してください。</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>やめる（Esc）</translation>
    </message>
    <message>
        <source>Enter your PIN to go on</source>
        <translation>暗証番号を入力すると続きに戻ります</translation>
    </message>
    <message>
        <source>Enter your PIN to log in</source>
        <translation>暗証番号を入力してログインしてください</translation>
    </message>
    <message>
        <source>The PIN is entered on the keys of the reader. Press Enter here to begin.</source>
        <translation>暗証番号はカードリーダーのキーで入力します。ここでEnterを押すと始まります。</translation>
    </message>
    <message>
        <source>Enter on the reader</source>
        <translation>リーダーで入力</translation>
    </message>
</context>
<context>
    <name>madoguchi::PinRow</name>
    <message>
        <source>Error: %1</source>
        <translation>エラー：%1</translation>
    </message>
</context>
<context>
    <name>madoguchi::PinScreen</name>
    <message>
        <source>The PIN of your card has to be changed before you go on.</source>
        <translation>先へ進む前に、カードの暗証番号を変更してください。</translation>
    </message>
    <message>
        <source>Other pages open when it is changed.</source>
        <translation>変更すると、ほかの画面を開けるようになります。</translation>
    </message>
    <message>
        <source>Present PIN</source>
        <translation>今の暗証番号</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>新しい暗証番号</translation>
    </message>
    <message>
        <source>New PIN once more</source>
        <translation>新しい暗証番号（確認のためもう一度）</translation>
    </message>
    <message>
        <source>The card is at work. Leave it in the reader.</source>
        <translation>カードで処理しています。カードを抜かないでください。</translation>
    </message>
    <message>
        <source>The PIN is changed. From now on the card takes the new one only.</source>
        <translation>暗証番号を変更しました。これからは新しい番号だけが使えます。</translation>
    </message>
    <message numerus="yes">
        <source>None of the last %n PIN(s).</source>
        <translation>
            <numerusform>前に使った%n個の番号は使えません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody else needs it: tell it to nobody, not even to an administrator.</source>
        <translation>ほかの人には必要のない番号です。管理者も含め、だれにも教えないでください。</translation>
    </message>
    <message numerus="yes">
        <source>This is not the present PIN. The card allows %n more try(s).</source>
        <translation>
            <numerusform>今の暗証番号が違います。あと%n回間違えると、このカードは使えなくなります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>暗証番号の変更</translation>
    </message>
    <message>
        <source>The PINs are entered on the keys of the reader: the present one, then the new one twice, each ended with its OK key.</source>
        <translation>暗証番号はカードリーダーのキーで入力します。今の暗証番号、続けて新しい暗証番号を2回、それぞれ確定キーで終えてください。</translation>
    </message>
    <message>
        <source>Now enter the PINs on the keys of the reader. Leave the card in it.</source>
        <translation>カードリーダーのキーで暗証番号を入力してください。カードは抜かないでください。</translation>
    </message>
    <message>
        <source>Nothing that counts up or down (3456, 9876), nothing repeated (111, 8383), no date (640417), not your operator number.</source>
        <translation>続き番号（3456、9876）、繰り返し（111、8383）、日付（640417）、操作者番号は使えません。</translation>
    </message>
    <message>
        <source>It is not known whether the card has taken the new PIN.</source>
        <translation>カードの暗証番号が新しいものに変わったかどうか、分かりません。</translation>
    </message>
    <message>
        <source>Nobody said how the change ended. Where the PIN is asked for next, enter the new one first; if it is wrong, the old one holds. One try was counted here.</source>
        <translation>変更の結果が届きませんでした。次に暗証番号を求められたら、まず新しい暗証番号を入力してください。違う場合は、今までの暗証番号のままです。この端末では1回分として数えました。</translation>
    </message>
</context>
<context>
    <name>madoguchi::PlacePicker</name>
    <message>
        <source>Look again for media</source>
        <translation>媒体を探し直す</translation>
    </message>
</context>
<context>
    <name>madoguchi::PolicyEditor</name>
    <message>
        <source>Change</source>
        <translation>変更する</translation>
    </message>
    <message>
        <source>Enter rising numbers of minutes with commas between them, such as 1, 5, 30.</source>
        <translation>分を小さい順に、コンマで区切って入れてください（例：1, 5, 30）。</translation>
    </message>
    <message>
        <source>Enter a number from %1 to %2.</source>
        <translation>%1以上%2以下の数を入れてください。</translation>
    </message>
    <message>
        <source>Not in force yet. Press &quot;Change&quot;.</source>
        <translation>まだ変更されていません。「変更する」を押してください。</translation>
    </message>
    <message>
        <source>Digits only</source>
        <translation>数字だけ</translation>
    </message>
    <message>
        <source>Letters and digits, both</source>
        <translation>英字と数字の両方</translation>
    </message>
    <message>
        <source>Any characters</source>
        <translation>どの文字でもよい</translation>
    </message>
    <message>
        <source>on</source>
        <translation>する</translation>
    </message>
    <message>
        <source>off</source>
        <translation>しない</translation>
    </message>
</context>
<context>
    <name>madoguchi::PracticeCardPicture</name>
    <message>
        <source>Practice card: %1 %2</source>
        <translation>練習用カード：%1 %2</translation>
    </message>
    <message>
        <source>PIN %1</source>
        <translation>暗証番号 %1</translation>
    </message>
    <message>
        <source>no PIN</source>
        <translation>暗証番号なし</translation>
    </message>
    <message>
        <source>Not an operator card</source>
        <translation>ほかのカード</translation>
    </message>
    <message>
        <source>Puts the card on the reader or takes it off (%1); with Shift: on the second reader</source>
        <translation>カードをカードリーダーに入れる、または抜く（%1）。Shiftと一緒に押すと2台目のカードリーダー</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>新しいカード</translation>
    </message>
</context>
<context>
    <name>madoguchi::PracticeRibbon</name>
    <message>
        <source>For practice only. Do not enter real data.</source>
        <translation>練習用&#x3000;本物の情報を入れないでください</translation>
    </message>
</context>
<context>
    <name>madoguchi::PracticeStrip</name>
    <message>
        <source>on the reader</source>
        <translation>1台目</translation>
    </message>
    <message>
        <source>on reader 2</source>
        <translation>2台目</translation>
    </message>
</context>
<context>
    <name>madoguchi::ProcedureForm</name>
    <message>
        <source>Next step</source>
        <translation>次のページへ</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>前のページへ</translation>
    </message>
</context>
<context>
    <name>madoguchi::ReadersScreen</name>
    <message>
        <source>With two readers, one can be kept for operators&apos; cards and the other for applicants&apos;. Put a card in or take one out to see which reader is which.</source>
        <translation>カードリーダーが 2 台あるときは、1 台を操作者カード用、もう 1 台を申請者のカード用に決められます。どちらのリーダーかは、カードを入れたり抜いたりすると分かります。</translation>
    </message>
    <message>
        <source>Connected readers</source>
        <translation>接続されているカードリーダー</translation>
    </message>
    <message>
        <source>A card is in it.</source>
        <translation>カードが入っています。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>空です。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Connect a reader.</source>
        <translation>カードリーダーを接続してください。</translation>
    </message>
    <message>
        <source>Reader for operators&apos; cards</source>
        <translation>操作者カード用のリーダー</translation>
    </message>
    <message>
        <source>Operators log in here only, while it is connected.</source>
        <translation>このリーダーが接続されている間、ログインはここだけでできます。</translation>
    </message>
    <message>
        <source>Any reader</source>
        <translation>どのリーダーでもよい</translation>
    </message>
    <message>
        <source>Reader for applicants&apos; cards</source>
        <translation>申請者のカード用のリーダー</translation>
    </message>
    <message>
        <source>Nobody logs in here, and taking a card out of it locks nothing. Without one, operators can take their card out for a minute.</source>
        <translation>ここではログインできず、カードを抜いても画面はロックされません。決めない場合、操作者は自分のカードを 1 分間だけ抜くことができます。</translation>
    </message>
    <message>
        <source>%1 (not connected)</source>
        <extracomment>%1 is the name of a card reader</extracomment>
        <translation>%1（接続されていません）</translation>
    </message>
    <message>
        <source>One reader can&apos;t be both. Choose another one, or none.</source>
        <translation>1 台を両方に使うことはできません。別のリーダーか「なし」を選んでください。</translation>
    </message>
    <message>
        <source>The readers are assigned. It holds from the next card on.</source>
        <translation>カードリーダーを割り当てました。次に入れるカードから有効です。</translation>
    </message>
    <message>
        <source>Card readers: chosen, but not assigned</source>
        <translation>カードリーダー：選びましたが、まだ割り当てていません</translation>
    </message>
    <message>
        <source>Card readers</source>
        <translation>カードリーダーの割り当て</translation>
    </message>
</context>
<context>
    <name>madoguchi::ReceptionPanel</name>
    <message>
        <source>Purpose of the visit</source>
        <translation>来庁の目的</translation>
    </message>
    <message>
        <source>Reception number</source>
        <translation>受付番号</translation>
    </message>
    <message>
        <source>Start reception</source>
        <translation>受付を始める</translation>
    </message>
    <message>
        <source>Make the draft</source>
        <translation>下書きを作る</translation>
    </message>
    <message>
        <source>Choose the purpose again</source>
        <translation>目的を選び直す</translation>
    </message>
    <message>
        <source>Start a reception</source>
        <translation>受付を始める</translation>
    </message>
    <message>
        <source>Choose the purpose by its digit or the arrow keys, then press Enter.</source>
        <translation>目的を数字か矢印キーで選び、Enter を押します。</translation>
    </message>
    <message>
        <source>Another procedure for %1</source>
        <extracomment>%1 is the reception number of the visitor before</extracomment>
        <translation>%1 に手続を加える</translation>
    </message>
    <message>
        <source>Purpose: %1</source>
        <extracomment>%1 is the purpose of the visit</extracomment>
        <translation>目的：%1</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>手続</translation>
    </message>
    <message>
        <source>Choose the procedure</source>
        <translation>手続を選ぶ</translation>
    </message>
    <message>
        <source>Choose the procedure by its digit or the arrow keys, then press Enter.</source>
        <translation>手続を数字か矢印キーで選び、Enter を押します。</translation>
    </message>
</context>
<context>
    <name>madoguchi::RemindersScreen</name>
    <message>
        <source>Reminders</source>
        <translation>カードの期限</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>すること</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>Operator number</source>
        <translation>操作者番号</translation>
    </message>
    <message>
        <source>Nothing has to be done about any card now.</source>
        <translation>今、対応が必要なカードはありません。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>At the console, with this program closed:</source>
        <translation>このプログラムを終了してから、コマンドで行います。</translation>
    </message>
    <message>
        <source>Sign the list of revoked cards</source>
        <translation>失効リストに署名する</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>開く（Enter）</translation>
    </message>
    <message>
        <source>What ends soon or is overdue: certificates, roles, PINs, lent cards, lists of revoked cards and the review of who may do what. The most urgent first.</source>
        <translation>まもなく期限になるものと期限を過ぎたもの（証明書、役割、暗証番号、貸出中のカード、失効リスト、権限の点検）です。急ぐものから順に並んでいます。</translation>
    </message>
</context>
<context>
    <name>madoguchi::RightsScreen</name>
    <message>
        <source>Operators and their roles</source>
        <translation>操作者と役割</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>From</source>
        <translation>開始日</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>Show what is allowed (Enter)</source>
        <translation>できることを見る（Enter）</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>CSVで書き出す</translation>
    </message>
    <message>
        <source>Export as JSON</source>
        <translation>JSONで書き出す</translation>
    </message>
    <message>
        <source>This role may:</source>
        <translation>この役割でできること：</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n人</numerusform>
        </translation>
    </message>
    <message>
        <source>Operator number</source>
        <translation>操作者番号</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>端末</translation>
    </message>
    <message>
        <source>The list was exported to %1.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>一覧を %1 に書き出しました。</translation>
    </message>
    <message>
        <source>Who may do what</source>
        <translation>権限の一覧</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>利用時間</translation>
    </message>
    <message>
        <source>For printing</source>
        <translation>印刷用に保存</translation>
    </message>
    <message>
        <source>Go through this list: is everybody still here, in this role, until that day?</source>
        <translation>全員が今もこの役割で、この期限まで働くか、一覧を点検してください。</translation>
    </message>
    <message>
        <source>Last gone through on %1 by %2; again until %3.</source>
        <extracomment>%1 and %3 are days, %2 an operator number</extracomment>
        <translation>前回の点検：%1（%2）。次は%3までに点検してください。</translation>
    </message>
    <message>
        <source>Not gone through yet; to be done until %1.</source>
        <translation>まだ点検していません。%1までに点検してください。</translation>
    </message>
    <message>
        <source>It is on record that you have gone through the list.</source>
        <translation>点検したことを記録しました。</translation>
    </message>
</context>
<context>
    <name>madoguchi::RoleForm</name>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>First day of the role</source>
        <translation>役割の開始日</translation>
    </message>
    <message>
        <source>Empty for no limit. Such as R8.4.1.</source>
        <translation>空欄は制限なし。例: R8.4.1</translation>
    </message>
    <message>
        <source>Last day of the role</source>
        <translation>役割の終了日</translation>
    </message>
    <message>
        <source>Empty for no limit. From the next day on the card is refused.</source>
        <translation>空欄は制限なし。翌日からカードは使えなくなります。</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>利用時間</translation>
    </message>
    <message>
        <source>Such as 8:30-17:15, or 22:00-6:00 over midnight. Empty for any hour.</source>
        <translation>例: 8:30-17:15。日をまたぐときは 22:00-6:00。空欄は時間の制限なし。</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>曜日</translation>
    </message>
    <message>
        <source>They count only where hours are entered.</source>
        <translation>利用時間を入力したときだけ有効です。</translation>
    </message>
    <message>
        <source>Terminals</source>
        <extracomment>%1 is the name of a terminal</extracomment>
        <translation>端末</translation>
    </message>
    <message>
        <source>Names with commas between them. Empty for all. This one is %1.</source>
        <translation>端末名をコンマで区切って入力。空欄はすべて。この端末は %1 です。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The reason is recorded.</source>
        <translation>理由は記録されます。</translation>
    </message>
    <message>
        <source>Enter two times such as 8:30-17:15, or leave it empty.</source>
        <translation>8:30-17:15 のように2つの時刻を入力するか、空欄にしてください。</translation>
    </message>
    <message>
        <source>Choose the reason.</source>
        <translation>理由を選んでください。</translation>
    </message>
    <message>
        <source>Nothing differs from what holds now.</source>
        <translation>現在の内容から変更されていません。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Enter the name.</source>
        <translation>氏名を入力してください。</translation>
    </message>
    <message>
        <source>Enter the reading.</source>
        <translation>フリガナを入力してください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::RoleScreen</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a name, %2 an operator number</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>It holds from now on. A session that this no longer allows ends.</source>
        <translation>ただちに有効になります。この変更で許されなくなるセッションは終了します。</translation>
    </message>
    <message>
        <source>The cards lose the keys that the new role has no use for.</source>
        <translation>新しい役割に不要な鍵は、カードから取り除かれます。</translation>
    </message>
    <message>
        <source>Change what %1 may do?</source>
        <translation>%1さんの役割・利用時間を変更しますか。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更する</translation>
    </message>
    <message>
        <source>What %1 may do is changed.</source>
        <translation>%1さんの役割・利用時間を変更しました。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Change name, role and times: %1</source>
        <extracomment>%1 are the labels of fields</extracomment>
        <translation>氏名・役割・利用時間の変更：%1</translation>
    </message>
    <message>
        <source>Change name, role and times</source>
        <translation>氏名・役割・利用時間の変更</translation>
    </message>
</context>
<context>
    <name>madoguchi::RootPage</name>
    <message>
        <source>Folder for the root</source>
        <translation>ルート鍵を置くフォルダー</translation>
    </message>
    <message>
        <source>On a medium that is taken out afterwards.</source>
        <translation>あとで取り外す媒体の中にしてください。</translation>
    </message>
    <message>
        <source>Media that are plugged in</source>
        <translation>差してある媒体</translation>
    </message>
    <message>
        <source>None was found. Plug one in and look again, or type a folder.</source>
        <translation>見つかりません。媒体を差して探し直すか、フォルダーを入力してください。</translation>
    </message>
    <message>
        <source>There is a root in this folder already.</source>
        <translation>このフォルダーにはすでにルート鍵があります。</translation>
    </message>
    <message>
        <source>It is used for this terminal too. Enter the passphrase that it was made with.</source>
        <translation>この端末でもそれを使います。作ったときのパスフレーズを入力してください。</translation>
    </message>
    <message>
        <source>Use it all the same, and move the files to a medium afterwards</source>
        <translation>このフォルダーを使い、あとでファイルを媒体に移す</translation>
    </message>
    <message>
        <source>Passphrase of the root</source>
        <translation>ルート鍵のパスフレーズ</translation>
    </message>
    <message>
        <source>At least 12 letters, digits and signs, such as four words. Without it the root is lost.</source>
        <translation>英字・数字・記号で12文字以上。単語を四つ並べるなど。忘れるとルート鍵は使えなくなります。</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>パスフレーズ（もう一度）</translation>
    </message>
    <message>
        <source>The root is the key that all of this office&apos;s cards come from. It is made now, locked with a passphrase, and is never on this terminal.</source>
        <translation>ルート鍵は、この役所のすべてのカードのもとになる鍵です。いま作り、パスフレーズで封じます。この端末には残りません。</translation>
    </message>
    <message>
        <source>This folder is on the terminal&apos;s own disk.</source>
        <translation>このフォルダーは端末自身のディスクの中です。</translation>
    </message>
    <message>
        <source>Whoever takes the terminal would have the root.</source>
        <translation>端末を持ち去った人がルート鍵も手に入れることになります。</translation>
    </message>
    <message>
        <source>The office&apos;s root</source>
        <translation>役所のルート鍵</translation>
    </message>
    <message>
        <source>Continue: the office&apos;s root</source>
        <translation>設定の続き：役所のルート鍵</translation>
    </message>
    <message>
        <source>Nothing can be written there. Use another medium.</source>
        <translation>そこには書き込めません。別の媒体を使ってください。</translation>
    </message>
    <message>
        <source>There is no such folder. Is the medium plugged in?</source>
        <translation>そのフォルダーはありません。媒体が差してあるか確かめてください。</translation>
    </message>
    <message>
        <source>This folder is inside the terminal&apos;s own. Choose one on a medium.</source>
        <translation>このフォルダーは端末のデータの中です。媒体の中のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The root&apos;s key is not there. Use the medium that has it.</source>
        <translation>ルート鍵がありません。鍵の入った媒体を使ってください。</translation>
    </message>
    <message>
        <source>Choose a folder on a medium, or tick the box.</source>
        <translation>媒体の中のフォルダーを選ぶか、チェックを入れてください。</translation>
    </message>
    <message>
        <source>It is too easy to guess. Use at least 12 characters, and not always the same ones.</source>
        <translation>推測されやすいパスフレーズです。同じ文字ばかりにせず、12文字以上にしてください。</translation>
    </message>
    <message>
        <source>Enter the passphrase.</source>
        <translation>パスフレーズを入力してください。</translation>
    </message>
    <message>
        <source>The two are not the same. Type both again.</source>
        <translation>二つが一致しません。両方とも入力し直してください。</translation>
    </message>
    <message>
        <source>This terminal is set up, but the two card administrators do not both have a card. Put the medium with the office&apos;s root in, to make what is missing.</source>
        <translation>端末は設定済みですが、操作者カード管理者二人のカードがまだそろっていません。足りないカードを作るために、役所のルート鍵の入った媒体を入れてください。</translation>
    </message>
    <message>
        <source>Folder with the root</source>
        <translation>ルート鍵のあるフォルダー</translation>
    </message>
    <message>
        <source>Where root-key.pem is.</source>
        <translation>root-key.pem の入ったフォルダーです。</translation>
    </message>
</context>
<context>
    <name>madoguchi::Screen</name>
    <message>
        <source>The page could not be read again and shows what was there before.</source>
        <translation>画面を読み直せませんでした。表示は変更前の内容です。</translation>
    </message>
</context>
<context>
    <name>madoguchi::SearchPanel</name>
    <message>
        <source>Choose</source>
        <translation>選んでください</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Purpose of this search (recorded)</source>
        <translation>検索の目的（記録に残ります）</translation>
    </message>
    <message>
        <source>Reading, name, date of birth or reception number</source>
        <translation>フリガナ・氏名・生年月日・受付番号のどれか</translation>
    </message>
    <message>
        <source>Choose the purpose of this search. It is recorded.</source>
        <translation>この検索の目的を選んでください。記録に残ります。</translation>
    </message>
    <message>
        <source>Enter a reading, a name, a date of birth such as S60.4.1, or a reception number such as 20261121-0007.</source>
        <translation>フリガナ、氏名、生年月日（例：S60.4.1）、受付番号（例：20261121-0007）のどれかを入力してください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::SetupWindow</name>
    <message>
        <source>Madoguchi</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>Set up this terminal</source>
        <translation>端末の設定</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>少し時間がかかります。</translation>
    </message>
    <message>
        <source>Leave the medium where it is.</source>
        <translation>媒体を抜かないでください。</translation>
    </message>
    <message>
        <source>The card is being worked on.</source>
        <translation>カードを処理しています。</translation>
    </message>
    <message>
        <source>This takes up to half a minute. Leave the card in the reader.</source>
        <translation>30秒ほどかかります。カードを抜かないでください。</translation>
    </message>
    <message>
        <source>The card is blocked. Use another one.</source>
        <translation>カードが使えなくなっています。別のカードを使ってください。</translation>
    </message>
    <message numerus="yes">
        <source>The PIN is wrong. %n more wrong one(s) block the card.</source>
        <translation>
            <numerusform>暗証番号が違います。あと%n回間違えると、このカードは使えなくなります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Error: %1</source>
        <extracomment>%1 is a name for support, such as DiskFull</extracomment>
        <translation>エラー：%1</translation>
    </message>
    <message>
        <source>Nothing was done for five minutes.</source>
        <translation>5分間操作がありませんでした。</translation>
    </message>
    <message>
        <source>Enter the root&apos;s passphrase again, so that nobody else makes a card here meanwhile.</source>
        <translation>ほかの人がここでカードを作れないように、ルート鍵のパスフレーズをもう一度入力してください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::ShuffledKeypad</name>
    <message>
        <source>On-screen keypad, digits in changing order</source>
        <translation>画面のキーパッド（数字の並びは毎回変わります）</translation>
    </message>
</context>
<context>
    <name>madoguchi::StationScreen</name>
    <message>
        <source>This station</source>
        <translation>この端末</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>バージョン</translation>
    </message>
    <message>
        <source>Rules of this station</source>
        <translation>この端末の運用方針</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>役所</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>端末</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>設置日時</translation>
    </message>
    <message>
        <source>Station number</source>
        <translation>端末の識別番号</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>There is a vault</source>
        <translation>下書きの保管庫があります</translation>
    </message>
    <message>
        <source>There is no vault yet</source>
        <translation>下書きの保管庫はまだありません</translation>
    </message>
    <message>
        <source>Records in the log</source>
        <translation>操作履歴の件数</translation>
    </message>
    <message>
        <source>Records under a signature</source>
        <translation>署名済みの件数</translation>
    </message>
    <message>
        <source>Public key of the log</source>
        <translation>操作履歴の公開鍵</translation>
    </message>
    <message>
        <source>Change the rules of this station?</source>
        <translation>この端末の運用方針を変更しますか。</translation>
    </message>
    <message>
        <source>Wrong PINs count by the new rules at once, the rest from the next login on.</source>
        <translation>暗証番号の間違いにはすぐに、そのほかは次のログインから適用されます。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更する</translation>
    </message>
    <message>
        <source>The rules were changed.</source>
        <translation>運用方針を変更しました。</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>端末の情報</translation>
    </message>
</context>
<context>
    <name>madoguchi::SwapPage</name>
    <message>
        <source>Go on without a change (Esc)</source>
        <translation>入れ替えずに続ける（Esc）</translation>
    </message>
    <message>
        <source>Applicant&apos;s card</source>
        <translation>申請者のカード</translation>
    </message>
    <message>
        <source>1. Take your own card out of the reader.</source>
        <translation>1. 自分のカードをリーダーから抜いてください。</translation>
    </message>
    <message>
        <source>2. Put in the applicant&apos;s card.</source>
        <translation>2. 申請者のカードを入れてください。</translation>
    </message>
    <message>
        <source>4. Take the applicant&apos;s card out.</source>
        <translation>4. 申請者のカードを抜いてください。</translation>
    </message>
    <message>
        <source>5. Put your own card in again. The PIN is not needed.</source>
        <translation>5. 自分のカードをもう一度入れてください。暗証番号は要りません。</translation>
    </message>
    <message>
        <source>Your draft is saved. If your own card is not back in time, the session is locked, as when the card is pulled.</source>
        <translation>下書きは保存されています。自分のカードが時間内に戻らないと、カードを抜いたときと同じように画面がロックされます。</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>残り %n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>To be done now.</source>
        <translation>いま行うことです。</translation>
    </message>
    <message>
        <source>Your own card is in the reader.</source>
        <translation>自分のカードがリーダーに入っています。</translation>
    </message>
    <message>
        <source>The reader is empty.</source>
        <translation>リーダーは空です。</translation>
    </message>
    <message>
        <source>A card is being read.</source>
        <translation>カードを読み取っています。</translation>
    </message>
    <message>
        <source>Leave it in the reader.</source>
        <translation>リーダーに入れたままにしてください。</translation>
    </message>
    <message>
        <source>A card with certificates (PIV), not of an operator here.</source>
        <translation>証明書の入ったカード（PIV）です。この端末の操作者のカードではありません。</translation>
    </message>
    <message>
        <source>A card of another kind (not PIV).</source>
        <translation>別の種類のカード（PIV ではない）です。</translation>
    </message>
    <message>
        <source>This card does not answer as a card should.</source>
        <translation>このカードは正しく応答しません。</translation>
    </message>
    <message>
        <source>Take it out, turn it the right way and put it in again.</source>
        <translation>一度抜いて、向きを確かめてから入れ直してください。</translation>
    </message>
    <message>
        <source>3. Wait until it says above what it is.</source>
        <translation>3. どのカードか上に表示されるまで待ってください。</translation>
    </message>
</context>
<context>
    <name>madoguchi::TerminalPanel</name>
    <message>
        <source>The terminal is open</source>
        <translation>端末は開いています</translation>
    </message>
    <message>
        <source>The terminal is closed</source>
        <translation>端末は閉じています</translation>
    </message>
    <message>
        <source>Since %1, by %2</source>
        <extracomment>%1 is a time, %2 an operator&apos;s name and number</extracomment>
        <translation>%1から&#x3000;操作した人：%2</translation>
    </message>
    <message>
        <source>Never closed so far</source>
        <translation>まだ閉じたことはありません</translation>
    </message>
</context>
<context>
    <name>madoguchi::TodayScreen</name>
    <message>
        <source>Before login</source>
        <translation>ログイン前</translation>
    </message>
    <message>
        <source>Today&apos;s activity by operator</source>
        <translation>操作者ごとの今日の動き</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>Wrong PINs</source>
        <translation>暗証番号の間違い</translation>
    </message>
    <message>
        <source>Refusals</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Drafts begun</source>
        <translation>下書き作成</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>下書き保存</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>引き継ぎ</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>Nobody has logged in today.</source>
        <translation>今日はまだだれもログインしていません。</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>%1 現在</translation>
    </message>
    <message>
        <source>Open the terminal?</source>
        <translation>端末を開きますか。</translation>
    </message>
    <message>
        <source>Counter operators can log in from now on.</source>
        <translation>窓口操作者がログインできるようになります。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>端末を開く</translation>
    </message>
    <message>
        <source>Close the terminal?</source>
        <translation>端末を閉じますか。</translation>
    </message>
    <message>
        <source>Counter operators can&apos;t log in until you open it again. Nothing is lost.</source>
        <translation>もう一度開くまで、窓口操作者はログインできません。データは失われません。</translation>
    </message>
    <message>
        <source>Close for today</source>
        <translation>端末を閉じる</translation>
    </message>
    <message>
        <source>The terminal is open.</source>
        <translation>端末を開きました。</translation>
    </message>
    <message>
        <source>The terminal is closed.</source>
        <translation>端末を閉じました。</translation>
    </message>
    <message>
        <source>Today&apos;s activity</source>
        <translation>今日の動き</translation>
    </message>
    <message>
        <source>See the locked cards</source>
        <translation>ロックされたカードを見る</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) can&apos;t be used because of wrong PINs.</source>
        <translation>
            <numerusform>暗証番号の間違いで使えなくなっているカードが%n枚あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is the operator&apos;s name, %2 the operator&apos;s number</extracomment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>madoguchi::UnblockScreen</name>
    <message>
        <source>Stop unblocking</source>
        <translation>解除をやめる</translation>
    </message>
    <message>
        <source>Back to the card</source>
        <translation>カードに戻る</translation>
    </message>
    <message>
        <source>Unblock PIN</source>
        <translation>暗証番号のロックを解除</translation>
    </message>
</context>
<context>
    <name>madoguchi::VariantHint</name>
    <message>
        <source>Variant characters: %1</source>
        <translation>異体字：%1</translation>
    </message>
    <message>
        <source>No font here has this shape: %1</source>
        <translation>この端末の書体にない字形：%1</translation>
    </message>
</context>
<context>
    <name>madoguchi::WeekdayField</name>
    <message>
        <source>Mon</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>火</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>水</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>木</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>金</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>土</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>日</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what is asked, %2 a day of the week</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>madoguchi::WorkArea</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a key such as F9, %2 what it does now</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>One level up</source>
        <translation>一つ上へ</translation>
    </message>
    <message>
        <source>Keys on this page</source>
        <translation>この画面で使えるキー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Leaving this page once more gives up what was typed and not saved.</source>
        <translation>もう一度この画面を離れると、保存できていない入力は失われます。</translation>
    </message>
    <message>
        <source>Page Up and Page Down scroll a page that does not fit.</source>
        <translation>画面に入りきらないときは、PageUpとPageDownで上下に動かします。</translation>
    </message>
    <message>
        <source>Tab and Enter go to the next field, Shift+Tab and Shift+Enter to the one before.</source>
        <translation>TabとEnterで次の欄へ、Shift+TabとShift+Enterで前の欄へ移ります。</translation>
    </message>
    <message>
        <source>Lost card</source>
        <translation>カードの紛失</translation>
    </message>
    <message>
        <source>What you typed last is not saved.</source>
        <translation>最後に入力した内容が保存されていません。</translation>
    </message>
    <message>
        <source>Enter it again or save it. Ending the session once more gives it up.</source>
        <translation>入力し直すか、保存してください。もう一度終了すると、この内容は失われます。</translation>
    </message>
    <message>
        <source>The PIN is right.</source>
        <translation>暗証番号を確認しました。</translation>
    </message>
    <message>
        <source>Now do once more what you wanted to do.</source>
        <translation>もう一度、同じ操作をしてください。</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>暗証番号が違います。</translation>
    </message>
    <message>
        <source>Take your card out for an applicant&apos;s</source>
        <translation>自分のカードを抜いて申請者のカードを使う</translation>
    </message>
</context>
<context>
    <name>madoguchi::WorkHeader</name>
    <message>
        <source>This page is open.</source>
        <translation>この画面を開いています。</translation>
    </message>
    <message>
        <source>Applicant&apos;s card (Alt+K)</source>
        <translation>申請者のカード（Alt+K）</translation>
    </message>
</context>
</TS>
