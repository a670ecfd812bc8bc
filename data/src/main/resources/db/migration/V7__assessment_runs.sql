-- Stored runs of the regional assessment: what was graded of a day, on what data and by which model.
-- Records: written once, never altered (anlan.refuse_change of V3).

CREATE TABLE anlan.assessment_model (
  sha256        text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  model_yaml    text NOT NULL,
  baseline_yaml text NOT NULL
);
CREATE TRIGGER refuse_change BEFORE UPDATE ON anlan.assessment_model
  FOR EACH ROW EXECUTE FUNCTION anlan.refuse_change();
COMMENT ON TABLE anlan.assessment_model IS '评估用过的模型与基线全文';
COMMENT ON COLUMN anlan.assessment_model.sha256 IS '模型与基线全文的 SHA-256 摘要';
COMMENT ON COLUMN anlan.assessment_model.model_yaml IS '模型文件全文';
COMMENT ON COLUMN anlan.assessment_model.baseline_yaml IS '基线文件全文';

CREATE TABLE anlan.assessment_run (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  as_of        date NOT NULL,
  data_version bigint NOT NULL CHECK (data_version >= 0),
  model_sha256 text NOT NULL REFERENCES anlan.assessment_model,
  sha256       text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  grades       jsonb NOT NULL
);
CREATE INDEX assessment_run_as_of ON anlan.assessment_run (as_of, id);
CREATE TRIGGER refuse_change BEFORE UPDATE ON anlan.assessment_run
  FOR EACH ROW EXECUTE FUNCTION anlan.refuse_change();
COMMENT ON TABLE anlan.assessment_run IS '区域安全评级的一次存档：所据数据版本、模型与各区域等级';
COMMENT ON COLUMN anlan.assessment_run.id IS '存档编号';
COMMENT ON COLUMN anlan.assessment_run.created_at IS '存档时刻';
COMMENT ON COLUMN anlan.assessment_run.as_of IS '评估日期';
COMMENT ON COLUMN anlan.assessment_run.data_version IS '所据数据版本';
COMMENT ON COLUMN anlan.assessment_run.model_sha256 IS '模型与基线的摘要';
COMMENT ON COLUMN anlan.assessment_run.sha256 IS '全部等级与得分的摘要；相同则不重复存档';
COMMENT ON COLUMN anlan.assessment_run.grades IS '各级区域的等级与得分（全部行业）';

CREATE VIEW anlan.assessment_runs AS
  SELECT r.id, r.created_at, r.as_of, r.data_version, r.model_sha256, r.sha256, r.grades,
    m.model_yaml, m.baseline_yaml
  FROM anlan.assessment_run r JOIN anlan.assessment_model m ON m.sha256 = r.model_sha256;
COMMENT ON VIEW anlan.assessment_runs IS '存档的区域安全评级，连同所用模型与基线的全文';
COMMENT ON COLUMN anlan.assessment_runs.id IS '存档编号';
COMMENT ON COLUMN anlan.assessment_runs.created_at IS '存档时刻';
COMMENT ON COLUMN anlan.assessment_runs.as_of IS '评估日期';
COMMENT ON COLUMN anlan.assessment_runs.data_version IS '所据数据版本';
COMMENT ON COLUMN anlan.assessment_runs.model_sha256 IS '模型与基线的摘要';
COMMENT ON COLUMN anlan.assessment_runs.sha256 IS '全部等级与得分的摘要';
COMMENT ON COLUMN anlan.assessment_runs.grades IS '各级区域的等级与得分（全部行业）';
COMMENT ON COLUMN anlan.assessment_runs.model_yaml IS '模型文件全文';
COMMENT ON COLUMN anlan.assessment_runs.baseline_yaml IS '基线文件全文';
