package dev.reclaim.audit.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sealed decision file: all that the log says about one candidate, with proofs that it does.
 *
 * @param checkpoint the signed note, as it was served
 */
record DecisionFile(String candidate, String checkpoint, List<Sealed> entries) {

  /**
   * One entry.
   *
   * @param entry its canonical text, of which the log holds the hash
   * @param dataBeside the data, when it was too large for the entry
   * @param proof the hashes beside the way from the entry up to the root
   */
  record Sealed(long position, String entry, Optional<String> dataBeside, List<Hash> proof) {}

  static DecisionFile read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new CannotCheck("Cannot read " + file + " (" + e.getMessage() + ").", e);
    } catch (IllegalArgumentException e) {
      throw new CannotCheck(file + " is not a decision file: " + e.getMessage() + ".", e);
    }
  }

  private static DecisionFile parse(String text) {
    if (!(Json.parse(text) instanceof Map<?, ?> json)
        || !(json.get("entries") instanceof List<?> entries)) {
      throw new IllegalArgumentException("entries: is missing");
    }
    return new DecisionFile(
        Json.text(json, "candidate"),
        Json.text(json, "checkpoint"),
        entries.stream().map(DecisionFile::sealed).toList());
  }

  private static Sealed sealed(Object json) {
    if (!(json instanceof Map<?, ?> entry) || !(entry.get("proof") instanceof List<?> proof)) {
      throw new IllegalArgumentException("entries.proof: is missing");
    }
    return new Sealed(
        Long.parseLong(String.valueOf(entry.get("position"))),
        Json.text(entry, "entry"),
        Optional.ofNullable(entry.get("data")).map(String::valueOf),
        proof.stream()
            .map(step -> Hash.of(Base64.getDecoder().decode(String.valueOf(step))))
            .toList());
  }

  byte[] checkpointBytes() {
    return checkpoint.getBytes(StandardCharsets.UTF_8);
  }
}
