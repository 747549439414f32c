package org.evidencewatch.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The gate against the vectors in {@code fixtures/gate}. */
class GateVectorsTest {

    private static final Gate PUBLIC_ONLY = new Gate(List.of());

    record Url(String id, String expect, String url, Optional<Map<String, List<String>>> dns) {}

    static Stream<Url> urls() throws IOException {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        Path folder = Path.of("fixtures/gate");
        return Stream.concat(
                        Files.readAllLines(folder.resolve("urls.jsonl")).stream(),
                        Files.readAllLines(folder.resolve("near-misses.jsonl")).stream())
                .map(line -> json.readValue(line, Url.class));
    }

    static Stream<String> addresses() throws IOException {
        return Files.readAllLines(Path.of("fixtures/gate/addresses.txt")).stream()
                .filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("urls")
    void judgesUrl(Url vector) {
        String word = switch (PUBLIC_ONLY.admit(vector.url(), vector.dns().orElse(Map.of()))) {
            case Denial denial -> "deny " + denial.refusal();
            case Target target -> "allow";
        };
        assertThat(word).as(vector.url()).isEqualTo(vector.expect());
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void judgesAddress(String vector) throws UnknownHostException {
        boolean allowed = vector.startsWith("allow");
        String address = vector.substring(6);
        assertThat(PUBLIC_ONLY.judge(address).isEmpty()).isEqualTo(allowed);

        Address dialled = Address.of(InetAddress.getByName(address));
        boolean unwrapped = address.contains(":") && !dialled.six();
        assertThat(PUBLIC_ONLY.vet("name.example", 443, List.of(dialled)).isEmpty())
                .as("the same word where it is dialled, unless Java dials the IPv4 address inside")
                .isEqualTo(
                        unwrapped
                                ? PUBLIC_ONLY
                                        .judge(dialled.toInetAddress().getHostAddress())
                                        .isEmpty()
                                : allowed);
    }

    @Test
    void everyBlockStandsInTheVectorsByItsFirstAndLastAddress() throws IOException {
        List<Address> denied = addresses()
                .filter(line -> line.startsWith("deny"))
                .map(line -> Address.parse(line.substring(6)).orElseThrow())
                .toList();
        assertThat(Stream.concat(AddressRules.FOUR.stream(), AddressRules.SIX.stream())
                        .map(AddressRules.Block::network))
                .hasSize(39)
                .allSatisfy(block -> assertThat(denied).contains(block.first(), block.last()));
    }

    @Test
    void allowsAtLeastAsManyVectorsAsItDenies() throws IOException {
        assertThat(addresses().filter(line -> line.startsWith("allow")).count())
                .isGreaterThanOrEqualTo(
                        addresses().filter(line -> line.startsWith("deny")).count());
        assertThat(urls().filter(url -> url.expect().equals("allow")).count())
                .isGreaterThanOrEqualTo(
                        urls().filter(url -> !url.expect().equals("allow")).count());
    }
}
