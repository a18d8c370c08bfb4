package dev.reclaim.sandbox.vendor;

import java.util.Optional;

/** Who signs in to the SCIM server, which habit answers, and what it may do. */
final class ScimLogins {

  static final String READS_ONLY = "-may-read";

  private ScimLogins() {}

  /** A login. */
  record Login(ScimHabit habit, boolean mayChange) {}

  static Optional<Login> of(Request request) {
    String given = request.header("authorization").orElse("");
    for (ScimHabit habit : ScimHabit.values()) {
      if (given.equals(habit.authorization(habit.secret()))) {
        return Optional.of(new Login(habit, true));
      }
      if (given.equals(habit.authorization(habit.secret() + READS_ONLY))) {
        return Optional.of(new Login(habit, false));
      }
    }
    return Optional.empty();
  }

  /** The token of a client with the right secret is that secret. */
  static Reply token(Request request) {
    String given = request.header("authorization").orElse("");
    String secret = ScimHabit.ENTRA.secret();
    for (String one : new String[] {secret, secret + READS_ONLY}) {
      if (given.equals(Basic.of("scim-entra", one))) {
        return Reply.json(200, Reply.object().put("access_token", one).put("expires_in", 3600));
      }
    }
    return Reply.json(401, Reply.object().put("error", "invalid_client"));
  }
}
