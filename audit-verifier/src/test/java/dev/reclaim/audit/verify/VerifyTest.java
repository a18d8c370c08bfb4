package dev.reclaim.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as people use it. */
class VerifyTest {

  private static final KeyPair KEYS = NaiveLog.newKeys();

  @TempDir Path home;
  @TempDir Path copy;

  @Test
  void theFirstLookTrustsTheKeyAndSaysSo() throws IOException {
    // given
    save(NaiveLog.files(entries(3), KEYS));

    // when
    Said first = verifyCopy();
    Said second = verifyCopy();

    // then
    assertThat(first.code()).isZero();
    assertThat(first.says())
        .startsWith("First look at this log: its key was trusted as it came")
        .containsPattern(
            "All 3 entries are intact; root [0-9a-f]{64}, signed 2026-11-22T08:00:00Z, 0 of them");
    assertThat(second.says()).startsWith("All 3 entries").endsWith("3 of them witnessed before.\n");
  }

  @Test
  void aLogThatHasGrownIsIntact() throws IOException {
    // given
    save(NaiveLog.files(entries(300), KEYS));
    verifyCopy();

    // when
    save(NaiveLog.files(entries(700), KEYS));
    Said said = verifyCopy();

    // then
    assertThat(said.says()).contains("All 700 entries").contains("300 of them witnessed before");
  }

  @Test
  void anEmptyLogIsIntact() throws IOException {
    // given
    save(NaiveLog.files(List.of(), KEYS));

    // when
    Said said = verifyCopy();

    // then
    assertThat(said.says()).contains("All 0 entries are intact");
  }

  @Test
  void theEntryThatWasRemovedIsNamed() throws IOException {
    // given
    save(NaiveLog.files(entries(30), KEYS));
    verifyCopy();
    List<byte[]> fewer = entries(30);
    fewer.remove(12);

    // when
    save(NaiveLog.files(fewer, KEYS));
    Said said = verifyCopy();

    // then
    assertThat(said.code()).isEqualTo(Verify.TAMPERED);
    assertThat(said.says())
        .contains("Position 12 was removed since it was witnessed.")
        .contains("The entry before it says: id e11, type t, time 2026-11-22T08:00:00Z.")
        .contains("The log had 30 entries when it was witnessed, and has 29 now.");
  }

  @Test
  void anotherKeyIsTamperingUnlessItIsTheOneThatWasNamed() throws IOException {
    // given
    KeyPair other = NaiveLog.newKeys();
    save(NaiveLog.files(entries(3), KEYS));
    verifyCopy();
    save(NaiveLog.files(entries(3), other));

    // when
    Said pinned = verifyCopy();
    Said named = run("--dir", copy.toString(), "--key", NaiveLog.vkey(other));

    // then
    assertThat(pinned.code()).isEqualTo(Verify.TAMPERED);
    assertThat(pinned.says()).contains("is not signed by the key example.com/audit");
    assertThat(named.code()).isZero();
  }

  @Test
  void aDamagedWitnessIsNoProofAgainstTheLog() throws IOException {
    // given
    save(NaiveLog.files(entries(3), KEYS));
    verifyCopy();
    Path leaves = home.resolve("audit-witness/leaves");
    byte[] bytes = Files.readAllBytes(leaves);
    bytes[40] ^= 1;
    Files.write(leaves, bytes);

    // when
    Said said = verifyCopy();

    // then
    assertThat(said.code()).isEqualTo(Verify.COULD_NOT_CHECK);
    assertThat(said.says()).contains("its hashes do not give the root that it has witnessed");
  }

  @Test
  void whatCannotBeCheckedIsNotCalledTampered() throws IOException {
    // given
    Path nowhere = copy.resolve("nowhere");

    // when
    Said noFolder = run("--dir", nowhere.toString());
    Said noLog = run("--dir", copy.toString());
    Said noServer = run("--url", "http://127.0.0.1:1");
    Said noSuchOption = run("--what", "x");

    // then
    assertThat(List.of(noFolder.code(), noLog.code(), noServer.code(), noSuchOption.code()))
        .containsOnly(Verify.COULD_NOT_CHECK);
    assertThat(noFolder.says()).contains("There is no folder");
    assertThat(noLog.says()).contains("There is no checkpoint");
    assertThat(noServer.says()).contains("Cannot reach http://127.0.0.1:1/");
    assertThat(noSuchOption.says()).contains("--what: is not known").contains("usage: verify");
  }

  @Test
  void overHttpTheLoginIsSentAndNeverShown() throws IOException {
    // given
    Map<String, byte[]> files = NaiveLog.files(entries(300), KEYS);
    Files.writeString(
        home.resolve("secrets.properties"), "cli.user=cli\ncli.password=very-secret\n");
    String wanted = new Credentials("cli", "very-secret").basic();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/log/",
        exchange -> {
          byte[] file = files.get(exchange.getRequestURI().getPath().substring("/log/".length()));
          boolean allowed = wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = file == null ? new byte[0] : file;
          exchange.sendResponseHeaders(allowed ? file == null ? 404 : 200 : 401, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/log";

      // when
      Said intact = run("--url", url);
      Files.writeString(
          home.resolve("secrets.properties"), "cli.user=cli\ncli.password=wrong-secret\n");
      Said refused = run("--url", url);

      // then
      assertThat(intact.code()).isZero();
      assertThat(refused.code()).isEqualTo(Verify.COULD_NOT_CHECK);
      assertThat(refused.says()).contains("refused the login 'cli' (HTTP 401)");
      assertThat(intact.says() + refused.says()).doesNotContain("secret");
    } finally {
      server.stop(0);
    }
  }

  private record Said(int code, String says) {}

  private Said verifyCopy() {
    return run("--dir", copy.toString());
  }

  private Said run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--home", home.toString()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = Verify.run(all.toArray(String[]::new), Map.of(), out, out);
    return new Said(code, said.toString(StandardCharsets.UTF_8));
  }

  private void save(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = copy.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private static List<byte[]> entries(int count) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(
          "{\"data\":{},\"id\":\"e%d\",\"time\":\"2026-11-22T08:00:00Z\",\"type\":\"t\"}"
              .formatted(i)
              .getBytes(StandardCharsets.UTF_8));
    }
    return entries;
  }
}
