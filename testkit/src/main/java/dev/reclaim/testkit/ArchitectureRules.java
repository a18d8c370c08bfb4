package dev.reclaim.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.reclaim.messaging.Cause;
import dev.reclaim.messaging.Envelope;
import dev.reclaim.messaging.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * The shape that every service has: the root package is what the service is, each sub-package is
 * named after the outside thing it touches, and only {@code Wiring} knows both. A rule that matches
 * nothing fails.
 */
public final class ArchitectureRules {

  private static final String NO_SUFFIX =
      ".*(Service|Manager|Helper|Utils?|Impl|Processor|Dto|Handler)";

  private final String root;
  private final JavaClasses classes;

  ArchitectureRules(String root, JavaClasses classes) {
    this.root = root;
    this.classes = classes;
  }

  /** Takes the service's root package, as in {@code dev.reclaim.consent}. */
  public static ArchitectureRules of(String root) {
    return new ArchitectureRules(
        root,
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root));
  }

  public void check() {
    theRootIsPlainJava();
    theRootReadsNoClock();
    edgesDoNotKnowEachOther();
    nothingIsCalledAfterItsPattern();
    onlyTheOutboxSpeaks();
  }

  /** Apart from {@code Wiring} and the framework's own generated classes. */
  private com.tngtech.archunit.base.DescribedPredicate<JavaClass> core() {
    return resideInAPackage(root)
        .and(com.tngtech.archunit.base.DescribedPredicate.not(simpleNameStartingWith("Wiring")));
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> simpleNameStartingWith(
      String start) {
    return com.tngtech.archunit.base.DescribedPredicate.describe(
        "are called " + start + "…", c -> c.getSimpleName().startsWith(start));
  }

  private void theRootIsPlainJava() {
    classes()
        .that(core())
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    root,
                    "dev.reclaim.events",
                    "dev.reclaim.connectors",
                    "java.lang..",
                    "java.math",
                    "java.net",
                    "java.nio.charset",
                    "java.security..",
                    "java.text",
                    "java.time..",
                    "java.util..")
                .or(type(Outbox.class))
                .or(type(Cause.class))
                .or(type(Envelope.class)))
        .because("what a service is must not depend on what it runs on")
        .check(classes);
  }

  private void theRootReadsNoClock() {
    noClasses()
        .that(core())
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(InstantSource.class, "system")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .because("time and chance come in as arguments")
        .check(classes);
  }

  private void edgesDoNotKnowEachOther() {
    slices()
        .matching(root + ".(*)..")
        .should()
        .notDependOnEachOther()
        .because("each sub-package touches one outside thing; what they share belongs to the root")
        .check(classes);
  }

  private void nothingIsCalledAfterItsPattern() {
    noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .haveNameMatching(NO_SUFFIX)
        .because("a name says what a thing is for")
        .check(classes);
  }

  /** Only what came in from outside goes straight to the broker: it has no state to go with. */
  private void onlyTheOutboxSpeaks() {
    noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage("dev.reclaim.usage.kafka..")
        .and()
        .doNotHaveFullyQualifiedName("dev.reclaim.usage.Wiring")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("dev.reclaim.messaging.Sender")
        .because("an event that is not written with its state can be lost")
        .check(classes);
  }
}
