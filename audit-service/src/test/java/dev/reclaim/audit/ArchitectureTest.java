package dev.reclaim.audit;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.reclaim.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void theServiceHasTheShapeOfAllServices() {
    ArchitectureRules.of("dev.reclaim.audit").check();
  }

  @Test
  void theCheckerDoesNotKnowTheWriter() {
    ArchRuleDefinition.classes()
        .that()
        .resideInAPackage("dev.reclaim.audit.verify..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("dev.reclaim.audit.verify..", "java..")
        .check(new ClassFileImporter().importPackages("dev.reclaim.audit.verify"));
  }
}
