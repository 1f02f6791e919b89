-- Facilities, what became of them, and their departments.

CREATE TABLE facility (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code VARCHAR(40) NULL,
  display_name_ar VARCHAR(200) NULL,
  display_name_en VARCHAR(200) NULL,
  display_name_fr VARCHAR(200) NULL,
  display_name_search VARCHAR(640) NULL,
  type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  level VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  area_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  location_latitude DOUBLE NULL,
  location_longitude DOUBLE NULL,
  catchment_population BIGINT NULL,
  beds BIGINT NULL,
  services_offered LONGTEXT NULL CHECK (JSON_VALID(services_offered)),
  referral BOOLEAN NOT NULL,
  critical_service BOOLEAN NOT NULL,
  operational_status VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  parent_facility_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NULL,
  programmes LONGTEXT NULL CHECK (JSON_VALID(programmes)),
  synthetic BOOLEAN NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  delete_time DATETIME(6) NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, facility_id),
  UNIQUE KEY code (directorate_id, code),
  KEY area (directorate_id, area_id),
  KEY parent_facility (directorate_id, parent_facility_id),
  KEY location (directorate_id, location_latitude, location_longitude)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- One row for each change of operational status: who, when, why.
CREATE TABLE facility_status_change (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status_change_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  previous_status VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  status VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  change_reason TEXT NOT NULL,
  caller VARCHAR(255) COLLATE utf8mb4_bin NOT NULL,
  create_time DATETIME(6) NOT NULL,
  PRIMARY KEY (directorate_id, facility_id, status_change_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

-- One row for each place at which a mobile clinic has stood.
CREATE TABLE facility_location (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  location_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  place_latitude DOUBLE NULL,
  place_longitude DOUBLE NULL,
  area_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NULL,
  note TEXT NOT NULL,
  caller VARCHAR(255) COLLATE utf8mb4_bin NOT NULL,
  create_time DATETIME(6) NOT NULL,
  PRIMARY KEY (directorate_id, facility_id, location_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE department (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  department_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name_ar VARCHAR(200) NULL,
  display_name_en VARCHAR(200) NULL,
  display_name_fr VARCHAR(200) NULL,
  display_name_search VARCHAR(640) NULL,
  kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  beds BIGINT NULL,
  programmes LONGTEXT NULL CHECK (JSON_VALID(programmes)),
  synthetic BOOLEAN NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  delete_time DATETIME(6) NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, facility_id, department_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
