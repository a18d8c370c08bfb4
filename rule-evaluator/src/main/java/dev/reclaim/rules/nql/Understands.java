package dev.reclaim.rules.nql;

import dev.reclaim.rules.nql.Query.Clause;
import dev.reclaim.rules.nql.Token.Kind;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Understands what a query means. A table that is included is what the conditions and computations
 * behind it are about, until the next one; a condition on a computed name may stand anywhere behind
 * it. What a rule cannot say is named; nothing is left out in silence.
 */
final class Understands {

  private static final Set<String> FOCUS =
      Set.of("web_focus_time.sum", "desktop_focus_time.sum", "focus_time.sum");

  /** What the clauses are about at the moment. */
  private enum About {
    USERS,
    USE,
    ANSWERS
  }

  private About about = About.USERS;
  private boolean emailKnown;
  private Optional<Token> application = Optional.empty();
  private Optional<Token> window = Optional.empty();
  private Optional<Token> focus = Optional.empty();
  private Optional<Token> tooLittle = Optional.empty();
  private final Answers answers = new Answers();

  private Understands() {}

  static Reclamation of(Query query) throws NotExpressible {
    if (!query.table().is("users") && !query.table().is("user.users")) {
      throw NotExpressible.at(query.table(), "only a query of users can become a rule");
    }
    Understands understands = new Understands();
    for (Clause clause : query.clauses()) {
      understands.take(clause);
    }
    return understands.all(query);
  }

  private void take(Clause clause) throws NotExpressible {
    switch (clause) {
      case Clause.Include(Token table, Optional<Token> past) -> include(table, past);
      case Clause.Compute(Token name, Token from) -> compute(name, from);
      case Clause.Where where -> where(where);
    }
  }

  private void include(Token table, Optional<Token> past) throws NotExpressible {
    String name = table.text().toLowerCase(Locale.ROOT);
    Token length =
        past.orElseThrow(
            () -> NotExpressible.at(table, "needs during past, as in during past 90d"));
    if (name.equals("software_metering.events") && window.isEmpty()) {
      about = About.USE;
      window = Optional.of(length);
    } else if (name.startsWith("campaign.") && name.endsWith(".responses") && answers.unknown()) {
      about = About.ANSWERS;
      answers.include(length);
    } else {
      throw NotExpressible.at(
          table,
          "a rule looks at software_metering.events and at campaign.NAME.responses, each once");
    }
  }

  private void compute(Token name, Token from) throws NotExpressible {
    String function = from.text().toLowerCase(Locale.ROOT);
    if (about == About.USE && FOCUS.contains(function) && focus.isEmpty()) {
      focus = Optional.of(name);
    } else if (about == About.ANSWERS && function.equals("user.count")) {
      answers.compute(name);
    } else {
      throw NotExpressible.at(
          from, "a rule knows the sum of the focus time, and the count of users that answered");
    }
  }

  private void where(Clause.Where where) throws NotExpressible {
    if (focus.filter(name -> same(name, where.field())).isPresent()) {
      limit(where);
    } else if (answers.computed(where.field())) {
      answers.nobody(where);
    } else {
      switch (about) {
        case USERS -> user(where);
        case USE -> application = Optional.of(named("application.name", where, application));
        case ANSWERS -> answers.where(where);
      }
    }
  }

  private void user(Clause.Where where) throws NotExpressible {
    boolean email =
        where.field().is("ad.email_address") || where.field().is("user.ad.email_address");
    if (!email || !where.operator().is("!=") || !where.value().is("null")) {
      throw NotExpressible.at(
          where.field(), "of a user a rule knows ad.email_address != null alone");
    }
    emailKnown = true;
  }

  private void limit(Clause.Where where) throws NotExpressible {
    if (!where.operator().is("<") || tooLittle.isPresent()) {
      throw NotExpressible.at(
          where.operator(), "a rule compares the time of use with < alone, and once");
    }
    tooLittle = Optional.of(where.value());
  }

  /** The name of an application; asked for twice, it must be the same. */
  static Token named(String field, Clause.Where where, Optional<Token> before)
      throws NotExpressible {
    if (!where.field().is(field)) {
      throw NotExpressible.at(where.field(), "a rule cannot look at it; at " + field + " it can");
    }
    boolean plain = where.value().text().chars().noneMatch(c -> c == '*' || c == '?');
    if (!equal(where.operator()) || where.value().kind() != Kind.TEXT || !plain) {
      throw NotExpressible.at(
          where.value(), "a rule needs one application by name: " + field + " == \"...\"");
    }
    if (before.isPresent() && !same(before.get(), where.value())) {
      throw NotExpressible.at(where.value(), "is another application than " + before.get().text());
    }
    return where.value();
  }

  static boolean equal(Token operator) {
    return operator.is("==") || operator.is("=");
  }

  /** NQL compares without regard to case. */
  static boolean same(Token one, Token other) {
    return one.text().equalsIgnoreCase(other.text());
  }

  private Reclamation all(Query query) throws NotExpressible {
    Token end = new Token(Kind.END, "the query", query.table().line());
    Token name =
        application.orElseThrow(
            () -> NotExpressible.at(end, "names no application of software_metering.events"));
    Token time =
        tooLittle.orElseThrow(
            () -> NotExpressible.at(focus.orElse(end), "is compared with no time of use"));
    String within = Lengths.iso(window.orElseThrow());
    String less = Lengths.iso(time);
    if (Duration.parse(less).compareTo(Duration.parse(within)) > 0) {
      throw NotExpressible.at(time, "is longer than the window in which use counts");
    }
    Optional<String> kept = answers.notKeptWithin(name);
    Optional<String> present =
        query.past().isPresent() ? Optional.of(Lengths.iso(query.past().get())) : Optional.empty();
    return new Reclamation(name.text(), present, emailKnown, less, within, kept);
  }
}
