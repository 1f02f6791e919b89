-- Monthly counts of staff, for directorates without a personnel register.
CREATE TABLE staff_return (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staff_return_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  month DATE NOT NULL,
  head_count DOUBLE NOT NULL CHECK (head_count >= 0),
  full_time_count DOUBLE NULL CHECK (full_time_count >= 0),
  source VARCHAR(300) NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, staff_return_id),
  KEY latest (directorate_id, facility_id, cadre_id, month)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
