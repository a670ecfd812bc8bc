package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.fault.UserFault;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @Test
  void withoutVariablesThereIsAPrivateClusterInVar() {
    Settings settings = Settings.from(Map.of("ANLAN_DB_URL", " "));
    assertThat(settings.varDir()).isEqualTo(Path.of("var").toAbsolutePath());
    assertThat(settings.dbUrl()).isEmpty();
  }

  @Test
  void anAddressThatIsNotOfPostgresIsRefused() {
    assertThatThrownBy(() -> Settings.from(Map.of("ANLAN_DB_URL", "postgres://h/d")))
        .isInstanceOfSatisfying(
            UserFault.class, f -> assertThat(f.remedy()).contains("jdbc:postgresql://"));
  }

  @Test
  void anAddressIsTakenApartAndItsLoginSetAside() {
    ConnectionInfo info =
        ConnectionInfo.parse(
                "jdbc:postgresql://db:5433/gis?user=u&sslmode=require&password=p",
                Optional.empty(),
                Optional.of("other"))
            .orElseThrow();
    assertThat(info)
        .isEqualTo(
            new ConnectionInfo(
                "jdbc:postgresql://db:5433/gis?sslmode=require", "db", 5433, "gis", "u", "other"));
    assertThat(info.toString()).doesNotContain("other");
  }

  @Test
  void missingProgramsAreNamedWithTheirPackages(@TempDir Path empty) {
    assertThatThrownBy(() -> PostgresPrograms.find(empty, Optional.empty()))
        .isInstanceOfSatisfying(
            UserFault.class,
            f -> assertThat(f.line()).contains("initdb", "postgresql-15-postgis-3"));
    assertThatThrownBy(() -> PostgresPrograms.find(empty, Optional.of(13)))
        .isInstanceOfSatisfying(
            UserFault.class, f -> assertThat(f.remedy()).contains("postgresql-13"));
  }
}
