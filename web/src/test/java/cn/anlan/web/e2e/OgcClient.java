package cn.anlan.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service's OGC APIs as a client does that knows nothing but the landing page. */
final class OgcClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String base;

  /**
   * @param base the landing page, without a slash at its end
   */
  OgcClient(String base) {
    this.base = base;
  }

  /** An address of the service; anything else is taken as it is. */
  String address(String path) {
    return path.startsWith("http") ? path : base + path;
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(path)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(path, e);
    }
  }

  /** What must be there, as JSON. */
  JsonNode json(String path) {
    HttpResponse<String> answer = get(path, "Accept", "application/json, application/geo+json");
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  /** What must be refused with this status, and said as problem+json. */
  JsonNode refused(int status, String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(status);
    assertThat(type(answer)).as(path).startsWith("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.path("detail").asString()).as(path).isNotBlank();
    return problem;
  }

  List<JsonNode> collections() {
    return list(json("/collections").get("collections"));
  }

  List<String> conformance() {
    return list(json("/conformance").get("conformsTo")).stream().map(JsonNode::asString).toList();
  }

  /** How many features of a collection a filter finds. */
  long matched(String collection, String filter, String... more) {
    String query = "?limit=1&filter=" + coded(filter);
    for (int i = 0; i < more.length; i += 2) {
      query += "&" + more[i] + "=" + coded(more[i + 1]);
    }
    return json("/collections/" + collection + "/items" + query).get("numberMatched").asLong();
  }

  static Optional<JsonNode> link(JsonNode resource, String rel) {
    return list(resource.get("links")).stream()
        .filter(link -> link.get("rel").asString().equals(rel))
        .findFirst();
  }

  static List<JsonNode> list(JsonNode array) {
    assertThat(array).isNotNull();
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    list(page.get("features")).forEach(feature -> ids.add(feature.get("id").asString()));
    return ids;
  }

  static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
