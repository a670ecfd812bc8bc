package cn.anlan.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md, over all four modules. */
class ModulesTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(place -> !place.contains("-tests.jar")) // another module's tests
          .importPackages("cn.anlan");

  @Test
  void arrowsBetweenModulesPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("geo")
        .definedBy("cn.anlan.geo..")
        .layer("analytics")
        .definedBy("cn.anlan.analytics..")
        .layer("data")
        .definedBy("cn.anlan.data..")
        .layer("web")
        .definedBy("cn.anlan.web..")
        .whereLayer("web")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("data")
        .mayOnlyBeAccessedByLayers("web")
        .whereLayer("analytics")
        .mayOnlyBeAccessedByLayers("data", "web")
        .check(ALL);
  }

  @Test
  void packagesOfAModuleFormNoCircle() {
    slices().matching("cn.anlan.(*).(*)..").should().beFreeOfCycles().check(ALL);
  }

  /** The steps of a way in or out know some of each other, and never who calls them. */
  @Test
  void stepsOfADeliveryKeepTheirArrows() {
    for (String way : new String[] {"source", "ingest", "export"}) {
      String all = "cn.anlan.data." + way;
      slices().matching(all + ".(*)..").should().beFreeOfCycles().check(ALL);
      noClasses()
          .that()
          .resideInAPackage(all + ".*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(all)
          .check(ALL);
    }
  }

  @Test
  void onlyTheStoreAndItsUsersSpeakSql() {
    noClasses()
        .that()
        .resideInAnyPackage("cn.anlan.geo..", "cn.anlan.analytics..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
        .check(ALL);
  }

  @Test
  void springStaysInTheWeb() {
    noClasses()
        .that()
        .resideOutsideOfPackage("cn.anlan.web..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(ALL);
  }

  @Test
  void geoToolsStaysWithDatumsAndGrids() {
    noClasses()
        .that()
        .resideOutsideOfPackages("cn.anlan.geo.datum..", "cn.anlan.geo.grid..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.geotools..", "org.opengis..")
        .check(ALL);
  }

  /** A bench may stand beside it; everything else asks our own classes. */
  @Test
  void graphHopperStaysWithRoads() {
    noClasses()
        .that()
        .resideOutsideOfPackages("cn.anlan.geo.road..", "cn.anlan.web.bench..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.graphhopper..")
        .check(ALL);
  }
}
