package dev.reclaim.rules.nql;

import dev.reclaim.rules.nql.Query.Clause;
import java.util.Optional;

/** What a query says of the answers to an earlier campaign: nobody of them said Keep. */
final class Answers {

  private Optional<Token> window = Optional.empty();
  private Optional<Token> application = Optional.empty();
  private boolean answered;
  private Optional<Token> keep = Optional.empty();
  private Optional<Token> count = Optional.empty();
  private boolean nobody;

  boolean unknown() {
    return window.isEmpty();
  }

  void include(Token length) {
    window = Optional.of(length);
  }

  void compute(Token name) throws NotExpressible {
    if (count.isPresent()) {
      throw NotExpressible.at(name, "is a second count of the same answers");
    }
    count = Optional.of(name);
  }

  boolean computed(Token name) {
    return count.filter(known -> Understands.same(known, name)).isPresent();
  }

  /** A condition on the answers themselves. */
  void where(Clause.Where where) throws NotExpressible {
    String field = where.field().text();
    if (count.isPresent()) {
      throw NotExpressible.at(where.field(), "is not known behind the count");
    } else if (where.field().is("state")) {
      if (!Understands.equal(where.operator())
          || !where.value().text().equalsIgnoreCase("answered")) {
        throw NotExpressible.at(where.value(), "a rule knows the answers that were given alone");
      }
      answered = true;
    } else if (field.startsWith("answers.") && field.endsWith(".label")) {
      if (!Understands.equal(where.operator())
          || !where.value().text().equalsIgnoreCase("yes")
          || keep.isPresent()) {
        throw NotExpressible.at(
            where.value(), "of the answers a rule knows Keep, a \"yes\", alone");
      }
      keep = Optional.of(where.value());
    } else {
      application =
          Optional.of(Understands.named("parameters.application_name", where, application));
    }
  }

  /** The condition on their count. */
  void nobody(Clause.Where where) throws NotExpressible {
    boolean none = Understands.equal(where.operator()) && where.value().text().equals("0");
    boolean lessThanOne = where.operator().is("<") && where.value().text().equals("1");
    if (!none && !lessThanOne) {
      throw NotExpressible.at(
          where.operator(), "a rule can say that nobody answered Keep, as in == 0, and no more");
    }
    nobody = true;
  }

  /**
   * Within which length the holder did not answer Keep for an application.
   *
   * @throws NotExpressible when the query looks at answers, but says something else of them
   */
  Optional<String> notKeptWithin(Token of) throws NotExpressible {
    if (window.isEmpty()) {
      return Optional.empty();
    }
    Token length = window.get();
    if (application.isEmpty()) {
      throw NotExpressible.at(length, "the answers are not those for one application");
    }
    if (!Understands.same(application.get(), of)) {
      throw NotExpressible.at(application.get(), "is another application than " + of.text());
    }
    if (!answered || keep.isEmpty()) {
      throw NotExpressible.at(length, "the answers are not those that said \"yes\"");
    }
    if (!nobody) {
      throw NotExpressible.at(count.orElse(length), "is compared with no number");
    }
    return Optional.of(Lengths.iso(length));
  }
}
