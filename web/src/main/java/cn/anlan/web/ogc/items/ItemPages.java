package cn.anlan.web.ogc.items;

import cn.anlan.data.catalog.Catalog;
import cn.anlan.data.catalog.Layer;
import cn.anlan.data.store.Database;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.ogc.OgcLink;
import cn.anlan.web.ogc.OgcPage;
import cn.anlan.web.ogc.schema.LayerProperty;
import cn.anlan.web.print.FactTable;
import cn.anlan.web.print.Figures;
import cn.anlan.web.print.Html;
import cn.anlan.web.print.Language;
import cn.anlan.web.snapshot.LiveSnapshots;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Items as pages for people: a table, or one item's values, each with a map. */
@Component
class ItemPages {
  private final Catalog catalog;
  private final LiveSnapshots snapshots;

  ItemPages(Database database, LiveSnapshots snapshots) {
    this.catalog = database.catalog();
    this.snapshots = snapshots;
  }

  /** A page of items; without {@code properties} it shows what the map's pop-up shows. */
  OgcPage list(
      ItemsQuestion question,
      LayerSnapshot snapshot,
      Generation generation,
      PageOfRows rows,
      long matched) {
    Language language = question.request().language();
    OgcPage page =
        page(question, language.of(question.layer().title()))
            .demo(Arrays.stream(rows.rows()).anyMatch(row -> isDemo(snapshot, row)));
    Html body = page.body();
    body.leaf(
        "p",
        language.of(
            "符合条件 %s 个，本页 %s 个".formatted(Figures.whole(matched), rows.rows().length),
            "%s match, %s on this page".formatted(Figures.whole(matched), rows.rows().length)),
        "class",
        "lead");
    List<OgcLink> links = ItemsWriter.links(question, rows);
    body.add(map(language, generation, snapshot, rows.rows()));
    table(page, question, snapshot, rows.rows());
    body.open("p", "class", "pages");
    links.stream()
        .filter(link -> link.rel().equals("next"))
        .forEach(link -> body.leaf("a", language.of("下一页", "Next page"), "href", link.href()));
    body.close();
    return page;
  }

  /**
   * One item.
   *
   * @param others properties that the snapshot does not hold
   */
  OgcPage one(
      ItemsQuestion question,
      LayerSnapshot snapshot,
      Generation generation,
      int row,
      Map<String, Object> others) {
    Language language = question.request().language();
    Layer layer = question.layer();
    long id = snapshot.id(row);
    String name = Figures.orNone(snapshot.value(LayerSnapshot.CODE, row));
    OgcPage page = page(question, language.of(layer.title()) + " " + name);
    page.crumb(Long.toString(id), "/collections/" + layer.id() + "/items/" + id);
    page.demo(isDemo(snapshot, row));
    Html body = page.body();
    body.add(map(language, generation, snapshot, row));
    ValueText texts = new ValueText(catalog, language);
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(language.of("编号", "Identifier"), Long.toString(id));
    for (LayerProperty property : LayerProperty.of(layer)) {
      if (property.held() || others.containsKey(property.name())) {
        Object value =
            property.held() ? snapshot.value(property.name(), row) : others.get(property.name());
        String title = language.of(property.title());
        String label = facts.containsKey(title) ? title + " " + property.name() : title;
        facts.put(label, texts.of(property, value));
      }
    }
    body.add(FactTable.table(facts));
    return page;
  }

  private OgcPage page(ItemsQuestion question, String title) {
    Layer layer = question.layer();
    Language language = question.request().language();
    String path = "/collections/" + layer.id();
    return new OgcPage(question.request(), title)
        .crumb(language.of("图层", "Layers"), "/collections")
        .crumb(language.of(layer.title()), path)
        .crumb(language.of("要素", "Items"), path + "/items");
  }

  private Html map(Language language, Generation generation, LayerSnapshot snapshot, int... rows) {
    ItemsMap map = new ItemsMap(language, generation.find("region"), snapshots.scope());
    return map.html(
        Arrays.stream(rows).mapToObj(snapshot::findGeometry).flatMap(Optional::stream).toList());
  }

  private void table(OgcPage page, ItemsQuestion question, LayerSnapshot snapshot, int[] rows) {
    List<LayerProperty> shown =
        LayerProperty.of(question.layer()).stream()
            .filter(p -> question.columns().contains(p.name()))
            .filter(p -> question.request().find("properties").isPresent() || isBrief(p))
            .toList();
    ValueText texts = new ValueText(catalog, page.language());
    Html body = page.body();
    body.open("div", "class", "scroll").open("table", "class", "list").open("thead").open("tr");
    body.leaf("th", "id");
    shown.forEach(p -> body.leaf("th", page.language().of(p.title()), "title", p.name()));
    body.close().close().open("tbody");
    for (int row : rows) {
      String id = Long.toString(snapshot.id(row));
      String path = "/collections/" + snapshot.layer() + "/items/" + id;
      body.open("tr").open("td").leaf("a", id, "href", page.page(path)).close();
      shown.forEach(p -> body.leaf("td", texts.of(p, snapshot.value(p.name(), row))));
      body.close();
    }
    body.close().close().close();
  }

  private static boolean isDemo(LayerSnapshot snapshot, int row) {
    return Boolean.TRUE.equals(snapshot.value("is_demo", row));
  }

  private static boolean isBrief(LayerProperty property) {
    return property.name().equals(LayerSnapshot.CODE)
        || property.field() != null && property.field().popup();
  }
}
