package cn.anlan.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The cluster as users have it, with the product's own settings. */
class PrivateClusterTest {
  private static Path var;
  private static Database database;

  @BeforeAll
  static void open() {
    var = TestDirectories.fresh("cluster");
    database = Database.open(Settings.privateIn(var), Progress.silent());
  }

  @AfterAll
  static void close() {
    database.close();
    TestDirectories.delete(var);
  }

  @Test
  void itIsMadeAsItShouldBe() {
    assertThat(
            Rows.one(
                database.owner(),
                "SELECT current_setting('data_checksums'), current_setting('server_encoding'),"
                    + " current_setting('lc_collate'), current_setting('fsync'),"
                    + " current_setting('jit'), current_setting('max_connections'),"
                    + " current_setting('password_encryption')"))
        .isEqualTo("on|UTF8|C|on|off|40|scram-sha-256");
    assertThat(Rows.one(database.owner(), "SELECT PostGIS_Lib_Version()")).startsWith("3.");
  }

  @Test
  void itListensOnTheLoopbackAddressOnly() throws IOException {
    assertThat(Rows.one(database.owner(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    int port = database.ownerLogin().port();
    new Socket("127.0.0.1", port).close();
    for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
      for (InetAddress address : each.inetAddresses().toList()) {
        if (!address.isLoopbackAddress()) {
          assertThatThrownBy(() -> new Socket(address, port).close())
              .isInstanceOf(IOException.class);
        }
      }
    }
  }

  @Test
  void theServerDoesNotRunAsRoot() throws IOException {
    long pid = database.cluster().orElseThrow().findServerPid().orElseThrow();
    assertThat(Files.getAttribute(Path.of("/proc/" + pid), "unix:uid")).isNotEqualTo(0);
  }

  @Test
  void nobodyComesInWithoutTheRightPassword() {
    for (String user : new String[] {"anlan_owner", "anlan_reader", "postgres"}) {
      for (String password : new String[] {"", user, "postgres"}) {
        assertThatThrownBy(() -> database.ownerLogin().as(user, password).connect())
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void passwordFilesAreForTheirOwnerAlone() throws IOException {
    int seen = 0;
    try (Stream<Path> files = Files.walk(var)) {
      for (Path file : files.filter(p -> p.toString().endsWith(".password")).toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo("rw-------");
        assertThat(Files.readString(file).strip()).hasSizeGreaterThanOrEqualTo(32);
        seen++;
      }
    }
    assertThat(seen).isEqualTo(3);
    assertThat(database.ownerLogin().toString()).doesNotContain(database.ownerLogin().password());
  }

  @Test
  void lostPasswordsAreMadeAnew() throws IOException {
    Files.delete(var.resolve("secrets").resolve("anlan_owner.password"));
    Files.delete(var.resolve("secrets").resolve("anlan_reader.password"));
    try (Database again = Database.open(Settings.privateIn(var), Progress.silent())) {
      assertThat(Rows.one(again.owner(), "SELECT current_user")).isEqualTo("anlan_owner");
      assertThat(Rows.one(again.reader(), "SELECT current_user")).isEqualTo("anlan_reader");
      assertThat(again.ownerLogin().password()).isNotEqualTo(database.ownerLogin().password());
    }
    database.close();
    database = Database.open(Settings.privateIn(var), Progress.silent());
  }
}
