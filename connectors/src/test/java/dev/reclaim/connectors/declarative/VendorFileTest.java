package dev.reclaim.connectors.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that cannot be meant is refused, with its line and key. */
class VendorFileTest {

  private static String okta() throws IOException {
    return Files.readString(CatalogFiles.FOLDER.resolve("okta-user.yaml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: Okta | titel: Okta | titel: is not a key",
        "title: Okta | title: | title: must be a text",
        "means: unauthorised | means: fine | means: must be absent",
        "status: 429 | status: 429x | status: must be a status",
        "get: /users/{account} | fetch: /users/{account} | fetch: is not a key",
        "read: user-by-login | read: user-by-name | lacks 'user-by-name'",
        "writes: 600 per 60s | writes: 600 a minute | writes: must be written as",
        "https://{setting/domain}/api/v1 | https://{setting/host}/api/v1 | lacks 'host'",
        "only-with: oauth | only-with: saml | there is no sign-in 'saml'",
        "undo-within: never | undo-within: always | undo-within: needs 'undo'",
        "undo-within: always | undo-within: never | undo-within: is contradicted",
        "DISABLE: | SWITCH_OFF: | SWITCH_OFF: must be one of",
        "by: link-header | by: magic | by: must be link-header",
        "level: high | level: certain | level: must be high",
        "change: suspend | alter: suspend | does nothing",
        "does: sign in | dose: sign in | dose: is not a key",
        "ok: 204 | okay: 204 | okay: is not a key",
        "examples: | beispiele: | beispiele: is not a key",
        "name: okta-user | name: okta-user\\nname: again | name: stands twice",
      })
  void isRefusedByLineAndKey(String from, String to, String problem) throws IOException {
    // given
    String good = okta();
    assertThat(good).contains(from);
    // when
    String bad =
        good.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to.replace("\\n", "\n")));
    // then
    assertThatThrownBy(() -> VendorFile.read("okta-user.yaml", bad))
        .isInstanceOf(BadConnectorFile.class)
        .hasMessageMatching("(?s)okta-user\\.yaml:\\d+: .*")
        .hasMessageContaining(problem);
  }
}
