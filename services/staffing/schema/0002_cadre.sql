-- Kinds of health worker.
CREATE TABLE cadre (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name_ar VARCHAR(200) NULL,
  display_name_en VARCHAR(200) NULL,
  display_name_fr VARCHAR(200) NULL,
  display_name_search VARCHAR(640) NULL,
  isco_code VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  category VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  counts_as_skilled BOOLEAN NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  delete_time DATETIME(6) NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, cadre_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
