package dev.reclaim.rules.nql;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code ./reclaim import-nql FILE [--out DIR]} does: a query becomes a rule and the stub of
 * its application, or what cannot be expressed is named with file and line and nothing is written.
 */
public final class ImportNql {

  private static final String USAGE = "It needs one query: ./reclaim import-nql FILE [--out DIR]";

  private final PrintStream out;
  private final PrintStream err;

  ImportNql(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(new ImportNql(out, err).run(List.of(arguments)));
  }

  /** 0 when it is imported, 1 when it is refused. */
  int run(List<String> arguments) {
    boolean toFolder = arguments.size() == 3 && arguments.get(1).equals("--out");
    if (arguments.size() != 1 && !toFolder) {
      return refuse("reclaim: " + USAGE);
    }
    Path file = Path.of(arguments.getFirst());
    try {
      Reclamation what = Understands.of(Parser.query(Files.readString(file)));
      WritesPolicy policy = new WritesPolicy(what, file.getFileName().toString());
      return toFolder ? write(policy, Path.of(arguments.getLast())) : print(policy);
    } catch (NotExpressible e) {
      return refuse("%s:%d: %s".formatted(file, e.line(), e.getMessage()));
    } catch (NoSuchFileException e) {
      return refuse(file + ": is not there");
    } catch (CharacterCodingException e) {
      return refuse(file + ": is not UTF-8");
    } catch (IOException e) {
      return refuse("reclaim: " + e.getMessage());
    }
  }

  private int print(WritesPolicy policy) {
    out.print(policy.application());
    out.println("---");
    out.print(policy.rule());
    return 0;
  }

  private int write(WritesPolicy policy, Path folder) throws IOException {
    Path application = folder.resolve(policy.applicationFile());
    Path rule = folder.resolve(policy.ruleFile());
    Optional<Path> there = List.of(application, rule).stream().filter(Files::exists).findFirst();
    if (there.isPresent()) {
      return refuse(there.get() + ": is there already; nothing is written");
    }
    Files.createDirectories(application.getParent());
    Files.createDirectories(rule.getParent());
    Files.writeString(application, policy.application());
    Files.writeString(rule, policy.rule());
    out.println(application);
    out.println(rule);
    return 0;
  }

  private int refuse(String why) {
    err.println(why);
    return 1;
  }
}
