-- Programmes of a ministry's roadmap. Facilities and departments name them in a JSON list.

CREATE TABLE programme (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  programme_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name_ar VARCHAR(200) NULL,
  display_name_en VARCHAR(200) NULL,
  display_name_fr VARCHAR(200) NULL,
  display_name_search VARCHAR(640) NULL,
  description TEXT NOT NULL,
  legal_basis VARCHAR(300) NOT NULL,
  start_date DATE NULL,
  end_date DATE NULL,
  target_facilities BIGINT NULL,
  target_departments BIGINT NULL,
  synthetic BOOLEAN NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  delete_time DATETIME(6) NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, programme_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
