-- What left the database as a file or a stream. Written once; a trigger refuses to alter it.

CREATE TABLE anlan.export_log (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exported_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  exported_by  text NOT NULL,
  layer        text NOT NULL,
  format       text NOT NULL,
  crs          text NOT NULL,
  selection    text NOT NULL,
  data_version bigint NOT NULL CHECK (data_version >= 0),
  row_count    bigint NOT NULL CHECK (row_count >= 0),
  audience     text NOT NULL CHECK (audience IN ('public', 'internal', 'restricted')),
  reason       text CHECK (audience <> 'restricted' OR reason IS NOT NULL AND btrim(reason) <> '')
);
CREATE INDEX export_log_at ON anlan.export_log (exported_at);
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON anlan.export_log
  FOR EACH ROW EXECUTE FUNCTION anlan.refuse_change();
COMMENT ON TABLE anlan.export_log IS '导出记录：何时、何人、导出了什么、供谁使用';
COMMENT ON COLUMN anlan.export_log.id IS '记录编号';
COMMENT ON COLUMN anlan.export_log.exported_at IS '导出时刻';
COMMENT ON COLUMN anlan.export_log.exported_by IS '何处或何岗位导出';
COMMENT ON COLUMN anlan.export_log.layer IS '图层';
COMMENT ON COLUMN anlan.export_log.format IS '格式';
COMMENT ON COLUMN anlan.export_log.crs IS '坐标系';
COMMENT ON COLUMN anlan.export_log.selection IS '筛选条件；空为全部';
COMMENT ON COLUMN anlan.export_log.data_version IS '数据版本';
COMMENT ON COLUMN anlan.export_log.row_count IS '行数';
COMMENT ON COLUMN anlan.export_log.audience IS '供谁使用：public 公开、internal 内部、restricted 受限';
COMMENT ON COLUMN anlan.export_log.reason IS '受限导出的理由';
