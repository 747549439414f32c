package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {

    private static final Gate PUBLIC_ONLY = new Gate(List.of());
    private static final Gate WITH_OWN_NETWORKS =
            new Gate(List.of(Network.parse("127.0.0.0/8"), Network.parse("10.20.0.0/16"), Network.parse("fd00::/8")));

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "HTTPS://Help.Example.COM https://help.example.com/",
                "https://help.example.com.:443/ https://help.example.com/",
                "http://help.example.com:443/ http://help.example.com:443/",
                "https://help.example.com/a/./b/../c/.. https://help.example.com/a/",
                "https://help.example.com/../../x https://help.example.com/x",
                "https://help.example.com/a/%2E%2e/b https://help.example.com/b",
                "https://help.example.com/a//b/ https://help.example.com/a//b/",
                "https://help.example.com?x=../y https://help.example.com/?x=../y",
                "https://help.example.com/x#y https://help.example.com/x",
                "https://bücher.example/ü?ü https://xn--bcher-kva.example/%C3%BC?%C3%BC",
                "https://help.example.com/a|b?c|d https://help.example.com/a%7Cb?c%7Cd",
                "https://[2606:4700:0:0::1111]:443/ https://[2606:4700:0:0::1111]/"
            })
    void writesUrlInOneCanonicalSpelling(String written, String canonical) {
        assertThat(PUBLIC_ONLY.admit(written))
                .isInstanceOfSatisfying(
                        Target.class, target -> assertThat(target.uri()).hasToString(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8080/", "http://10.20.255.255:9/", "http://[fd12::1]:5000/", "http://8.8.8.8/"
            })
    void admitsOperatorsAddressOnAnyPort(String url) {
        assertThat(WITH_OWN_NETWORKS.admit(url, Map.of())).isInstanceOf(Target.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.21.0.1/",
                "http://169.254.169.254/",
                "http://8.8.8.8:8080/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::1]/"
            })
    void staysClosedBesideOperatorsNetworks(String url) {
        assertThat(WITH_OWN_NETWORKS.admit(url, Map.of())).isInstanceOf(Denial.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/, localhost, 127.0.0.1, allow",
        "http://app.localhost/, app.localhost, 127.0.0.1, allow",
        "http://wiki/, wiki, 10.20.0.7, allow",
        "http://docs.acme.example:8443/, docs.acme.example, 10.20.0.7, allow",
        "http://docs.acme.example/, docs.acme.example, 8.8.8.8, allow",
        "http://localhost/, localhost, 8.8.8.8, NAME",
        "http://wiki/, wiki, 10.99.0.7, NAME",
        "http://docs.acme.example:8443/, docs.acme.example, 8.8.8.8, PORT",
        "http://docs.acme.example/, docs.acme.example, 10.99.0.7, ADDRESS",
        "http://wiki.internal/, wiki.internal, 10.20.0.7, NAME"
    })
    void admitsLocalNamesAndOtherPortsOnlyIntoOperatorsNetworks(String url, String host, String ip, String word) {
        Admission admission = WITH_OWN_NETWORKS.admit(url, Map.of(host, List.of(ip)));
        assertThat(
                        switch (admission) {
                            case Target target -> "allow";
                            case Denial denial -> denial.refusal().name();
                        })
                .isEqualTo(word);
    }

    @Test
    void deniesNameWhenOneAnswerOfManyIsDenied() {
        var answers = Map.of("a.example", List.of("127.0.0.1", "8.8.8.8", "192.168.0.1"));
        assertThat(WITH_OWN_NETWORKS.admit("http://a.example/", answers))
                .isEqualTo(new Denial(Refusal.ADDRESS, "resolves to an address that is not public"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10.0.0.1/8",
                "010.0.0.0/8",
                "::/129",
                "fd00::1/8",
                "",
                "*"
            })
    void namesNetworkThatIsNone(String text) {
        assertThatThrownBy(() -> Network.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 0.0.0.0, 255.255.255.255",
        "::/0, ::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "10.1.2.3, 10.1.2.3, 10.1.2.3",
        "2001:db8::/64, 2001:db8::, 2001:db8::ffff:ffff:ffff:ffff",
        "2001:db8:0:0:8000::/65, 2001:db8::8000:0:0:0, 2001:db8::ffff:ffff:ffff:ffff",
        "172.16.0.0/12, 172.16.0.0, 172.31.255.255"
    })
    void knowsFirstAndLastAddressOfNetwork(String network, String first, String last) {
        assertThat(Network.parse(network))
                .satisfies(n -> assertThat(n.first()).isEqualTo(address(first)))
                .satisfies(n -> assertThat(n.last()).isEqualTo(address(last)))
                .satisfies(n -> assertThat(n.contains(address(first))).isTrue())
                .satisfies(n -> assertThat(n.contains(address(last))).isTrue());
    }

    private static Address address(String text) {
        return Address.parse(text).orElseThrow();
    }
}
