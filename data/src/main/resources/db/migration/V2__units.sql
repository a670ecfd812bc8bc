-- Which unit of a level counts a code on a day: for analysts the same that the program's UnitTree
-- says. The layer's table is made after this migration; plpgsql looks it up when it is called.

-- The valid unit, of whatever level, that a code means on the day: its successor after its end,
-- what held it before its beginning.
CREATE FUNCTION anlan.unit_holder(code text, day date) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  unit record;
  next_code text := code;
BEGIN
  FOR step IN 1..16 LOOP
    SELECT u.code, u.valid_from, u.valid_to, u.successor_code, u.predecessor_code INTO unit
      FROM layer.reporting_unit u WHERE u.code = next_code;
    IF NOT FOUND THEN
      RETURN NULL;
    END IF;
    IF day < unit.valid_from THEN
      next_code := coalesce(unit.predecessor_code, (
        SELECT u.code FROM layer.reporting_unit u
        WHERE u.successor_code = unit.code
          AND (u.valid_to IS NULL OR day < u.valid_to OR day < u.valid_from)
        ORDER BY u.valid_to IS DISTINCT FROM unit.valid_from,
                 coalesce(day < u.valid_from, false), u.code COLLATE "C"
        LIMIT 1));
    ELSIF day >= unit.valid_to THEN
      next_code := unit.successor_code;
    ELSE
      RETURN unit.code;
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION anlan.unit_holder(text, date) IS '某编码在某日所指的填报单位（不论级别）';

CREATE FUNCTION anlan.unit_climb(code text, unit_level text, day date) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  unit record;
  next_code text := code;
  levels constant text[] := ARRAY['province', 'city', 'county'];
  wanted constant int := array_position(levels, unit_level);
  has int;
BEGIN
  IF wanted IS NULL THEN
    RAISE EXCEPTION '级别应为 (the level must be) province, city, county: %', unit_level
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  FOR step IN 1..16 LOOP
    SELECT u.code, u.unit_level, u.parent_code, u.is_functional_zone INTO unit
      FROM layer.reporting_unit u WHERE u.code = next_code;
    IF NOT FOUND THEN
      RETURN NULL;
    END IF;
    has := array_position(levels, unit.unit_level);
    IF has = wanted OR unit.is_functional_zone AND has < wanted THEN
      RETURN unit.code;
    END IF;
    IF has < wanted THEN
      RETURN NULL;
    END IF;
    next_code := anlan.unit_holder(unit.parent_code, day);
  END LOOP;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION anlan.unit_climb(text, text, date) IS '某有效填报单位在某日计入的某级单位';

CREATE FUNCTION anlan.unit_at(code text, unit_level text, day date) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT anlan.unit_climb(anlan.unit_holder(code, day), unit_level, day)
$$;
COMMENT ON FUNCTION anlan.unit_at(text, text, date) IS
  '县（市、区）或填报单位编码在某日计入的填报单位；unit_level 取 province、city、county';

CREATE FUNCTION anlan.unit_at(unit_code text, county_code text, unit_level text, day date)
RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT anlan.unit_climb(
    coalesce(anlan.unit_holder(unit_code, day), anlan.unit_holder(county_code, day)),
    unit_level, day)
$$;
COMMENT ON FUNCTION anlan.unit_at(text, text, text, date) IS
  '一条记录在某日计入的填报单位：有填报单位的计入填报单位，该日尚无此单位的计入所在县';

-- For whole tables: one look-up for each code, not for each row.
CREATE FUNCTION anlan.units_at(unit_level text, day date)
RETURNS TABLE (code text, unit_code text)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT u.code, anlan.unit_at(u.code, units_at.unit_level, units_at.day)
    FROM layer.reporting_unit u;
END $$;
COMMENT ON FUNCTION anlan.units_at(text, date) IS
  '全部编码在某日各计入的填报单位；汇总大表时与之连接，快于逐行调用 unit_at';
