package dev.reclaim.rules.nql;

import dev.reclaim.rules.nql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts a query into tokens; spaces and comments fall away. */
final class Lexer {

  private static final String SIGNS = "|(),=<>!+-*/%[]";
  private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) throws NotExpressible {
    Lexer lexer = new Lexer(text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    lexer.tokens.add(new Token(Kind.END, "the end", lexer.line));
    return lexer.tokens;
  }

  private void next() throws NotExpressible {
    char here = text.charAt(at);
    if (here == '\n') {
      line++;
      at++;
    } else if (Character.isWhitespace(here) || here == '\uFEFF') {
      at++;
    } else if (text.startsWith("//", at)) {
      skipTo("\n");
    } else if (text.startsWith("/*", at)) {
      skipComment();
    } else if (here == '"' || here == '\'') {
      quoted(here);
    } else if (Character.isDigit(here)) {
      take(Kind.NUMBER, c -> Character.isLetterOrDigit(c) || c == '.');
    } else if (Character.isLetter(here) || here == '_' || here == '#') {
      take(Kind.WORD, c -> Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '#');
    } else if (SIGNS.indexOf(here) >= 0) {
      sign();
    } else {
      throw new NotExpressible(line, String.valueOf(here), "is no part of a query");
    }
  }

  private void take(Kind kind, IntPredicate fits) {
    int end = at;
    while (end < text.length() && fits.test(text.charAt(end))) {
      end++;
    }
    tokens.add(new Token(kind, text.substring(at, end), line));
    at = end;
  }

  private void sign() {
    String sign =
        LONG_SIGNS.stream()
            .filter(longer -> text.startsWith(longer, at))
            .findFirst()
            .orElse(text.substring(at, at + 1));
    tokens.add(new Token(Kind.SIGN, sign, line));
    at += sign.length();
  }

  private void quoted(char quote) throws NotExpressible {
    int end = text.indexOf(quote, at + 1);
    int lineEnd = text.indexOf('\n', at);
    if (end < 0 || (lineEnd >= 0 && lineEnd < end)) {
      throw new NotExpressible(line, String.valueOf(quote), "begins a text that does not end");
    }
    tokens.add(new Token(Kind.TEXT, text.substring(at + 1, end), line));
    at = end + 1;
  }

  private void skipTo(String end) {
    int place = text.indexOf(end, at);
    at = place < 0 ? text.length() : place;
  }

  private void skipComment() throws NotExpressible {
    int end = text.indexOf("*/", at + 2);
    if (end < 0) {
      throw new NotExpressible(line, "/*", "begins a comment that does not end");
    }
    line += Math.toIntExact(text.substring(at, end).chars().filter(c -> c == '\n').count());
    at = end + 2;
  }
}
