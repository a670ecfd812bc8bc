package cn.anlan.web.watch;

import cn.anlan.data.watch.Watch;
import cn.anlan.data.watch.WatchEvent;
import cn.anlan.web.answer.GeometryNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A watch as the API and the command line give it.
 *
 * @param seenDataVersion the data version that was looked at last
 * @param events how many there are
 */
public record WatchAnswer(
    long id,
    Instant createdAt,
    String createdBy,
    String title,
    String kind,
    List<String> rules,
    String layer,
    String code,
    String projectType,
    LocalDate approvalDate,
    Double sigmaM,
    Map<String, Object> attributes,
    JsonNode geometry,
    Instant endedAt,
    Long seenDataVersion,
    LocalDate seenAsOf,
    int events) {

  /** An event, with causes and finding as JSON. */
  public record Event(
      long id,
      long watch,
      Instant happenedAt,
      String rule,
      String layer,
      String code,
      String oldVerdict,
      String newVerdict,
      String oldRuleVersion,
      String newRuleVersion,
      long oldDataVersion,
      long newDataVersion,
      LocalDate oldAsOf,
      LocalDate newAsOf,
      JsonNode causes,
      JsonNode finding) {

    public static Event of(WatchEvent event) {
      JsonMapper mapper = JsonMapper.shared();
      return new Event(
          event.id(),
          event.watchId(),
          event.happenedAt(),
          event.rule(),
          event.layer(),
          event.code(),
          event.oldVerdict(),
          event.newVerdict(),
          event.oldRuleVersion(),
          event.newRuleVersion(),
          event.oldDataVersion(),
          event.newDataVersion(),
          event.oldAsOf(),
          event.newAsOf(),
          mapper.readTree(event.causes()),
          event.finding() == null ? null : mapper.readTree(event.finding()));
    }
  }

  public static WatchAnswer of(Watch watch) {
    return new WatchAnswer(
        watch.id(),
        watch.createdAt(),
        watch.createdBy(),
        watch.title(),
        watch.kind(),
        watch.rules(),
        watch.layer(),
        watch.code(),
        watch.projectType(),
        watch.approvalDate(),
        watch.sigmaM(),
        watch.attributes(),
        GeometryNode.of(watch.geometry()),
        watch.endedAt(),
        watch.look() == null ? null : watch.look().dataVersion(),
        watch.look() == null ? null : watch.look().asOf(),
        watch.events());
  }
}
