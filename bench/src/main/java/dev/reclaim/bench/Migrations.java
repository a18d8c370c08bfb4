package dev.reclaim.bench;

import dev.reclaim.messaging.Inbox;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Makes the tables of one service. Several services are on the class path, each with migrations of
 * the same names, so only those beside one of its classes are read.
 */
public final class Migrations {

  private Migrations() {}

  /**
   * Runs them all.
   *
   * @param owner whose tables they shall be
   * @param ofService any class of the service
   */
  public static void run(PGSimpleDataSource owner, Class<?> ofService) throws IOException {
    try (URLClassLoader beside =
        new URLClassLoader(
            new URL[] {codeOf(Inbox.class), codeOf(ofService)},
            ClassLoader.getPlatformClassLoader())) {
      Flyway.configure(beside)
          .dataSource(owner)
          .locations("classpath:db/messaging", "classpath:db/migration")
          .load()
          .migrate();
    }
  }

  /** Who owns the tables of a database. */
  public static PGSimpleDataSource owner(String url, String login, String password) {
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(url);
    owner.setUser(login);
    owner.setPassword(password);
    return owner;
  }

  private static URL codeOf(Class<?> one) {
    return one.getProtectionDomain().getCodeSource().getLocation();
  }
}
