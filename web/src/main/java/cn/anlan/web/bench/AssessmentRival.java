package cn.anlan.web.bench;

import cn.anlan.data.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * The straightforward way to the same counts: for each month-end one statement over the hazards and
 * one over the accidents, grouped by the unit that counts the county. Only the counting; smoothing,
 * normalising and grading would come on top.
 */
final class AssessmentRival {
  private static final String HAZARDS =
      """
      SELECT u.unit_code,
        count(*) FILTER (WHERE h.registered_on <= d.day),
        count(*) FILTER (WHERE h.registered_on <= d.day AND h.closed_on <= d.day),
        count(*) FILTER (WHERE h.found_on <= d.day
          AND (h.closed_on IS NULL OR h.closed_on > d.day)) AS open,
        count(*) FILTER (WHERE h.found_on <= d.day AND h.hazard_grade = 'major'
          AND coalesce(h.graded_on, h.found_on) <= d.day
          AND (h.closed_on IS NULL OR h.closed_on > d.day)),
        count(*) FILTER (WHERE h.found_on <= d.day AND h.due_on < d.day
          AND (h.closed_on IS NULL OR h.closed_on > d.day))
      FROM (SELECT ?::date AS day) d CROSS JOIN layer.hazard h
        LEFT JOIN layer.enterprise e ON e.code = h.enterprise_code
        LEFT JOIN anlan.units_at('county', ?::date) u
          ON u.code = coalesce(e.reporting_unit_code, h.county_code)
      GROUP BY 1
      """;
  private static final String ACCIDENTS =
      """
      SELECT u.unit_code, a.severity, count(*), sum(a.deaths)
      FROM layer.accident a
        LEFT JOIN anlan.units_at('county', ?::date) u ON u.code = a.county_code
      WHERE a.is_production_related AND a.occurred_on <= ?::date
        AND a.occurred_on > ?::date - interval '12 months'
      GROUP BY 1, 2
      """;

  private final Database database;

  AssessmentRival(Database database) {
    this.database = database;
  }

  /**
   * Counts all month-ends; the open hazards of the last are the answer, to be held against ours.
   */
  long openHazards(List<LocalDate> days) throws SQLException {
    long open = 0;
    try (Connection connection = database.owner().getConnection();
        PreparedStatement hazards = connection.prepareStatement(HAZARDS);
        PreparedStatement accidents = connection.prepareStatement(ACCIDENTS)) {
      for (LocalDate day : days) {
        hazards.setObject(1, day);
        hazards.setObject(2, day);
        open = 0;
        try (ResultSet rows = hazards.executeQuery()) {
          while (rows.next()) {
            open += rows.getLong("open");
          }
        }
        for (int i = 1; i <= 3; i++) {
          accidents.setObject(i, day);
        }
        try (ResultSet rows = accidents.executeQuery()) {
          while (rows.next()) {
            rows.getLong(3);
          }
        }
      }
    }
    return open;
  }
}
