package cn.anlan.web.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkFolderTest {
  /** Another process at work: it holds the lock until its input ends. */
  private static final String HOLDER =
      """
      import java.nio.channels.FileChannel;
      import java.nio.file.Path;
      import java.nio.file.StandardOpenOption;

      class Holder {
        public static void main(String[] args) throws Exception {
          try (var channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE);
              var lock = channel.lock()) {
            System.out.println("held");
            System.in.read();
          }
        }
      }
      """;

  private static final String OSM =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <osm version="0.6">
      <node id="1" lat="28.0" lon="115.0" version="1"/>
      <node id="2" lat="28.1" lon="115.0" version="1"/>
      <way id="1" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/></way>
      </osm>
      """;

  @TempDir Path dir;

  @Test
  void whoComesWhileAnotherProcessIsAtWorkTouchesNothingOfIt() throws Exception {
    Path roads = Files.createDirectories(dir.resolve("roads"));
    Path lock = Files.createFile(roads.resolve("small.lock"));
    Path others = Files.createDirectories(roads.resolve("small.next")).resolve("half-made");
    Files.writeString(others, "the other's");
    Path osm = Files.writeString(dir.resolve("small.osm"), OSM);
    NetworkFolder folder = new NetworkFolder(Settings.privateIn(dir));
    Process holder = holding(lock);
    try {
      assertThatThrownBy(() -> build(folder, osm))
          .isInstanceOf(UserFault.class)
          .hasMessageContaining("another process");
      assertThat(others).exists();
    } finally {
      holder.getOutputStream().close();
      holder.waitFor();
    }
    build(folder, osm);
    assertThat(folder.names()).containsExactly("small");
    assertThat(others.getParent()).doesNotExist();
    assertThat(folder.findBuiltAt("small")).isPresent();
    assertThat(folder.findBuiltAt("none")).isEmpty();
  }

  @Test
  void aNetworkOfAnotherVersionOfTheProgramIsNotOpened() throws IOException {
    Path osm = Files.writeString(dir.resolve("small.osm"), OSM);
    NetworkFolder folder = new NetworkFolder(Settings.privateIn(dir));
    build(folder, osm);
    folder.open("small").close();
    Path manifest = dir.resolve("roads/small/manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"format\":\\d+,", ""));
    assertThatThrownBy(() -> folder.open("small"))
        .isInstanceOfSatisfying(
            UserFault.class, fault -> assertThat(fault.remedy()).contains("roads build"));
  }

  private static void build(NetworkFolder folder, Path osm) {
    folder.buildOsm("small", osm, null, null, List.of("toxic_gas"), Progress.silent());
  }

  private Process holding(Path lock) throws IOException {
    Path source = Files.writeString(dir.resolve("Holder.java"), HOLDER);
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                source.toString(),
                lock.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.inputReader().readLine()).isEqualTo("held");
    return process;
  }
}
