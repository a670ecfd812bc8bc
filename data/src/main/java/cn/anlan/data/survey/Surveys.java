package cn.anlan.data.survey;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.ingest.report.Issue;
import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes surveyed boundaries in and records the decisions on them. A submission changes nothing in
 * the check; an acceptance or its revocation takes a new data version, from which on the check uses
 * the boundary, or no longer does.
 */
public final class Surveys {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Database database;
  private final SurveyStore store;

  /** What a person may decide about a survey. */
  public enum Decision {
    ACCEPTED("submitted", "采用"),
    REJECTED("submitted", "退回"),
    REVOKED("accepted", "撤销");

    private final String needs;
    private final String zh;

    Decision(String needs, String zh) {
      this.needs = needs;
      this.zh = zh;
    }

    /** The word in JSON and in the database. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Surveys(Database database) {
    this.database = database;
    this.store = new SurveyStore(database);
  }

  /**
   * Reads a file of boundary points and stores it for review, unless something is wrong with it.
   *
   * @param name the file's name as the sender calls it
   * @throws UserFault where the file as a whole, or what is said beside it, cannot be taken
   */
  public SurveyReport submit(SurveyRequest request, Path file, String name) {
    SurveyWords.check(request);
    Layer layer = database.catalog().getLayer(request.layer());
    PresentSite site = PresentSite.get(database, layer, request.code());
    PointFile points = PointFiles.read(file, request.crs(), request.drawingLayer());
    Boundary boundary = Boundary.of(points);
    if (boundary.isRefused()) {
      return new SurveyReport(null, null, boundary.issues());
    }
    List<Issue> issues = new ArrayList<>(boundary.issues());
    Double replacedM = site.distanceM(boundary.cgcs2000());
    if (!site.accepts(boundary.cgcs2000(), replacedM, request, issues)) {
      return new SurveyReport(null, replacedM, issues);
    }
    String sha256 = sha256(file);
    long id =
        database.inTransaction(
            request.submittedBy(),
            "提交实测界址 (a surveyed boundary)",
            connection ->
                insert(connection, request, name, sha256, points, boundary, issues, replacedM));
    return new SurveyReport(store.get(id), replacedM, issues);
  }

  /**
   * Records a decision.
   *
   * @param signedBy the post that signs; for an acceptance another than the one that submitted
   * @return the survey as it then stands
   * @throws UserFault where there is no such survey, or its state does not admit the decision
   */
  public Survey decide(long id, Decision decision, String reason, String signedBy) {
    SurveyWords.text("理由 (reason)", reason);
    SurveyWords.text("签署岗位 (signedBy)", signedBy);
    database.inTransaction(
        signedBy,
        decision.zh + "实测界址 " + id,
        connection -> {
          Sql.list(
              connection,
              "SELECT id FROM anlan.survey WHERE id = ? FOR UPDATE",
              row -> row.getLong(1),
              id);
          Survey survey = store.get(id);
          if (!survey.status().equals(decision.needs)) {
            throw new UserFault(
                "实测界址 %d 的状态是 %s，不能%s (its state does not admit this)"
                    .formatted(id, survey.status(), decision.zh),
                "只有 " + decision.needs + " 的可以 (only what is " + decision.needs + ")");
          }
          if (decision == Decision.ACCEPTED && survey.submittedBy().equals(signedBy.strip())) {
            throw new UserFault(
                "提交与认定不能是同一岗位 (who submits may not accept)", "由另一岗位审核签署 (another post must sign)");
          }
          return record(connection, id, decision, reason, signedBy);
        });
    return store.get(id);
  }

  /** A rejection changes nothing that is checked, so it takes no version. */
  private static Object record(
      Connection connection, long id, Decision decision, String reason, String signedBy)
      throws SQLException {
    String version =
        decision == Decision.REJECTED
            ? "(SELECT version FROM anlan.data_version)"
            : "anlan.tx_version()";
    return Sql.list(
        connection,
        "INSERT INTO anlan.survey_decision (survey_id, decision, reason, signed_by, data_version)"
            + " VALUES (?, ?, ?, ?, "
            + version
            + ") RETURNING id",
        row -> row.getLong(1),
        id,
        decision.code(),
        reason.strip(),
        signedBy.strip());
  }

  private static long insert(
      Connection connection,
      SurveyRequest request,
      String name,
      String sha256,
      PointFile points,
      Boundary boundary,
      List<Issue> warnings,
      Double replacedM)
      throws SQLException {
    return Sql.list(
            connection,
            """
            INSERT INTO anlan.survey (layer, code, submitted_by, surveyed_on, method, sigma_m,
              document, file_name, file_sha256, file_format, source_crs, points, warnings,
              replaced_m, far_confirmed, source_geom, geom)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::float8, ?,
              st_geomfromwkb(?, ?), st_geomfromwkb(?, 4490)) RETURNING id
            """,
            row -> row.getLong(1),
            request.layer(),
            request.code(),
            request.submittedBy().strip(),
            request.surveyedOn(),
            request.method().strip(),
            request.sigmaM(),
            request.document().strip(),
            name,
            sha256,
            points.format(),
            points.system().code(),
            JSON.writeValueAsString(points.points()),
            JSON.writeValueAsString(warnings),
            replacedM,
            request.confirmFar(),
            wkb(boundary.source()),
            points.system().srid(),
            wkb(boundary.cgcs2000()))
        .get(0);
  }

  private static byte[] wkb(Geometry geometry) {
    return new WKBWriter(2).write(geometry);
  }

  private static String sha256(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the boundary points", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
