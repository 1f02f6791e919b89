-- Other sources of requirements, and which cadre may stand in for which.
CREATE TABLE staffing_norm (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staffing_norm_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  basis VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  staff DOUBLE NOT NULL CHECK (staff >= 0),
  minimum_staff DOUBLE NULL CHECK (minimum_staff >= 0),
  source VARCHAR(300) NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, staffing_norm_id),
  KEY cadre (directorate_id, cadre_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE establishment (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  establishment_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  posts DOUBLE NOT NULL CHECK (posts >= 0),
  source VARCHAR(300) NOT NULL,
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, establishment_id),
  KEY facility (directorate_id, facility_id, cadre_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE substitution_rule (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  substitution_rule_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  needed_cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  substitute_cadre_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  penalty DOUBLE NOT NULL CHECK (penalty >= 0),
  create_time DATETIME(6) NOT NULL,
  update_time DATETIME(6) NOT NULL,
  row_version BIGINT NOT NULL,
  PRIMARY KEY (directorate_id, substitution_rule_id),
  KEY needed_cadre (directorate_id, needed_cadre_id)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
