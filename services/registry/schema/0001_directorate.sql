-- Directorates (the tenants) and their public holidays. Every table of the registry leads its
-- primary key with directorate_id, so that the schema may be sharded by directorate.

CREATE TABLE directorate (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name_ar VARCHAR(200) NULL,
  display_name_en VARCHAR(200) NULL,
  display_name_fr VARCHAR(200) NULL,
  display_name_search VARCHAR(640) NULL,
  country CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time_zone VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  languages LONGTEXT NULL CHECK (JSON_VALID(languages)),
  weekend_days LONGTEXT NULL CHECK (JSON_VALID(weekend_days)),
  synthetic BOOLEAN NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  delete_time DATETIME(6) NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE holiday (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  holiday_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name_ar VARCHAR(200) NULL,
  display_name_en VARCHAR(200) NULL,
  display_name_fr VARCHAR(200) NULL,
  display_name_search VARCHAR(640) NULL,
  date DATE NOT NULL,
  source VARCHAR(300) NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, holiday_id),
  KEY date (directorate_id, date)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
