package dev.reclaim.rules.rest;

import dev.reclaim.http.Problems;
import dev.reclaim.rules.PolicyText;
import java.util.List;

/** The policy files of a folder. */
public record SentFiles(List<SentFile> files) {

  /**
   * One of them.
   *
   * @param file its name, as the sender wants to read it in errors
   * @param text YAML, of several documents where it likes, or JSON
   */
  public record SentFile(String file, String text) {}

  List<PolicyText> texts() {
    if (files == null || files.isEmpty()) {
      throw Problems.badField("files", "is missing, or has no file in it");
    }
    return files.stream().map(SentFiles::text).toList();
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
