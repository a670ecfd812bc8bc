-- What a delivery did, its undoing, and the rows that wait for correction.

ALTER TABLE anlan.delivery
  ADD COLUMN kind       text NOT NULL DEFAULT 'import' CHECK (kind IN ('import', 'rollback')),
  ADD COLUMN write_rule text NOT NULL DEFAULT 'upsert'
    CHECK (write_rule IN ('upsert', 'append', 'replace')),
  ADD COLUMN area       text,
  ADD COLUMN author     text,
  ADD COLUMN inserted   bigint CHECK (inserted >= 0),
  ADD COLUMN updated    bigint CHECK (updated >= 0),
  ADD COLUMN removed    bigint CHECK (removed >= 0),
  ADD COLUMN unchanged  bigint CHECK (unchanged >= 0),
  ADD COLUMN undoes     bigint UNIQUE REFERENCES anlan.delivery,
  ADD COLUMN source_columns text[],
  ADD COLUMN is_table   boolean,
  ADD COLUMN report     jsonb,
  ADD CHECK ((kind = 'rollback') = (undoes IS NOT NULL)),
  ADD CHECK (area IS NULL OR write_rule = 'replace');
CREATE INDEX delivery_version ON anlan.delivery (data_version);
COMMENT ON COLUMN anlan.delivery.kind IS '种类：import 导入，rollback 撤销另一批次';
COMMENT ON COLUMN anlan.delivery.write_rule IS
  '写入方式：upsert 按编码新增或更新，append 只新增，replace 替换一个范围';
COMMENT ON COLUMN anlan.delivery.area IS '替换的范围：行政区编码，all 为整个图层';
COMMENT ON COLUMN anlan.delivery.author IS '导入者（岗位或登录名）';
COMMENT ON COLUMN anlan.delivery.inserted IS '新增行数；空为本列设立之前的批次';
COMMENT ON COLUMN anlan.delivery.updated IS '更新行数';
COMMENT ON COLUMN anlan.delivery.removed IS '删除行数';
COMMENT ON COLUMN anlan.delivery.unchanged IS '未变行数';
COMMENT ON COLUMN anlan.delivery.undoes IS '所撤销的批次；一个批次至多撤销一次';
COMMENT ON COLUMN anlan.delivery.source_columns IS '文件的列，按其次序（个人信息列除外）';
COMMENT ON COLUMN anlan.delivery.is_table IS '文件是表格（坐标在列中），否则为带图形的要素';
COMMENT ON COLUMN anlan.delivery.report IS '导入报告（问题只留前一千条）';

-- A rejected row never gets lost: it stays here until a corrected one comes, or its delivery is
-- undone. Rows that have left are kept, with what became of them.
CREATE TABLE anlan.quarantine_row (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  delivery_id bigint NOT NULL REFERENCES anlan.delivery,
  layer       text NOT NULL,
  row_number  bigint NOT NULL CHECK (row_number > 0),
  code        text,
  original    json NOT NULL,
  source_geom ${postgis}.geometry,
  issues      jsonb NOT NULL,
  left_how    text CHECK (left_how IN ('corrected', 'superseded', 'undone', 'discarded')),
  left_by     bigint REFERENCES anlan.delivery,
  left_at     timestamptz,
  left_reason text,
  CHECK ((left_how IS NULL) = (left_at IS NULL)),
  CHECK ((left_by IS NOT NULL) = (coalesce(left_how, 'discarded') <> 'discarded')),
  CHECK ((left_reason IS NOT NULL) = (left_how IS NOT DISTINCT FROM 'discarded'))
);
CREATE INDEX quarantine_row_waiting ON anlan.quarantine_row (layer, code) WHERE left_how IS NULL;
CREATE INDEX quarantine_row_delivery ON anlan.quarantine_row (delivery_id, row_number);
CREATE INDEX quarantine_row_left ON anlan.quarantine_row (left_by) WHERE left_by IS NOT NULL;
COMMENT ON TABLE anlan.quarantine_row IS '待更正的行：隔离方式导入时不合格的行，更正重送后离开';
COMMENT ON COLUMN anlan.quarantine_row.id IS '待更正编号';
COMMENT ON COLUMN anlan.quarantine_row.delivery_id IS '来自哪一批次';
COMMENT ON COLUMN anlan.quarantine_row.layer IS '图层';
COMMENT ON COLUMN anlan.quarantine_row.row_number IS '在文件中的行号';
COMMENT ON COLUMN anlan.quarantine_row.code IS
  '文件所写的业务编码，更正的行据此认出；空为没有编码或编码本身有误，只能凭待更正编号认出';
COMMENT ON COLUMN anlan.quarantine_row.original IS '原始各列（个人信息已删）';
COMMENT ON COLUMN anlan.quarantine_row.source_geom IS '原始坐标图形，可能无效';
COMMENT ON COLUMN anlan.quarantine_row.issues IS '问题：字段、值、原因、办法';
COMMENT ON COLUMN anlan.quarantine_row.left_how IS
  '如何离开：corrected 已更正，superseded 重送仍不合格而由新的一行代替，undone 所属批次已撤销，discarded 不再更正；空为仍待更正';
COMMENT ON COLUMN anlan.quarantine_row.left_by IS '因哪一批次离开；空为仍待更正或不再更正';
COMMENT ON COLUMN anlan.quarantine_row.left_at IS '离开时刻';
COMMENT ON COLUMN anlan.quarantine_row.left_reason IS '不再更正的理由与岗位';

CREATE VIEW anlan.deliveries AS
  SELECT d.id, d.layer, d.kind, d.file_name, d.sha256, d.crs, d.mode, d.write_rule, d.area,
         d.accepted, d.rejected, d.inserted, d.updated, d.removed, d.unchanged,
         d.source, d.licence, d.sigma_m, d.author, d.data_version, d.created_at, d.undoes,
         u.id AS undone_by, d.source_columns, d.is_table, d.report,
         (SELECT count(*) FROM anlan.quarantine_row q
          WHERE q.delivery_id = d.id AND q.left_how IS NULL) AS awaiting
  FROM anlan.delivery d
  LEFT JOIN anlan.delivery u ON u.undoes = d.id;
COMMENT ON VIEW anlan.deliveries IS '导入批次一览';

CREATE VIEW anlan.quarantine AS
  SELECT id, delivery_id, layer, row_number, code, original, source_geom, issues, left_how,
         left_by, left_at, left_reason
  FROM anlan.quarantine_row;
COMMENT ON VIEW anlan.quarantine IS '待更正及已离开的行';

CREATE VIEW anlan.awaiting_correction AS
  SELECT layer, count(*) AS rows FROM anlan.quarantine_row WHERE left_how IS NULL GROUP BY layer;
COMMENT ON VIEW anlan.awaiting_correction IS '各图层待更正的行数';
COMMENT ON COLUMN anlan.awaiting_correction.layer IS '图层';
COMMENT ON COLUMN anlan.awaiting_correction.rows IS '待更正的行数';
COMMENT ON COLUMN anlan.deliveries.undone_by IS '由哪一批次撤销；空为有效';
COMMENT ON COLUMN anlan.deliveries.awaiting IS '该批次仍待更正的行数';

-- The columns of a view mean what those of its table mean.
DO $$
DECLARE
  c record;
BEGIN
  FOR c IN
    SELECT pair.view, a.attname AS name, col_description(t.oid, b.attnum) AS said
    FROM (VALUES ('deliveries', 'delivery'), ('quarantine', 'quarantine_row'))
      AS pair (view, source)
    JOIN pg_class v ON v.relname = pair.view AND v.relnamespace = 'anlan'::regnamespace
    JOIN pg_class t ON t.relname = pair.source AND t.relnamespace = 'anlan'::regnamespace
    JOIN pg_attribute a ON a.attrelid = v.oid AND a.attnum > 0
    JOIN pg_attribute b ON b.attrelid = t.oid AND b.attnum > 0 AND b.attname = a.attname
  LOOP
    EXECUTE format('COMMENT ON COLUMN anlan.%I.%I IS %L', c.view, c.name, c.said);
  END LOOP;
END $$;
