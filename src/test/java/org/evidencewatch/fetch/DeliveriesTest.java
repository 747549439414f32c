package org.evidencewatch.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeliveriesTest {

    private static final List<Network> LOOPBACK = List.of(Network.parse("127.0.0.1/32"));
    private static final byte[] BODY = "{\"n\":1}".getBytes(StandardCharsets.UTF_8);

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private final Deliveries deliveries = new Deliveries(FetchSettings.DEFAULTS, LOOPBACK);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        deliveries.close();
        server.stop();
    }

    @Test
    void postsBodyAndHeadersAsGiven() {
        server.stubFor(post("/hook").willReturn(aResponse().withStatus(202).withBody("thanks")));

        var result = deliveries.post(at("/hook"), Map.of("content-type", "application/json", "webhook-id", "7"), BODY);

        assertThat(result).isEqualTo(new DeliveryResult.Answered(202));
        server.verify(
                1,
                postRequestedFor(urlEqualTo("/hook"))
                        .withHeader("content-type", equalTo("application/json"))
                        .withHeader("webhook-id", equalTo("7"))
                        .withRequestBody(equalTo("{\"n\":1}")));
    }

    @Test
    void redirectIsAnAnswerAndIsNotFollowed() {
        server.stubFor(post("/hook").willReturn(temporaryRedirect("/elsewhere")));

        assertThat(deliveries.post(at("/hook"), Map.of(), BODY)).isEqualTo(new DeliveryResult.Answered(302));
        server.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void onlyStatusesOfSuccessCountAsTaken() {
        assertThat(new DeliveryResult.Answered(204).taken()).isTrue();
        assertThat(new DeliveryResult.Answered(302).taken()).isFalse();
        assertThat(new DeliveryResult.Answered(500).taken()).isFalse();
    }

    @Test
    void gateIsClosedForAddressesThatTheOperatorDidNotAllow() {
        try (var strict = new Deliveries(FetchSettings.DEFAULTS, List.of())) {
            assertThat(strict.post(at("/hook"), Map.of(), BODY)).isInstanceOf(DeliveryResult.NotDelivered.class);
            assertThat(strict.post(URI.create("http://localhost:" + server.port() + "/hook"), Map.of(), BODY))
                    .isInstanceOf(DeliveryResult.NotDelivered.class);
        }
        server.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void serverThatIsNotThereIsAResult() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(deliveries.post(URI.create("http://127.0.0.1:" + free + "/"), Map.of(), BODY))
                .isInstanceOfSatisfying(
                        DeliveryResult.NotDelivered.class,
                        not -> assertThat(not.why()).startsWith("CONNECT_ERROR"));
    }

    @Test
    void socketsJudgeTheAddressTheyDial() throws IOException {
        try (var allowed = deliveries.sockets().createSocket("127.0.0.1", server.port())) {
            assertThat(allowed.isConnected()).isTrue();
        }
        try (var strict = new Deliveries(FetchSettings.DEFAULTS, List.of())) {
            assertThatExceptionOfType(UnknownHostException.class)
                    .isThrownBy(() -> strict.sockets().createSocket("127.0.0.1", server.port()))
                    .withMessageContaining("gate");
        }
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
