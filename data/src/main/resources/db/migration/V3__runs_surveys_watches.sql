-- Stored check runs, surveyed boundaries, standing watches. What is stored here is a record: runs,
-- surveys, decisions and events are written once; a trigger refuses to alter them.

CREATE FUNCTION anlan.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% 的记录不可更改 (records are never altered)', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
COMMENT ON FUNCTION anlan.refuse_change() IS '触发器：记录一经写入不可更改';

-- Runs of the distance check ---------------------------------------------------------------------

CREATE TABLE anlan.check_run (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  data_version    bigint NOT NULL CHECK (data_version >= 0),
  as_of           date NOT NULL,
  program_version text NOT NULL,
  selection       text[] NOT NULL,
  rules           jsonb NOT NULL,
  layers          jsonb NOT NULL,
  inputs_hash     text NOT NULL CHECK (inputs_hash ~ '^[0-9a-f]{64}$'),
  findings_hash   text NOT NULL CHECK (findings_hash ~ '^[0-9a-f]{64}$'),
  findings        int NOT NULL CHECK (findings >= 0),
  base_run_id     bigint REFERENCES anlan.check_run,
  evaluated       int NOT NULL CHECK (evaluated >= 0),
  carried         int NOT NULL CHECK (carried >= 0),
  CHECK (evaluated + carried = findings)
);
CREATE INDEX check_run_inputs ON anlan.check_run (inputs_hash, id);
CREATE TRIGGER refuse_change BEFORE UPDATE ON anlan.check_run
  FOR EACH ROW EXECUTE FUNCTION anlan.refuse_change();
COMMENT ON TABLE anlan.check_run IS '距离核查的一次存档运行：由什么得出、结论的摘要';
COMMENT ON COLUMN anlan.check_run.id IS '运行编号';
COMMENT ON COLUMN anlan.check_run.created_at IS '存档时刻';
COMMENT ON COLUMN anlan.check_run.data_version IS '所据数据版本';
COMMENT ON COLUMN anlan.check_run.as_of IS '事实与规则的日期';
COMMENT ON COLUMN anlan.check_run.program_version IS '程序版本';
COMMENT ON COLUMN anlan.check_run.selection IS '所选规则；空数组为全部';
COMMENT ON COLUMN anlan.check_run.rules IS '每条规则的版本、摘要、是否有效、场址数与各结论数';
COMMENT ON COLUMN anlan.check_run.layers IS '所读图层及各自最近的变动';
COMMENT ON COLUMN anlan.check_run.inputs_hash IS '全部输入的 SHA-256 摘要；相同则结论必相同';
COMMENT ON COLUMN anlan.check_run.findings_hash IS '全部结论的 SHA-256 摘要（与次序无关）';
COMMENT ON COLUMN anlan.check_run.findings IS '结论数';
COMMENT ON COLUMN anlan.check_run.base_run_id IS '增量核查所据的前一次运行；空为全部重算';
COMMENT ON COLUMN anlan.check_run.evaluated IS '本次重新评定的结论数';
COMMENT ON COLUMN anlan.check_run.carried IS '沿用前一次运行的结论数';

CREATE TABLE anlan.check_finding (
  run_id             bigint NOT NULL,
  rule               text COLLATE "C" NOT NULL,
  rule_version       text NOT NULL,
  subject_layer      text COLLATE "C" NOT NULL,
  subject_id         bigint NOT NULL,
  subject_code       text NOT NULL,
  target_layer       text,
  target_id          bigint,
  target_code        text,
  verdict            text NOT NULL,
  underlying_verdict text,
  distance_m         double precision,
  threshold_m        double precision,
  margin_m           double precision,
  uncertainty_m      double precision,
  reaches            text,
  is_demo            boolean NOT NULL,
  hash               bytea NOT NULL CHECK (octet_length(hash) = 32),
  finding            jsonb NOT NULL,
  PRIMARY KEY (run_id, rule, subject_layer, subject_id)
);
CREATE TRIGGER refuse_change BEFORE UPDATE ON anlan.check_finding
  FOR EACH ROW EXECUTE FUNCTION anlan.refuse_change();
-- A run and its findings are written in one transaction, the findings first, and go together; a
-- foreign key would be asked once for each of hundreds of thousands of rows.
CREATE FUNCTION anlan.drop_findings() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM anlan.check_finding WHERE run_id = OLD.id;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION anlan.drop_findings() IS '触发器：删除运行时一并删除其结论';
CREATE TRIGGER drop_findings AFTER DELETE ON anlan.check_run
  FOR EACH ROW EXECUTE FUNCTION anlan.drop_findings();
COMMENT ON TABLE anlan.check_finding IS '存档运行的结论，每个场址每条规则一行';
COMMENT ON COLUMN anlan.check_finding.run_id IS '运行编号';
COMMENT ON COLUMN anlan.check_finding.rule IS '规则';
COMMENT ON COLUMN anlan.check_finding.rule_version IS '规则版本';
COMMENT ON COLUMN anlan.check_finding.subject_layer IS '场址的图层';
COMMENT ON COLUMN anlan.check_finding.subject_id IS '场址的编号';
COMMENT ON COLUMN anlan.check_finding.subject_code IS '场址的编码';
COMMENT ON COLUMN anlan.check_finding.target_layer IS '量至的图层';
COMMENT ON COLUMN anlan.check_finding.target_id IS '量至的要素编号';
COMMENT ON COLUMN anlan.check_finding.target_code IS '量至的要素编码';
COMMENT ON COLUMN anlan.check_finding.verdict IS '结论';
COMMENT ON COLUMN anlan.check_finding.underlying_verdict IS '既有项目本来的结论';
COMMENT ON COLUMN anlan.check_finding.distance_m IS '距离（米）';
COMMENT ON COLUMN anlan.check_finding.threshold_m IS '要求的距离（米）';
COMMENT ON COLUMN anlan.check_finding.margin_m IS '差值（米），负为不足';
COMMENT ON COLUMN anlan.check_finding.uncertainty_m IS '不确定度 U（米）';
COMMENT ON COLUMN anlan.check_finding.reaches IS '得出该结论时在各图层看到多远（米）；更远处的变动不影响它，未列出的图层处处都看了';
COMMENT ON COLUMN anlan.check_finding.is_demo IS '是否由示例数据得出';
COMMENT ON COLUMN anlan.check_finding.hash IS '该结论的 SHA-256 摘要';
COMMENT ON COLUMN anlan.check_finding.finding IS '结论全文';

CREATE VIEW anlan.check_runs AS
  SELECT id, created_at, data_version, as_of, program_version, selection, rules, layers,
         inputs_hash, findings_hash, findings, base_run_id, evaluated, carried
  FROM anlan.check_run;
COMMENT ON VIEW anlan.check_runs IS '存档的核查运行';

CREATE VIEW anlan.check_findings AS
  SELECT run_id, rule, rule_version, subject_layer, subject_id, subject_code,
         target_layer, target_id, target_code, verdict, underlying_verdict, distance_m,
         threshold_m, margin_m, uncertainty_m, reaches, is_demo, hash, finding
  FROM anlan.check_finding;
COMMENT ON VIEW anlan.check_findings IS '存档运行的结论';

-- Surveyed boundaries ----------------------------------------------------------------------------

CREATE TABLE anlan.survey (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  layer          text NOT NULL,
  code           text NOT NULL,
  submitted_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  submitted_by   text NOT NULL CHECK (submitted_by <> ''),
  surveyed_on    date NOT NULL,
  method         text NOT NULL CHECK (method <> ''),
  sigma_m        double precision NOT NULL CHECK (sigma_m > 0 AND sigma_m <= 100),
  document       text NOT NULL CHECK (document <> ''),
  file_name      text NOT NULL,
  file_sha256    text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_format    text NOT NULL CHECK (file_format IN ('TXT', 'CSV', 'DXF')),
  source_crs     text NOT NULL,
  points         jsonb NOT NULL,
  warnings       jsonb NOT NULL,
  replaced_m     double precision,
  far_confirmed  boolean NOT NULL,
  source_geom    ${postgis}.geometry NOT NULL,
  geom           ${postgis}.geometry(MultiPolygon, 4490) NOT NULL
                 CHECK (${postgis}.st_isvalid(geom) AND NOT ${postgis}.st_isempty(geom))
);
CREATE INDEX survey_subject ON anlan.survey (layer, code, id);
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON anlan.survey
  FOR EACH ROW EXECUTE FUNCTION anlan.refuse_change();
COMMENT ON TABLE anlan.survey IS '实测界址：为某一场址送来的界址点，原样保存，从不改动';
COMMENT ON COLUMN anlan.survey.id IS '勘测编号';
COMMENT ON COLUMN anlan.survey.layer IS '场址的图层';
COMMENT ON COLUMN anlan.survey.code IS '场址的编码';
COMMENT ON COLUMN anlan.survey.submitted_at IS '提交时刻';
COMMENT ON COLUMN anlan.survey.submitted_by IS '提交岗位（不记人名）';
COMMENT ON COLUMN anlan.survey.surveyed_on IS '测量日期';
COMMENT ON COLUMN anlan.survey.method IS '测量方法';
COMMENT ON COLUMN anlan.survey.sigma_m IS '界址点中误差（米）';
COMMENT ON COLUMN anlan.survey.document IS '成果文件文号';
COMMENT ON COLUMN anlan.survey.file_name IS '文件名';
COMMENT ON COLUMN anlan.survey.file_sha256 IS '文件的 SHA-256 摘要';
COMMENT ON COLUMN anlan.survey.file_format IS '文件格式';
COMMENT ON COLUMN anlan.survey.source_crs IS '原始坐标系';
COMMENT ON COLUMN anlan.survey.points IS '界址点：所在行、点号、圈号、东（经）、北（纬），按原坐标';
COMMENT ON COLUMN anlan.survey.warnings IS '提交时的提示';
COMMENT ON COLUMN anlan.survey.replaced_m IS '与所替换图形的距离（米），相交为 0；原无图形为空';
COMMENT ON COLUMN anlan.survey.far_confirmed IS '距离偏大而经确认';
COMMENT ON COLUMN anlan.survey.source_geom IS '原坐标系下的图形';
COMMENT ON COLUMN anlan.survey.geom IS 'CGCS2000 图形';

CREATE TABLE anlan.survey_decision (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  survey_id    bigint NOT NULL REFERENCES anlan.survey,
  decision     text NOT NULL CHECK (decision IN ('accepted', 'rejected', 'revoked')),
  reason       text NOT NULL CHECK (reason <> ''),
  signed_by    text NOT NULL CHECK (signed_by <> ''),
  signed_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
  data_version bigint NOT NULL,
  UNIQUE (survey_id, decision)
);
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON anlan.survey_decision
  FOR EACH ROW EXECUTE FUNCTION anlan.refuse_change();
COMMENT ON TABLE anlan.survey_decision IS '对实测界址的决定：采用、退回、撤销；只增不改';
COMMENT ON COLUMN anlan.survey_decision.id IS '编号';
COMMENT ON COLUMN anlan.survey_decision.survey_id IS '勘测编号';
COMMENT ON COLUMN anlan.survey_decision.decision IS '决定：accepted 采用，rejected 退回，revoked 撤销';
COMMENT ON COLUMN anlan.survey_decision.reason IS '理由';
COMMENT ON COLUMN anlan.survey_decision.signed_by IS '签署岗位（不记人名）';
COMMENT ON COLUMN anlan.survey_decision.signed_at IS '签署时刻';
COMMENT ON COLUMN anlan.survey_decision.data_version IS '自该数据版本起生效';

-- An accepted survey holds from its decision's version until it is revoked or another one of the
-- same site is accepted.
CREATE VIEW anlan.surveys AS
  SELECT s.id, s.layer, s.code, s.submitted_at, s.submitted_by, s.surveyed_on, s.method, s.sigma_m,
         s.document, s.file_name, s.file_sha256, s.file_format, s.source_crs, s.points, s.warnings,
         s.replaced_m, s.far_confirmed, s.source_geom, s.geom,
         CASE WHEN v.decision IS NOT NULL THEN 'revoked'
              WHEN d.decision = 'accepted' AND n.data_version IS NOT NULL THEN 'superseded'
              ELSE coalesce(d.decision, 'submitted') END AS status,
         d.reason, d.signed_by, d.signed_at, v.reason AS revoked_reason,
         v.signed_by AS revoked_by, v.signed_at AS revoked_at,
         CASE WHEN d.decision = 'accepted' THEN d.data_version END AS version_from,
         CASE WHEN d.decision = 'accepted'
              THEN least(v.data_version, n.data_version) END AS version_to
  FROM anlan.survey s
  LEFT JOIN anlan.survey_decision d
    ON d.survey_id = s.id AND d.decision IN ('accepted', 'rejected')
  LEFT JOIN anlan.survey_decision v ON v.survey_id = s.id AND v.decision = 'revoked'
  LEFT JOIN LATERAL (
    SELECT min(later.data_version) AS data_version
    FROM anlan.survey o JOIN anlan.survey_decision later
      ON later.survey_id = o.id AND later.decision = 'accepted'
    WHERE o.layer = s.layer AND o.code = s.code AND later.data_version > d.data_version) n ON true;
COMMENT ON VIEW anlan.surveys IS '实测界址及其状态；version_from 至 version_to（不含）之间用于核查';

-- Standing watches -------------------------------------------------------------------------------

CREATE TABLE anlan.watch (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_by   text NOT NULL CHECK (created_by <> ''),
  title        text NOT NULL CHECK (title <> ''),
  kind         text NOT NULL CHECK (kind IN ('subject', 'site', 'area')),
  rules        text[] NOT NULL,
  layer        text,
  code         text,
  project_type text,
  approval_date date,
  sigma_m      double precision CHECK (sigma_m >= 0),
  attributes   jsonb,
  geom         ${postgis}.geometry(Geometry, 4490),
  CHECK (CASE kind WHEN 'subject' THEN layer IS NOT NULL AND code IS NOT NULL AND geom IS NULL
                   WHEN 'site' THEN geom IS NOT NULL AND project_type IS NOT NULL
                   ELSE geom IS NOT NULL AND code IS NULL END)
);
CREATE TRIGGER refuse_change BEFORE UPDATE ON anlan.watch
  FOR EACH ROW EXECUTE FUNCTION anlan.refuse_change();
COMMENT ON TABLE anlan.watch IS '关注：结论一变即记事件';
COMMENT ON COLUMN anlan.watch.id IS '关注编号';
COMMENT ON COLUMN anlan.watch.created_at IS '设立时刻';
COMMENT ON COLUMN anlan.watch.created_by IS '设立岗位（不记人名）';
COMMENT ON COLUMN anlan.watch.title IS '名称';
COMMENT ON COLUMN anlan.watch.kind IS '对象：subject 已入库场址，site 拟选址图形，area 区域内全部场址';
COMMENT ON COLUMN anlan.watch.rules IS '规则；空数组为全部';
COMMENT ON COLUMN anlan.watch.layer IS '图层；区域关注可限定图层';
COMMENT ON COLUMN anlan.watch.code IS '场址编码';
COMMENT ON COLUMN anlan.watch.project_type IS '项目性质';
COMMENT ON COLUMN anlan.watch.approval_date IS '批准日期';
COMMENT ON COLUMN anlan.watch.sigma_m IS '位置中误差（米）';
COMMENT ON COLUMN anlan.watch.attributes IS '拟选址的其余属性';
COMMENT ON COLUMN anlan.watch.geom IS '拟选址或区域的图形';

CREATE TABLE anlan.watch_end (
  watch_id bigint PRIMARY KEY REFERENCES anlan.watch,
  ended_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_by text NOT NULL CHECK (ended_by <> '')
);
COMMENT ON TABLE anlan.watch_end IS '已取消的关注；其事件仍保留';
COMMENT ON COLUMN anlan.watch_end.watch_id IS '关注编号';
COMMENT ON COLUMN anlan.watch_end.ended_at IS '取消时刻';
COMMENT ON COLUMN anlan.watch_end.ended_by IS '取消岗位';

CREATE TABLE anlan.watch_look (
  watch_id        bigint PRIMARY KEY REFERENCES anlan.watch,
  data_version    bigint NOT NULL,
  as_of           date NOT NULL,
  rules           text NOT NULL,
  program_version text NOT NULL
);
COMMENT ON TABLE anlan.watch_look IS '各关注最近一次评定所据';
COMMENT ON COLUMN anlan.watch_look.watch_id IS '关注编号';
COMMENT ON COLUMN anlan.watch_look.data_version IS '数据版本';
COMMENT ON COLUMN anlan.watch_look.as_of IS '日期';
COMMENT ON COLUMN anlan.watch_look.rules IS '各规则的版本与摘要（JSON）';
COMMENT ON COLUMN anlan.watch_look.program_version IS '程序版本';

CREATE TABLE anlan.watch_state (
  watch_id      bigint NOT NULL REFERENCES anlan.watch,
  rule          text NOT NULL,
  subject_layer text NOT NULL,
  subject_code  text NOT NULL,
  finding       jsonb NOT NULL,
  PRIMARY KEY (watch_id, rule, subject_layer, subject_code)
);
COMMENT ON TABLE anlan.watch_state IS '各关注最近一次评定的结论';
COMMENT ON COLUMN anlan.watch_state.watch_id IS '关注编号';
COMMENT ON COLUMN anlan.watch_state.rule IS '规则';
COMMENT ON COLUMN anlan.watch_state.subject_layer IS '场址的图层';
COMMENT ON COLUMN anlan.watch_state.subject_code IS '场址的编码';
COMMENT ON COLUMN anlan.watch_state.finding IS '结论要点';

CREATE TABLE anlan.watch_event (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  watch_id         bigint NOT NULL REFERENCES anlan.watch,
  happened_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  rule             text NOT NULL,
  subject_layer    text NOT NULL,
  subject_code     text NOT NULL,
  old_verdict      text,
  new_verdict      text,
  old_rule_version text,
  new_rule_version text,
  old_data_version bigint NOT NULL,
  new_data_version bigint NOT NULL,
  old_as_of        date NOT NULL,
  new_as_of        date NOT NULL,
  causes           jsonb NOT NULL,
  finding          jsonb,
  CHECK (old_verdict IS DISTINCT FROM new_verdict)
);
CREATE INDEX watch_event_watch ON anlan.watch_event (watch_id, id);
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON anlan.watch_event
  FOR EACH ROW EXECUTE FUNCTION anlan.refuse_change();
COMMENT ON TABLE anlan.watch_event IS '关注的事件：结论改变，及其原因';
COMMENT ON COLUMN anlan.watch_event.id IS '事件编号';
COMMENT ON COLUMN anlan.watch_event.watch_id IS '关注编号';
COMMENT ON COLUMN anlan.watch_event.happened_at IS '发现时刻';
COMMENT ON COLUMN anlan.watch_event.rule IS '规则';
COMMENT ON COLUMN anlan.watch_event.subject_layer IS '场址的图层';
COMMENT ON COLUMN anlan.watch_event.subject_code IS '场址的编码';
COMMENT ON COLUMN anlan.watch_event.old_verdict IS '原结论；空为原先没有';
COMMENT ON COLUMN anlan.watch_event.new_verdict IS '新结论；空为不再有';
COMMENT ON COLUMN anlan.watch_event.old_rule_version IS '原规则版本';
COMMENT ON COLUMN anlan.watch_event.new_rule_version IS '新规则版本';
COMMENT ON COLUMN anlan.watch_event.old_data_version IS '原数据版本';
COMMENT ON COLUMN anlan.watch_event.new_data_version IS '新数据版本';
COMMENT ON COLUMN anlan.watch_event.old_as_of IS '原日期';
COMMENT ON COLUMN anlan.watch_event.new_as_of IS '新日期';
COMMENT ON COLUMN anlan.watch_event.causes IS '原因';
COMMENT ON COLUMN anlan.watch_event.finding IS '新结论全文';

CREATE VIEW anlan.watches AS
  SELECT w.id, w.created_at, w.created_by, w.title, w.kind, w.rules, w.layer, w.code,
         w.project_type, w.approval_date, w.sigma_m, w.attributes, w.geom, e.ended_at, e.ended_by,
         l.data_version AS seen_data_version, l.as_of AS seen_as_of,
         l.rules AS seen_rules, l.program_version AS seen_program_version,
         (SELECT count(*) FROM anlan.watch_event v WHERE v.watch_id = w.id) AS events
  FROM anlan.watch w
  LEFT JOIN anlan.watch_end e ON e.watch_id = w.id
  LEFT JOIN anlan.watch_look l ON l.watch_id = w.id;
COMMENT ON VIEW anlan.watches IS '关注一览';

CREATE VIEW anlan.watch_events AS
  SELECT id, watch_id, happened_at, rule, subject_layer, subject_code, old_verdict, new_verdict,
         old_rule_version, new_rule_version, old_data_version, new_data_version, old_as_of,
         new_as_of, causes, finding
  FROM anlan.watch_event;
COMMENT ON VIEW anlan.watch_events IS '关注的事件';

-- The columns of a view mean what those of its table mean.
DO $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT v.relname AS view, a.attname AS name,
           coalesce(col_description(t.oid, b.attnum), '') AS said
    FROM (VALUES ('check_runs', 'check_run'), ('check_findings', 'check_finding'),
                 ('surveys', 'survey'), ('watches', 'watch'), ('watch_events', 'watch_event'))
         AS pair (view, source)
    JOIN pg_class v ON v.relname = pair.view AND v.relnamespace = 'anlan'::regnamespace
    JOIN pg_class t ON t.relname = pair.source AND t.relnamespace = 'anlan'::regnamespace
    JOIN pg_attribute a ON a.attrelid = v.oid AND a.attnum > 0
    JOIN pg_attribute b ON b.attrelid = t.oid AND b.attnum > 0 AND b.attname = a.attname
  LOOP
    EXECUTE format('COMMENT ON COLUMN anlan.%I.%I IS %L', c.view, c.name, c.said);
  END LOOP;
END $$;
COMMENT ON COLUMN anlan.surveys.status IS
  '状态：submitted 已提交，accepted 采用，rejected 退回，revoked 已撤销，superseded 已被替代';
COMMENT ON COLUMN anlan.surveys.reason IS '采用或退回的理由';
COMMENT ON COLUMN anlan.surveys.signed_by IS '采用或退回的签署岗位';
COMMENT ON COLUMN anlan.surveys.signed_at IS '采用或退回的签署时刻';
COMMENT ON COLUMN anlan.surveys.revoked_reason IS '撤销理由';
COMMENT ON COLUMN anlan.surveys.revoked_by IS '撤销的签署岗位';
COMMENT ON COLUMN anlan.surveys.revoked_at IS '撤销时刻';
COMMENT ON COLUMN anlan.surveys.version_from IS '自该数据版本起用于核查';
COMMENT ON COLUMN anlan.surveys.version_to IS '至该数据版本止（不含）';
COMMENT ON COLUMN anlan.watches.ended_at IS '取消时刻；空为仍有效';
COMMENT ON COLUMN anlan.watches.ended_by IS '取消岗位';
COMMENT ON COLUMN anlan.watches.seen_data_version IS '最近一次评定的数据版本';
COMMENT ON COLUMN anlan.watches.seen_as_of IS '最近一次评定的日期';
COMMENT ON COLUMN anlan.watches.seen_rules IS '最近一次评定的各规则版本与摘要';
COMMENT ON COLUMN anlan.watches.seen_program_version IS '最近一次评定的程序版本';
COMMENT ON COLUMN anlan.watches.events IS '事件数';
