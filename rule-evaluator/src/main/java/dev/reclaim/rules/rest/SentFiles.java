package dev.reclaim.rules.rest;

import dev.reclaim.http.Problems;
import dev.reclaim.rules.PolicyId;
import dev.reclaim.rules.PolicyKind;
import dev.reclaim.rules.PolicyText;
import java.util.List;
import java.util.Optional;

/**
 * The policy files of a folder, and what is to be retired together with them.
 *
 * @param retire as in {@code hold/parental-leave-of-ada}
 */
public record SentFiles(List<SentFile> files, List<String> retire) {

  public SentFiles {
    files = files == null ? List.of() : files;
    retire = retire == null ? List.of() : retire;
  }

  /**
   * One of them.
   *
   * @param file its name, as the sender wants to read it in errors
   * @param text YAML, of several documents where it likes, or JSON
   */
  public record SentFile(String file, String text) {}

  List<PolicyText> texts() {
    if (files.isEmpty() && retire.isEmpty()) {
      throw Problems.badField("files", "is missing, or has no file in it");
    }
    return files.stream().map(SentFiles::text).toList();
  }

  List<PolicyId> retired() {
    return retire.stream().map(SentFiles::id).toList();
  }

  private static PolicyId id(String text) {
    String[] parts = text == null ? new String[0] : text.split("/", 2);
    Optional<PolicyKind> kind = parts.length == 2 ? PolicyKind.of(parts[0]) : Optional.empty();
    return kind.map(known -> new PolicyId(known, parts[1]))
        .orElseThrow(
            () -> Problems.badField("retire", "is not of the form KIND/NAME, as in hold/leave"));
  }

  private static PolicyText text(SentFile sent) {
    if (sent == null || sent.file() == null || sent.file().isBlank()) {
      throw Problems.badField("files.file", "is missing");
    }
    if (sent.text() == null) {
      throw Problems.badField("files.text", "is missing in " + sent.file());
    }
    return new PolicyText(sent.file(), sent.text());
  }
}
