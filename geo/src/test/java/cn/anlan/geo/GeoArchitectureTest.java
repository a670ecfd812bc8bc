package cn.anlan.geo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * The arrows inside the spatial kernel, and what it must not know. Plain tests, for surefire does
 * not run ArchUnit's own annotated fields here.
 */
class GeoArchitectureTest {
  private static final JavaClasses GEO =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("cn.anlan.geo");

  @Test
  void thereIsSomethingToLookAt() {
    assertThat(GEO.size()).isGreaterThan(30);
  }

  @Test
  void theKernelKnowsNoSpringAndNoSql() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "java.sql..", "javax.sql..", "org.postgresql..")
        .check(GEO);
  }

  @Test
  void featurePackagesDependOnOneAnotherWithoutCircles() {
    slices().matching("cn.anlan.geo.(*)..").should().beFreeOfCycles().check(GEO);
  }

  /** Reading, measuring and judging know the words of the rules; the words know none of them. */
  @Test
  void theRulesKeepTheirArrows() {
    slices().matching("cn.anlan.geo.rule.(*)..").should().beFreeOfCycles().check(GEO);
    noClasses()
        .that()
        .resideInAPackage("cn.anlan.geo.rule")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("cn.anlan.geo.rule.*..")
        .check(GEO);
  }

  /**
   * The GeoTools wrapper is heavy and carries unrelocated libraries: two packages hold it, the
   * datums for its projections and the grids for theirs and for the outlines of cells.
   */
  @Test
  void onlyDatumsAndGridsUseGeoTools() {
    noClasses()
        .that()
        .resideOutsideOfPackages("cn.anlan.geo.datum..", "cn.anlan.geo.grid..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.geotools..", "org.geotools.api..", "org.opengis..")
        .check(GEO);
  }

  @Test
  void distancesKnowNoRules() {
    noClasses()
        .that()
        .resideInAPackage("cn.anlan.geo.distance..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("cn.anlan.geo.rule..")
        .check(GEO);
  }
}
