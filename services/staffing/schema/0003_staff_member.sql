-- The people. `national_id_sealed` is the national id, encrypted and in base64 (identity_cipher.h);
-- `national_id_digest` is a keyed hash of it, by which the same number is recognised.
CREATE TABLE staff_member (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staff_member_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name_ar VARCHAR(200) NULL,
  display_name_en VARCHAR(200) NULL,
  display_name_fr VARCHAR(200) NULL,
  display_name_search VARCHAR(640) NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  specialty VARCHAR(100) NOT NULL,
  grade VARCHAR(100) NOT NULL,
  home_area_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NULL,
  preferred_facilities LONGTEXT NULL CHECK (JSON_VALID(preferred_facilities)),
  restricted_facilities LONGTEXT NULL CHECK (JSON_VALID(restricted_facilities)),
  national_id_masked VARCHAR(40) NOT NULL DEFAULT '',
  national_id_sealed VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  national_id_digest CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  delete_time DATETIME(6) NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, staff_member_id),
  UNIQUE KEY national_id (directorate_id, national_id_digest),
  KEY cadre (directorate_id, cadre_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- Where people work. `cadre_id` is the person's cadre when the assignment was made.
CREATE TABLE assignment (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staff_member_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  assignment_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  department_id VARCHAR(127) CHARACTER SET ascii COLLATE ascii_bin NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fte DOUBLE NOT NULL CHECK (fte > 0 AND fte <= 1),
  start_date DATE NOT NULL,
  end_date DATE NULL,
  kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, staff_member_id, assignment_id),
  KEY facility (directorate_id, facility_id, cadre_id, start_date),
  KEY cadre (directorate_id, cadre_id),
  CHECK (end_date IS NULL OR end_date >= start_date)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- When people are away. LEAVE is a word of SQL, hence the longer name.
CREATE TABLE staff_leave (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staff_member_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  leave_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  start_date DATE NOT NULL,
  end_date DATE NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, staff_member_id, leave_id),
  KEY end_date (directorate_id, end_date),
  CHECK (end_date >= start_date)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
