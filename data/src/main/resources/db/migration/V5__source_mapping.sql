-- How the columns of a source's deliveries were mapped, for its next one.

CREATE TABLE anlan.source_mapping (
  layer       text NOT NULL,
  source      text NOT NULL,
  fields      jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'object'),
  chosen      text[] NOT NULL,
  delivery_id bigint NOT NULL REFERENCES anlan.delivery,
  kept_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (layer, source)
);
COMMENT ON TABLE anlan.source_mapping IS '同一来源上次交付的列对应，下次交付沿用；写入成功才保存';
COMMENT ON COLUMN anlan.source_mapping.layer IS '图层';
COMMENT ON COLUMN anlan.source_mapping.source IS '来源：--source 所给；未给时为“列名”加全部列名的摘要';
COMMENT ON COLUMN anlan.source_mapping.fields IS '各字段取自哪一列；以等号开头的为含列名的模板';
COMMENT ON COLUMN anlan.source_mapping.chosen IS '其中由人指定（而非按名称识别）的字段';
COMMENT ON COLUMN anlan.source_mapping.delivery_id IS '据以保存的导入批次';
COMMENT ON COLUMN anlan.source_mapping.kept_at IS '保存时刻';
