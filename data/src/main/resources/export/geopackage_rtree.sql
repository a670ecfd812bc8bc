-- The triggers of the extension "RTree Spatial Indexes" (OGC 12-128r17, annex F.3), for a table {t}
-- with the geometry {g} and the key {i}. One statement each, parted by an empty line.

CREATE TRIGGER "rtree_{t}_{g}_insert" AFTER INSERT ON "{t}"
  WHEN (new."{g}" NOT NULL AND NOT ST_IsEmpty(NEW."{g}"))
BEGIN
  INSERT OR REPLACE INTO "rtree_{t}_{g}" VALUES (NEW."{i}", ST_MinX(NEW."{g}"), ST_MaxX(NEW."{g}"), ST_MinY(NEW."{g}"), ST_MaxY(NEW."{g}"));
END

CREATE TRIGGER "rtree_{t}_{g}_update1" AFTER UPDATE OF "{g}" ON "{t}"
  WHEN OLD."{i}" = NEW."{i}" AND (NEW."{g}" NOTNULL AND NOT ST_IsEmpty(NEW."{g}"))
BEGIN
  INSERT OR REPLACE INTO "rtree_{t}_{g}" VALUES (NEW."{i}", ST_MinX(NEW."{g}"), ST_MaxX(NEW."{g}"), ST_MinY(NEW."{g}"), ST_MaxY(NEW."{g}"));
END

CREATE TRIGGER "rtree_{t}_{g}_update2" AFTER UPDATE OF "{g}" ON "{t}"
  WHEN OLD."{i}" = NEW."{i}" AND (NEW."{g}" IS NULL OR ST_IsEmpty(NEW."{g}"))
BEGIN
  DELETE FROM "rtree_{t}_{g}" WHERE id = OLD."{i}";
END

CREATE TRIGGER "rtree_{t}_{g}_update3" AFTER UPDATE ON "{t}"
  WHEN OLD."{i}" != NEW."{i}" AND (NEW."{g}" NOTNULL AND NOT ST_IsEmpty(NEW."{g}"))
BEGIN
  DELETE FROM "rtree_{t}_{g}" WHERE id = OLD."{i}";
  INSERT OR REPLACE INTO "rtree_{t}_{g}" VALUES (NEW."{i}", ST_MinX(NEW."{g}"), ST_MaxX(NEW."{g}"), ST_MinY(NEW."{g}"), ST_MaxY(NEW."{g}"));
END

CREATE TRIGGER "rtree_{t}_{g}_update4" AFTER UPDATE ON "{t}"
  WHEN OLD."{i}" != NEW."{i}" AND (NEW."{g}" IS NULL OR ST_IsEmpty(NEW."{g}"))
BEGIN
  DELETE FROM "rtree_{t}_{g}" WHERE id IN (OLD."{i}", NEW."{i}");
END

CREATE TRIGGER "rtree_{t}_{g}_delete" AFTER DELETE ON "{t}"
  WHEN old."{g}" NOT NULL
BEGIN
  DELETE FROM "rtree_{t}_{g}" WHERE id = OLD."{i}";
END
