-- The fixed tables: the global data version, its log, deliveries, and the functions that every
-- layer's triggers call. The schemas anlan, layer and history exist when this runs.

COMMENT ON SCHEMA anlan IS '安澜：版本、批次等内部表 (internal tables)';
COMMENT ON SCHEMA layer IS '安澜：图层，每层一表 (layers, one table each)';
COMMENT ON SCHEMA history IS '安澜：图层的历史行 (former rows of the layers)';

CREATE TABLE anlan.data_version (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  version  bigint NOT NULL
);
COMMENT ON TABLE anlan.data_version IS '全局数据版本计数器，仅一行；写事务锁住该行直至提交，故版本号与提交次序一致';
COMMENT ON COLUMN anlan.data_version.only_row IS '恒为真，保证仅有一行';
COMMENT ON COLUMN anlan.data_version.version IS '最近一次提交的数据版本';
INSERT INTO anlan.data_version (version) VALUES (0);

CREATE TABLE anlan.version_log (
  version      bigint PRIMARY KEY,
  committed_at timestamptz NOT NULL,
  author       text NOT NULL,
  reason       text,
  login        text NOT NULL,
  txid         bigint NOT NULL
);
COMMENT ON TABLE anlan.version_log IS '数据版本日志：每个写事务一行';
COMMENT ON COLUMN anlan.version_log.version IS '数据版本';
COMMENT ON COLUMN anlan.version_log.committed_at IS '取得版本的时刻；计数器自此锁至提交，故次序与提交一致';
COMMENT ON COLUMN anlan.version_log.author IS '作者；程序未指明时为数据库登录名';
COMMENT ON COLUMN anlan.version_log.reason IS '原因';
COMMENT ON COLUMN anlan.version_log.login IS '数据库登录名';
COMMENT ON COLUMN anlan.version_log.txid IS '事务号';

CREATE TABLE anlan.delivery (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  layer        text NOT NULL,
  file_name    text NOT NULL,
  sha256       text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  crs          text,
  mode         text NOT NULL,
  accepted     bigint NOT NULL CHECK (accepted >= 0),
  rejected     bigint NOT NULL CHECK (rejected >= 0),
  source       text,
  licence      text,
  sigma_m      double precision CHECK (sigma_m >= 0),
  options      jsonb NOT NULL DEFAULT '{}',
  data_version bigint NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX delivery_layer ON anlan.delivery (layer, id);
COMMENT ON TABLE anlan.delivery IS '导入批次：一次导入一行，对应一个数据版本';
COMMENT ON COLUMN anlan.delivery.id IS '批次编号';
COMMENT ON COLUMN anlan.delivery.layer IS '图层';
COMMENT ON COLUMN anlan.delivery.file_name IS '文件名（不含路径）';
COMMENT ON COLUMN anlan.delivery.sha256 IS '文件的 SHA-256 摘要（十六进制）';
COMMENT ON COLUMN anlan.delivery.crs IS '原始坐标系';
COMMENT ON COLUMN anlan.delivery.mode IS '导入方式：strict 全有或全无，quarantine 问题行另存';
COMMENT ON COLUMN anlan.delivery.accepted IS '接收行数';
COMMENT ON COLUMN anlan.delivery.rejected IS '退回行数';
COMMENT ON COLUMN anlan.delivery.source IS '来源';
COMMENT ON COLUMN anlan.delivery.licence IS '许可';
COMMENT ON COLUMN anlan.delivery.sigma_m IS '位置中误差（米）';
COMMENT ON COLUMN anlan.delivery.options IS '导入时的其余选项';
COMMENT ON COLUMN anlan.delivery.data_version IS '该批次的数据版本';
COMMENT ON COLUMN anlan.delivery.created_at IS '导入时刻';

CREATE TABLE anlan.layer_table (
  layer       text PRIMARY KEY,
  fingerprint text NOT NULL,
  changed_at  timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE anlan.layer_table IS '各图层表依照哪一版目录文件建成';
COMMENT ON COLUMN anlan.layer_table.layer IS '图层';
COMMENT ON COLUMN anlan.layer_table.fingerprint IS '图层定义的摘要；与目录不同则需加宽';
COMMENT ON COLUMN anlan.layer_table.changed_at IS '最近一次建表或加宽的时刻';

COMMENT ON TABLE anlan.migration IS '固定表的迁移记录（Flyway）';
COMMENT ON COLUMN anlan.migration.installed_rank IS '次序';
COMMENT ON COLUMN anlan.migration.version IS '迁移版本';
COMMENT ON COLUMN anlan.migration.description IS '说明';
COMMENT ON COLUMN anlan.migration.type IS '类型';
COMMENT ON COLUMN anlan.migration.script IS '脚本';
COMMENT ON COLUMN anlan.migration.checksum IS '校验和';
COMMENT ON COLUMN anlan.migration.installed_by IS '执行者';
COMMENT ON COLUMN anlan.migration.installed_on IS '执行时刻';
COMMENT ON COLUMN anlan.migration.execution_time IS '耗时（毫秒）';
COMMENT ON COLUMN anlan.migration.success IS '是否成功';

-- What anyone who may read layers may also know.
CREATE VIEW anlan.versions AS
  SELECT version, committed_at, author, reason FROM anlan.version_log;
COMMENT ON VIEW anlan.versions IS '数据版本一览';
COMMENT ON COLUMN anlan.versions.version IS '数据版本';
COMMENT ON COLUMN anlan.versions.committed_at IS '时刻';
COMMENT ON COLUMN anlan.versions.author IS '作者';
COMMENT ON COLUMN anlan.versions.reason IS '原因';

CREATE VIEW anlan.current_version AS
  SELECT version FROM anlan.data_version;
COMMENT ON VIEW anlan.current_version IS '当前数据版本';
COMMENT ON COLUMN anlan.current_version.version IS '当前数据版本';

-- The version that this transaction has already, or null. It stands in a transaction-local setting
-- as 'txid:version': rolling back to a savepoint takes the setting back together with the counter,
-- and a setting left over from, or set by hand for, another transaction does not match. The log
-- is asked as well, so a number made up inside this transaction does not count either.
CREATE FUNCTION anlan.version_of_this_transaction() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  remembered text := current_setting('anlan.tx_version', true);
  this_txid bigint := pg_current_xact_id_if_assigned()::text::bigint;
BEGIN
  IF remembered IS NULL OR this_txid IS NULL
     OR split_part(remembered, ':', 1) <> this_txid::text THEN
    RETURN NULL;
  END IF;
  RETURN (SELECT l.version FROM anlan.version_log l
          WHERE l.version::text = split_part(remembered, ':', 2)
            AND l.version = (SELECT d.version FROM anlan.data_version d)
            AND l.txid = this_txid);
END $$;
COMMENT ON FUNCTION anlan.version_of_this_transaction() IS '本事务已取得的数据版本，未取则为空';

-- Takes the next version, once per transaction. The update locks the counter until the transaction
-- ends, so no later version can commit before this one, and a rollback leaves no gap.
CREATE FUNCTION anlan.tx_version() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  taken bigint := anlan.version_of_this_transaction();
BEGIN
  IF taken IS NOT NULL THEN
    RETURN taken;
  END IF;
  UPDATE anlan.data_version SET version = version + 1 RETURNING version INTO taken;
  INSERT INTO anlan.version_log (version, committed_at, author, reason, login, txid)
  VALUES (taken, clock_timestamp(),
          coalesce(nullif(current_setting('anlan.author', true), ''), session_user::text),
          nullif(current_setting('anlan.reason', true), ''),
          session_user, pg_current_xact_id()::text::bigint);
  PERFORM set_config('anlan.tx_version', pg_current_xact_id()::text || ':' || taken, true);
  PERFORM pg_notify('anlan_version', taken::text);
  RETURN taken;
END $$;
COMMENT ON FUNCTION anlan.tx_version() IS '取得本事务的数据版本；每个事务一次，与提交次序一致';
REVOKE ALL ON FUNCTION anlan.tx_version() FROM PUBLIC;
REVOKE ALL ON FUNCTION anlan.version_of_this_transaction() FROM PUBLIC;

-- Before a statement touches rows: queue at the counter first, so that two writers never hold a row
-- lock each while waiting for the counter. Takes no version yet: the statement may find no row.
CREATE FUNCTION anlan.queue_writer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM 1 FROM anlan.data_version FOR UPDATE;
  IF anlan.version_of_this_transaction() IS NULL THEN
    PERFORM set_config('anlan.tx_version', '', true);
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION anlan.queue_writer() IS '触发器：写语句先在版本计数器处排队';

-- Every written row carries the transaction's version, whatever the client supplied.
CREATE FUNCTION anlan.stamp_row() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
  remembered text := current_setting('anlan.tx_version', true);
BEGIN
  IF remembered = '' THEN
    NEW.data_version := anlan.tx_version();
  ELSE
    NEW.data_version := split_part(remembered, ':', 2)::bigint;
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION anlan.stamp_row() IS '触发器：写入行的数据版本';
