package cn.anlan.geo.road.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What must be known of a prepared graph before it can be opened; stands beside it as JSON. */
record GraphFacts(boolean hasHeights, List<String> profiles, TankerSpeeds speeds) {
  private static final String FILE = "anlan-graph.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  void write(Path directory) throws IOException {
    Files.write(directory.resolve(FILE), JSON.writeValueAsBytes(this));
  }

  /** Whether a directory holds a graph whose preparation came to its end. */
  static boolean standIn(Path directory) {
    return Files.isRegularFile(directory.resolve(FILE));
  }

  static GraphFacts read(Path directory) throws IOException {
    return JSON.readValue(Files.readAllBytes(directory.resolve(FILE)), GraphFacts.class);
  }
}
