package cn.anlan.web.answer;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Streams a large GeoJSON answer. Where writing fails in the middle the text stays broken off, so
 * that no client takes a part for the whole.
 */
@Component
public class JsonAnswer {
  private static final String GEO_JSON = "application/geo+json;charset=UTF-8";

  private final JsonMapper mapper;

  JsonAnswer(JsonMapper mapper) {
    this.mapper =
        mapper
            .rebuild()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();
  }

  /** Writes the answer that the given piece of code produces. */
  public void geoJson(HttpServletResponse response, Consumer<JsonGenerator> writing)
      throws IOException {
    response.setContentType(GEO_JSON);
    try (JsonGenerator json = mapper.createGenerator(response.getOutputStream())) {
      writing.accept(json);
    }
  }
}
