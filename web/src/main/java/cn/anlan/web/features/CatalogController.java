package cn.anlan.web.features;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.CodeList;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What layers there are, what their fields mean and how they are drawn. */
@RestController
class CatalogController {
  /** The answer: layers as the catalogue files describe them, and the code lists by id. */
  record Answer(Collection<Layer> layers, Map<String, CodeList> codes) {}

  private final Answer answer;

  CatalogController(Database database) {
    Catalog catalog = database.catalog();
    this.answer =
        new Answer(
            catalog.layers(),
            catalog.codeLists().stream()
                .collect(Collectors.toMap(CodeList::id, Function.identity())));
  }

  @GetMapping("/api/catalog")
  Answer catalog() {
    return answer;
  }
}
