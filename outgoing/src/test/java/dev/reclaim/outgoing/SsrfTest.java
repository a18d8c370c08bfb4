package dev.reclaim.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tricks that make a client call where it should not. None may come through. */
class SsrfTest {

  private static final TimeOuts SHORT = new TimeOuts(Duration.ofSeconds(2), Duration.ofSeconds(2));
  private static final Origin VENDOR = Origin.parse("https://api.vendor.example/v1", Reach.PUBLIC);

  private final AtomicInteger reached = new AtomicInteger();
  private HttpServer inside;

  @BeforeEach
  void startWhatMustNotBeReached() throws IOException {
    inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    inside.createContext(
        "/",
        exchange -> {
          reached.incrementAndGet();
          exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
          byte[] body = "secret".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(302, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    inside.start();
  }

  @AfterEach
  void stop() {
    inside.stop(0);
  }

  private static DnsResolver answering(String... literals) {
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
          addresses[i] = InetAddress.ofLiteral(literals[i]);
        }
        return addresses;
      }

      @Override
      public String resolveCanonicalHostname(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
      }
    };
  }

  private static Call get(URI address) {
    return new Call("GET", address, Map.of(), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.vendor.example/v1",
        "ftp://api.vendor.example/v1",
        "file:///etc/passwd",
        "gopher://api.vendor.example:70/_x",
        "jar:https://api.vendor.example/a.jar!/b",
        "javascript:alert(1)",
        "//api.vendor.example/v1",
        "https://",
        "https:///etc/passwd",
        "https://user@api.vendor.example/",
        "https://api.vendor.example@127.0.0.1/",
        "https://api.vendor.example:password@10.0.0.1/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://017700000001/",
        "https://0177.0.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://0.0.0.0/",
        "https://0/",
        "https://10.0.0.1/",
        "https://[::1]/",
        "https://[::]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[fe80::1%25eth0]/",
        "https://[64:ff9b::a9fe:a9fe]/",
        "https://api.vendor.example\\@127.0.0.1/",
        "https://api.vendor.example#@127.0.0.1/",
        "https://api.vendor.example?@127.0.0.1/",
        "https://api.vendor.example/v1?next=x",
        "https://api.vendor.example/v1#fragment",
        "https://api.vendor.example/../admin",
        "https://api.vendor.example/v1/%2e%2e/admin",
        "https://api.vendor.example/v1/..%5cadmin",
        "https://api.vendor.example /v1",
        "https://api.vendor.example\t/v1",
        "https://api.vendor.example\r\nHost: 127.0.0.1/",
        "https://аpi.vendor.example/",
        "https://api。vendor。example/",
        "https://①②⑦.⓪.⓪.①/",
        "https://-evil.example/",
        "https://vendor.example./v1",
        "https://api.vendor.example:99999/",
        "https://API.VENDOR.EXAMPLE/v1",
      })
  void refusesAConfiguredAddress(String address) {
    assertThatThrownBy(() -> Origin.parse(address, Reach.PUBLIC))
        .as(address)
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "192.0.0.192",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
      })
  void refusesANameThatLeadsInside(String literal) {
    // given
    try (OutgoingHttp http =
        new OutgoingHttp(
            List.of(VENDOR), Reach.PUBLIC, SHORT, answering("93.184.215.14", literal))) {
      // when
      Reply reply = http.send(get(VENDOR.below("/users")));
      // then
      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.Forbidden.class,
              forbidden -> assertThat(forbidden.why()).contains("not public"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/v1/users",
        "https://api.vendor.example.evil.example/v1/users",
        "https://api.vendor.example:8443/v1/users",
        "http://api.vendor.example/v1/users",
        "https://user@api.vendor.example/v1/users",
        "https://api.vendor.example/v2/users",
        "https://api.vendor.example/v1/../v2/users",
        "https://api.vendor.example/v1/%2E%2E/v2/users",
        "https://api.vendor.example/v1/users#x",
        "//evil.example/v1/users",
        "/v2/users",
        "file:///etc/passwd",
        "users",
        "https://127.0.0.1/v1/users",
      })
  void doesNotFollowALinkThatLeadsAway(String link) {
    assertThatThrownBy(() -> VENDOR.given(link))
        .as(link)
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void connectsOnlyToWhatIsConfigured() {
    // given
    URI elsewhere = URI.create("http://127.0.0.1:" + inside.getAddress().getPort() + "/v1/users");
    try (OutgoingHttp http = new OutgoingHttp(List.of(VENDOR), Reach.PUBLIC, SHORT)) {
      // when
      Reply reply = http.send(get(elsewhere));
      // then
      assertThat(reply).isInstanceOf(Reply.Forbidden.class);
      assertThat(reached).hasValue(0);
    }
  }

  @Test
  void takesTheAddressThatWasCheckedAndNoOther() {
    // given a name server that answers otherwise each time
    AtomicInteger asked = new AtomicInteger();
    Origin here =
        Origin.parse("http://vendor.test:" + inside.getAddress().getPort(), Reach.LOOPBACK);
    DnsResolver turning =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) {
            return new InetAddress[] {
              InetAddress.ofLiteral(asked.incrementAndGet() == 1 ? "127.0.0.1" : "10.0.0.1")
            };
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    try (OutgoingHttp http = new OutgoingHttp(List.of(here), Reach.LOOPBACK, SHORT, turning)) {
      // when
      Reply reply = http.send(get(here.below("/v1")));
      // then
      assertThat(reply).isInstanceOf(Reply.Answered.class);
      assertThat(asked).hasValue(1);
    }
  }

  @Test
  void doesNotFollowARedirect() {
    // given
    Origin here = Origin.parse("http://127.0.0.1:" + inside.getAddress().getPort(), Reach.LOOPBACK);
    try (OutgoingHttp http = new OutgoingHttp(List.of(here), Reach.LOOPBACK, SHORT)) {
      // when
      Reply reply = http.send(get(here.below("/v1")));
      // then
      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.Answered.class, answered -> assertThat(answered.status()).isEqualTo(302));
      assertThat(reached).hasValue(1);
    }
  }

  @Test
  void reachesPrivateAddressesOnlyWhenTold() {
    assertThat(Reach.PRIVATE.permits(InetAddress.ofLiteral("10.0.0.1"))).isTrue();
    assertThat(Reach.PRIVATE.permits(InetAddress.ofLiteral("93.184.215.14"))).isTrue();
    assertThat(Reach.PRIVATE.permits(InetAddress.ofLiteral("169.254.169.254"))).isFalse();
    assertThat(Reach.PRIVATE.permits(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
    assertThat(Reach.PUBLIC.permits(InetAddress.ofLiteral("9.255.255.255"))).isTrue();
    assertThat(Reach.PUBLIC.permits(InetAddress.ofLiteral("11.0.0.0"))).isTrue();
    assertThat(Reach.PUBLIC.permits(InetAddress.ofLiteral("2606:4700::1"))).isTrue();
    assertThat(Reach.LOOPBACK.permits(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
  }
}
