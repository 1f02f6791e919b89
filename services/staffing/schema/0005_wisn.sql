-- What WISN computes from: time, standards and allowances of a cadre, workloads of a facility.
CREATE TABLE working_time (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  working_time_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  days_per_week DOUBLE NOT NULL,
  hours_per_day DOUBLE NOT NULL,
  weeks_per_year DOUBLE NULL,
  annual_leave_days DOUBLE NOT NULL,
  public_holiday_days DOUBLE NULL,
  sick_leave_days DOUBLE NOT NULL,
  other_leave_days DOUBLE NOT NULL,
  available_days DOUBLE NOT NULL,
  available_hours DOUBLE NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, working_time_id),
  UNIQUE KEY cadre (directorate_id, cadre_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE activity_standard (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  activity_standard_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name_ar VARCHAR(200) NULL,
  display_name_en VARCHAR(200) NULL,
  display_name_fr VARCHAR(200) NULL,
  display_name_search VARCHAR(640) NULL,
  unit_time_minutes DOUBLE NULL,
  units_per_hour DOUBLE NULL,
  facility_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, activity_standard_id),
  KEY cadre (directorate_id, cadre_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE support_activity (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  support_activity_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name_ar VARCHAR(200) NULL,
  display_name_en VARCHAR(200) NULL,
  display_name_fr VARCHAR(200) NULL,
  display_name_search VARCHAR(640) NULL,
  amount DOUBLE NOT NULL,
  unit VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, support_activity_id),
  KEY cadre (directorate_id, cadre_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE additional_activity (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  additional_activity_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name_ar VARCHAR(200) NULL,
  display_name_en VARCHAR(200) NULL,
  display_name_fr VARCHAR(200) NULL,
  display_name_search VARCHAR(640) NULL,
  staff_count DOUBLE NOT NULL,
  hours_per_year DOUBLE NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, additional_activity_id),
  KEY facility (directorate_id, facility_id, cadre_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE workload (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  workload_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  activity_standard_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  year BIGINT NOT NULL,
  annual_volume DOUBLE NOT NULL CHECK (annual_volume >= 0),
  source VARCHAR(300) NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, workload_id),
  KEY facility (directorate_id, facility_id, year),
  KEY activity_standard (directorate_id, activity_standard_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
