package org.evidencewatch.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.evidencewatch.company.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "HTTPS://Help.Example.COM -> https://help.example.com/",
                "http://a.example:80/x -> http://a.example/x",
                "https://a.example:443/ -> https://a.example/",
                "https://a.example:8443/x -> https://a.example:8443/x",
                "https://a.example./x -> https://a.example/x",
                "https://a.example/x#part -> https://a.example/x",
                "https://a.example/x?utm_source=y&b=2&a=1&gclid=z -> https://a.example/x?b=2&a=1",
                "https://a.example/x?hsLang=en&__hstc=1&__hssc=2&__hsfp=3&_hsenc=4 -> https://a.example/x",
                "https://a.example/x? -> https://a.example/x",
                "https://a.example/x?UTM_Medium=mail#x -> https://a.example/x",
                "https://a.example/a/./b/../../c/.. -> https://a.example/",
                "https://a.example/../../x/ -> https://a.example/x/",
                "https://a.example/%7efoo/%e2%82%ac%2f -> https://a.example/~foo/%E2%82%AC%2F",
                "https://a.example/Grüße?q=für -> https://a.example/Gr%C3%BC%C3%9Fe?q=f%C3%BCr",
                "https://a.example/100%/[x]|y -> https://a.example/100%25/%5Bx%5D%7Cy",
                "https://bücher.example/ -> https://xn--bcher-kva.example/",
                "https://[2001:DB8::1]:443/ -> https://[2001:db8::1]/",
                "http://127.0.0.1:8080/a//b -> http://127.0.0.1:8080/a//b",
                "https://a.example/x/ -> https://a.example/x/"
            })
    void writesOnePageInOneWay(String written, String canonical) {
        assertThat(CanonicalUrl.read(written))
                .isInstanceOfSatisfying(
                        Address.Page.class, page -> assertThat(page.url()).isEqualTo(canonical));
        assertThat(CanonicalUrl.of(canonical).url()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "'' -> it is empty",
                "help.example/x -> does not begin with http",
                "https//a.example/x -> does not begin with http",
                "ftp://a.example/ -> only http and https",
                "mailto:help@a.example -> only http and https",
                "javascript:alert(1) -> only http and https",
                "https:///x -> names no host",
                "https:a.example -> names no host",
                "https://a b.example/ -> a space",
                "https://user:secret@a.example/ -> a user name",
                "https://a..example/ -> is no host name",
                "https://-a.example/ -> is no host name",
                "https://a.example:0/ -> is no port",
                "https://a.example:66000/ -> is no port",
                "https://a.example:x/ -> is no port"
            })
    void saysWhyAnAddressIsNone(String written, String reason) {
        assertThat(CanonicalUrl.read(written))
                .isInstanceOfSatisfying(
                        Address.Broken.class,
                        broken -> assertThat(broken.reason()).contains(reason));
    }

    @Test
    void refusesWhatIsTooLongWrittenOrEscaped() {
        assertThat(CanonicalUrl.read("https://a.example/" + "x".repeat(2030))).isInstanceOf(Address.Page.class);
        assertThat(CanonicalUrl.read("https://a.example/" + "x".repeat(2031))).isInstanceOf(Address.Broken.class);
        assertThat(CanonicalUrl.read("https://a.example/" + "ü".repeat(1000))).isInstanceOf(Address.Broken.class);
    }
}
