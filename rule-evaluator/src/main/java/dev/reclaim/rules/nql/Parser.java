package dev.reclaim.rules.nql;

import dev.reclaim.rules.nql.Query.Clause;
import dev.reclaim.rules.nql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Understands the shape of a query; what it does not know it names. */
final class Parser {

  private static final Set<String> OPERATORS = Set.of("=", "==", "!=", "<", "<=", ">", ">=");

  private final List<Token> tokens;
  private int at;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Query query(String text) throws NotExpressible {
    return new Parser(Lexer.tokens(text)).query();
  }

  private Query query() throws NotExpressible {
    Token table = word("a table such as users");
    Optional<Token> past = past();
    List<Clause> clauses = new ArrayList<>();
    while (peek().kind() != Kind.END) {
      expect("|");
      clause(clauses);
    }
    return new Query(table, past, clauses);
  }

  private void clause(List<Clause> clauses) throws NotExpressible {
    Token keyword = word("where, include or compute");
    if (keyword.is("where")) {
      clauses.add(comparison());
      while (peek().is("and")) {
        next();
        clauses.add(comparison());
      }
    } else if (keyword.is("include")) {
      clauses.add(new Clause.Include(word("a table"), past()));
    } else if (keyword.is("compute")) {
      clauses.add(computation());
    } else {
      throw NotExpressible.at(keyword, "has no equal in a rule; where, include and compute have");
    }
  }

  private Clause.Where comparison() throws NotExpressible {
    Token field = word("a field");
    Token operator = next();
    if (!OPERATORS.contains(operator.text()) || operator.kind() != Kind.SIGN) {
      throw NotExpressible.at(operator, "is no comparison that a rule can make");
    }
    Token value = next();
    if (value.kind() == Kind.SIGN || value.kind() == Kind.END) {
      throw NotExpressible.at(value, "stands where a value should");
    }
    return new Clause.Where(field, operator, value);
  }

  private Clause.Compute computation() throws NotExpressible {
    Token name = word("a name");
    expect("=");
    Token from = word("a field and a function");
    expect("(");
    expect(")");
    return new Clause.Compute(name, from);
  }

  private Optional<Token> past() throws NotExpressible {
    if (!peek().is("during")) {
      return Optional.empty();
    }
    next();
    expect("past");
    Token length = next();
    if (length.kind() != Kind.NUMBER) {
      throw NotExpressible.at(length, "stands where a length such as 30d should");
    }
    return Optional.of(length);
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  private Token word(String wanted) throws NotExpressible {
    Token token = next();
    if (token.kind() != Kind.WORD) {
      throw NotExpressible.at(token, "stands where " + wanted + " should");
    }
    return token;
  }

  private void expect(String wanted) throws NotExpressible {
    Token token = next();
    if (!token.is(wanted)) {
      throw NotExpressible.at(
          token,
          token.is("or")
              ? "a rule from a query joins its conditions with and alone"
              : "stands where " + wanted + " should");
    }
  }
}
