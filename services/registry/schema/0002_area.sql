-- The tree of areas.
--
-- `path` holds the ids from the top down to the area itself, `/sy04/sy0401/sy040100/`: the subtree of
-- an area is what begins with its path. It and the derived population follow from other columns and
-- are kept in the transaction of the write that changes those (area_tree.cc, area_population.cc).
CREATE TABLE area (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  area_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code VARCHAR(40) NULL,
  display_name_ar VARCHAR(200) NULL,
  display_name_en VARCHAR(200) NULL,
  display_name_fr VARCHAR(200) NULL,
  display_name_search VARCHAR(640) NULL,
  level VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  parent_area_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NULL,
  population BIGINT NULL,
  population_year BIGINT NULL,
  population_source VARCHAR(300) NOT NULL,
  population_derived BIGINT NULL,
  population_incomplete BOOLEAN NOT NULL,
  area_km2 DOUBLE NULL,
  area_km2_source VARCHAR(300) NOT NULL,
  centroid_latitude DOUBLE NULL,
  centroid_longitude DOUBLE NULL,
  centroid_source VARCHAR(300) NOT NULL,
  synthetic BOOLEAN NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  delete_time DATETIME(6) NULL,
  row_version BIGINT NOT NULL,
  path VARCHAR(320) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  PRIMARY KEY (directorate_id, area_id),
  UNIQUE KEY code (directorate_id, code),
  KEY parent_area (directorate_id, parent_area_id),
  KEY path (directorate_id, path)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
