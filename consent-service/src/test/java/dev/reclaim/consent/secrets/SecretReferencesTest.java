package dev.reclaim.consent.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reclaim.consent.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretReferencesTest {

  @TempDir Path folder;

  @Test
  void aFileIsReadAnewSoThatItCanBeReplaced() throws IOException {
    // given
    Path file = Files.writeString(folder.resolve("token"), "first\n");
    Secret secret = SecretReferences.of("file:" + file);
    assertThat(secret.reveal()).isEqualTo("first");
    // when
    Files.writeString(file, "second\n");
    // then
    assertThat(secret.reveal()).isEqualTo("second");
  }

  @Test
  void aSecretItselfIsNoReferenceAndIsNotShown() {
    assertThatThrownBy(() -> SecretReferences.of("xoxb-planted"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("env:NAME or file:/path")
        .hasMessageNotContaining("planted");
  }

  @Test
  void nothingBehindAReferenceIsToldAtTheStart() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    assertThatThrownBy(() -> SecretReferences.of("file:" + empty)).hasMessageContaining("is empty");
    assertThatThrownBy(() -> SecretReferences.of("file:" + folder.resolve("none")))
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> SecretReferences.of("file:relative"))
        .hasMessageContaining("whole path");
    assertThatThrownBy(() -> SecretReferences.of("env:RECLAIM_NOBODY_SETS_THIS"))
        .hasMessageContaining("RECLAIM_NOBODY_SETS_THIS is not set");
  }
}
