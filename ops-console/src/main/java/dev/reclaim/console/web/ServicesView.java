package dev.reclaim.console.web;

import dev.reclaim.console.Watches.Brake;
import dev.reclaim.console.Watches.Health;
import dev.reclaim.console.web.DetailView.Shown;
import java.util.List;
import java.util.Optional;

/**
 * The state of the installation as the template shows it.
 *
 * @param brakes empty when revocation-service does not answer
 * @param checkpoint empty when audit-service does not answer
 */
record ServicesView(
    List<Health> services,
    List<Source> sources,
    Optional<List<Brake>> brakes,
    Optional<List<Shown>> checkpoint) {

  /** How far one source can be trusted about one application. */
  record Source(
      String name, String application, Reader.Moment coverageFrom, Reader.Moment lastRecord) {}
}
