-- What staffing knows of directorates and areas: a copy of the registry's facts, beside the
-- facilities in `place`. `sequence` is how far the registry's log of changes has been followed;
-- `country` its ISO 3166-1 code, by which papers are dated.
CREATE TABLE place_directorate (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name_ar VARCHAR(200) NOT NULL,
  display_name_en VARCHAR(200) NOT NULL,
  display_name_fr VARCHAR(200) NOT NULL,
  time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  country VARCHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  deleted BOOLEAN NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (directorate_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- `path` holds the ids from the top to the area itself, `/eg25/eg2504/`, so that the areas below one
-- are those whose path begins with its own; `depth` is 0 at the top. `population` is NULL also where
-- it is known in part only.
CREATE TABLE place_area (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  area_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  path VARCHAR(800) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  depth BIGINT NOT NULL,
  display_name_ar VARCHAR(200) NOT NULL,
  display_name_en VARCHAR(200) NOT NULL,
  display_name_fr VARCHAR(200) NOT NULL,
  population BIGINT NULL,
  PRIMARY KEY (directorate_id, area_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
