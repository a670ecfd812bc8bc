package cn.anlan.data.runs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The manifest of a stored run. The names are those of the JSON, and stable.
 *
 * @param selection the rules asked for; empty for all
 * @param inputsHash SHA-256 of everything the findings depend on
 * @param findingsHash SHA-256 over the digests of all findings; the same inputs give the same
 * @param baseRunId the run whose findings were partly carried over; null where all were evaluated
 * @param evaluated findings evaluated for this run; {@code evaluated + carried = findings}
 */
public record StoredRun(
    long id,
    Instant createdAt,
    long dataVersion,
    LocalDate asOf,
    String programVersion,
    List<String> selection,
    List<RuleState> rules,
    List<LayerState> layers,
    String inputsHash,
    String findingsHash,
    int findings,
    Long baseRunId,
    int evaluated,
    int carried) {}
