package dev.reclaim.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The last lines of a log, to show why a process ended. */
public final class LogTail {
  /** A JSON line with a stack of causes is long. */
  private static final int AT_MOST_BYTES = 131_072;

  private static final int LAST_WORDS = 8;
  private static final int AT_MOST_CHARACTERS = 400;
  private static final Pattern MESSAGE = Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private LogTail() {}

  /**
   * At most {@code count} lines, each in words: of a line in JSON its message and the messages of
   * its causes. None when there is no readable log.
   */
  public static List<String> lines(Path log, int count) {
    return linesSince(0, log, count);
  }

  /** The same, without what stood in the log when it was that many bytes long. */
  public static List<String> linesSince(long earlier, Path log, int count) {
    if (!Files.isReadable(log)) {
      return List.of();
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long startsAfresh = file.length() < earlier ? 0 : earlier;
      file.seek(Math.max(startsAfresh, file.length() - AT_MOST_BYTES));
      byte[] end = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(end);
      List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size()).stream()
          .map(LogTail::inWords)
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** The rest of a sentence: where the log of what it speaks of is, and how it ends. */
  public static String ending(Path log) {
    List<String> lines = lines(log, LAST_WORDS);
    return lines.isEmpty()
        ? "; its log is " + log + "."
        : "; its log " + log + " ends:\n    " + String.join("\n    ", lines);
  }

  private static String inWords(String line) {
    String words = line;
    if (line.startsWith("{")) {
      words =
          MESSAGE
              .matcher(line)
              .results()
              .map(found -> found.group(1).replace("\\n", " ").replace("\\\"", "\""))
              .collect(Collectors.joining(": "));
    }
    return words.length() <= AT_MOST_CHARACTERS
        ? words
        : words.substring(0, AT_MOST_CHARACTERS) + " …";
  }
}
