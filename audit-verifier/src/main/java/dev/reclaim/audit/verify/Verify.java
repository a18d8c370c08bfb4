package dev.reclaim.audit.verify;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The command {@code verify}: is every entry of the audit log what it was when it was signed, and
 * when this machine last looked?
 */
public final class Verify {

  /** Every entry is what it was. */
  public static final int INTACT = 0;

  /** Something was changed, removed, inserted or reordered. */
  public static final int TAMPERED = 1;

  /** The log could not be looked at. */
  public static final int COULD_NOT_CHECK = 2;

  private Verify() {}

  /** Checks, says what it found, and ends the process with the exit code. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(args, System.getenv(), out, err));
  }

  /**
   * The same without ending the process.
   *
   * @param out the verdict
   * @param err progress, and reasons why it could not be checked
   * @return the exit code
   */
  public static int run(
      String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
    if (args.length == 1 && args[0].equals("--help")) {
      out.print(Options.USAGE);
      return INTACT;
    }
    try {
      Options options = Options.parse(args, environment);
      return options.decision().isPresent()
          ? decision(options, new Report(out))
          : log(options, environment, new Report(out), err);
    } catch (CannotCheck reason) {
      err.println("Could not check the audit log. " + reason.getMessage());
      return COULD_NOT_CHECK;
    } catch (IllegalArgumentException misunderstood) {
      err.println(misunderstood.getMessage());
      err.print(Options.USAGE);
      return COULD_NOT_CHECK;
    }
  }

  private static int log(
      Options options, Map<String, String> environment, Report report, PrintStream err) {
    Source source =
        options
            .folder()
            .<Source>map(FolderSource::new)
            .orElseGet(
                () -> new HttpSource(options.url(), Credentials.find(environment, options.home())));
    Witness witness = options.witness();
    Check check = new Check(source, witness, options.key(), new ProgressLine(err));
    Verdict verdict = check.run();
    if (check.trustedOnFirstUse() && verdict instanceof Verdict.Intact) {
      report.trustedOnFirstUse(witness);
    }
    return report.log(verdict);
  }

  private static int decision(Options options, Report report) {
    Witness witness = options.witness();
    LogKey key =
        options
            .key()
            .or(witness::key)
            .orElseThrow(
                () ->
                    new CannotCheck(
                        "No key of the log is known here; verify the log once, or name its key"
                            + " with --key."));
    DecisionFile file = DecisionFile.read(options.decision().orElseThrow());
    return report.decision(file, DecisionCheck.of(file, key, witness));
  }
}
