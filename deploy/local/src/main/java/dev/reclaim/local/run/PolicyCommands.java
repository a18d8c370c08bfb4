package dev.reclaim.local.run;

import dev.reclaim.local.Apply;
import dev.reclaim.local.Apply.Shown;
import dev.reclaim.local.Login;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code ./reclaim plan} and {@code ./reclaim apply} do. */
final class PolicyCommands {

  private static final String PLAN = "plan DIR [--json | --all]";
  private static final String APPLY = "apply DIR [--confirm N] [--json | --all]";

  private final Environment environment;
  private final PrintStream out;

  PolicyCommands(Environment environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  /** A command line, understood. */
  private record Options(Path folder, long confirm, Shown shown) {

    static Options of(String usage, List<String> words) throws Refusal {
      List<String> left = new ArrayList<>(words);
      Shown shown = left.remove("--json") ? Shown.JSON : Shown.SOME;
      if (shown == Shown.SOME && left.remove("--all")) {
        shown = Shown.ALL;
      }
      long confirm = usage.contains("--confirm") ? confirm(left) : 0;
      if (left.size() != 1 || !Files.isDirectory(Path.of(left.getFirst()))) {
        throw new Refusal("It needs one folder with policy files: ./reclaim " + usage);
      }
      return new Options(Path.of(left.getFirst()), confirm, shown);
    }

    private static long confirm(List<String> words) throws Refusal {
      int place = words.indexOf("--confirm");
      if (place < 0) {
        return 0;
      }
      words.remove(place);
      String number = place < words.size() ? words.remove(place) : "";
      if (!number.matches("\\d{1,9}")) {
        throw new Refusal("--confirm needs a number of seats, not '" + number + "'.");
      }
      return Long.parseLong(number);
    }
  }

  int plan(List<String> words) throws Refusal, IOException, InterruptedException {
    Options options = Options.of(PLAN, words);
    return ask(apply -> apply.plan(options.folder(), options.shown()));
  }

  int apply(List<String> words) throws Refusal, IOException, InterruptedException {
    Options options = Options.of(APPLY, words);
    return ask(apply -> apply.apply(options.folder(), options.confirm(), options.shown()));
  }

  private interface Question {
    boolean ask(Apply apply) throws IOException, InterruptedException;
  }

  private int ask(Question question) throws Refusal, IOException, InterruptedException {
    Home home = environment.home();
    if (Files.notExists(home.secrets())) {
      throw new Refusal("Nothing was started in " + home.folder() + " yet: ./reclaim up");
    }
    URI evaluator = URI.create(Ports.url(environment.portsInUse().service("rule-evaluator")));
    Login cli = new Login("cli", Secrets.of(home).cli());
    try {
      return question.ask(new Apply(evaluator, cli, out)) ? 0 : 1;
    } catch (ConnectException nobody) {
      throw new Refusal("The rule-evaluator does not answer at " + evaluator + ".", nobody);
    }
  }
}
