package org.evidencewatch.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetChoiceTest {

    private static final String RUSSIAN =
            "Вы можете вернуть деньги в течение 14 дней после покупки. Отменить подписку можно в личном кабинете.";
    private static final String GREEK =
            "Μπορείτε να ζητήσετε επιστροφή χρημάτων εντός 14 ημερών από την αγορά σας, χωρίς αιτιολόγηση.";
    private static final String JAPANESE = "ご購入から14日以内であれば返金をご請求いただけます。解約はマイページから行ってください。";
    private static final String CHINESE = "您可以在购买后14天内申请退款。取消订阅请前往个人资料页面。";
    private static final String TAIWANESE = "您可以在購買後14天內申請退款。取消訂閱請前往個人資料頁面。";
    private static final String KOREAN = "구매 후 14일 이내에 환불을 요청하실 수 있습니다. 구독 취소는 프로필에서 하실 수 있습니다.";
    private static final String HEBREW =
            "ניתן לבקש החזר כספי בתוך 14 יום מהרכישה. ביטול המנוי מתבצע בפרופיל האישי שלך.";
    private static final String THAI =
            "คุณสามารถขอเงินคืนได้ภายใน 14 วันหลังจากซื้อ ยกเลิกการสมัครสมาชิกได้ในโปรไฟล์ของคุณ";
    private static final String GERMAN =
            "Sie können Ihr Geld zurückverlangen, „ohne Angabe von Gründen“. Die Kündigung läuft über Ihr Profil, für"
                    + " Rückfragen hätten Sie größte Möglichkeiten.";

    @ParameterizedTest
    @CsvSource({
        "windows-1251, RUSSIAN",
        "KOI8-R, RUSSIAN",
        "ISO-8859-5, RUSSIAN",
        "IBM866, RUSSIAN",
        "windows-1253, GREEK",
        "ISO-8859-7, GREEK",
        "windows-1255, HEBREW",
        "Shift_JIS, JAPANESE",
        "EUC-JP, JAPANESE",
        "GB18030, CHINESE",
        "Big5, TAIWANESE",
        "EUC-KR, KOREAN",
        "TIS-620, THAI",
        "windows-1252, GERMAN"
    })
    void tellsAnUndeclaredCharset(String charset, String language) {
        String text = text(language);
        for (String type : List.of("", "text/html", "text/html; charset=utf-8")) {
            Reading reading = read(type, html(text).getBytes(Charset.forName(charset)));
            assertThat(reading.text()).as(type).startsWith(text);
            assertThat(reading.notices()).extracting(StateReason::code).containsExactly("charset-told");
        }
    }

    @Test
    void unicodePagesAreNeverToldOtherwise() {
        for (String text : List.of(
                RUSSIAN, GREEK, JAPANESE, CHINESE, TAIWANESE, KOREAN, HEBREW, THAI, GERMAN, "Refunds, “all” of it.")) {
            for (String type : List.of("", "text/html; charset=utf-8")) {
                Reading reading = read(type, html(text).getBytes(StandardCharsets.UTF_8));
                assertThat(reading.text()).startsWith(text);
                assertThat(reading.notices()).isEmpty();
            }
        }
    }

    @Test
    void fewOctetsTellNothing() {
        byte[] body = html("Refunds are made “at once”, the café says, within 14 days of your first payment, always.")
                .getBytes(Charset.forName("windows-1252"));
        assertThat(read("", body).text()).startsWith("Refunds are made “at once”, the café says");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-nobody-knows", "utf-88", "..", "unicode-1-1-utf-7", "latin1x"})
    void aCharsetThatNobodyKnowsIsNoticedAndTheNextRuleChooses(String name) {
        Reading byHeader = read("text/html; charset=" + name, html(GERMAN).getBytes(StandardCharsets.UTF_8));
        assertThat(byHeader.text()).startsWith(GERMAN);
        assertThat(byHeader.notices()).extracting(StateReason::code).containsExactly("charset-unknown");

        byte[] meta = ("<head><meta charset=\"" + name + "\"></head>" + html(GERMAN)).getBytes(StandardCharsets.UTF_8);
        assertThat(read("", meta).text()).startsWith(GERMAN);
    }

    @Test
    void aDeclaredCharsetIsObeyedThoughItLies() {
        Reading reading = read("text/html; charset=windows-1251", html(GERMAN).getBytes(StandardCharsets.UTF_8));
        assertThat(reading.good()).isTrue();
        assertThat(reading.text()).contains("Geld").doesNotContain("können");
    }

    @Test
    void anyOctetsAreReadWithinBoundsAndAlike() {
        var random = new Random(11);
        for (int i = 0; i < 60; i++) {
            byte[] body = new byte[random.nextInt(4000)];
            random.nextBytes(body);
            assertThat(read("", body)).isEqualTo(read("", body));
        }
        byte[] large = new byte[4 << 20];
        random.nextBytes(large);
        assertThat(read("text/html", large).text()).doesNotContain("\0");
    }

    private static Reading read(String type, byte[] body) {
        Map<String, List<String>> headers = type.isEmpty() ? Map.of() : Map.of("content-type", List.of(type));
        return new Extractor().read(new Page(Optional.empty(), Optional.empty(), 200, headers, body));
    }

    private static String html(String text) {
        return "<html><body><nav>Home Plans</nav><main><p>" + text + "</p><p>" + text + "</p></main></body></html>";
    }

    private static String text(String language) {
        return switch (language) {
            case "RUSSIAN" -> RUSSIAN;
            case "GREEK" -> GREEK;
            case "HEBREW" -> HEBREW;
            case "JAPANESE" -> JAPANESE;
            case "CHINESE" -> CHINESE;
            case "TAIWANESE" -> TAIWANESE;
            case "KOREAN" -> KOREAN;
            case "THAI" -> THAI;
            default -> GERMAN;
        };
    }
}
