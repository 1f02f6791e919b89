-- The facilities as staffing knows them: a copy of the registry's facts, see place_table.h.
-- `area_ids` holds the ids of the facility's area and those above it, from the nearest to the top;
-- `area_id` is the first of them, `display_name_search` the name as lists are searched by it.
CREATE TABLE place (
  directorate_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  facility_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name_ar VARCHAR(200) NOT NULL,
  display_name_en VARCHAR(200) NOT NULL,
  display_name_fr VARCHAR(200) NOT NULL,
  display_name_search VARCHAR(640) NOT NULL,
  type VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  operational_status VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  area_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NULL,
  area_ids LONGTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL CHECK (JSON_VALID(area_ids)),
  district_id VARCHAR(63) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  catchment_population BIGINT NULL,
  beds BIGINT NULL,
  referral BOOLEAN NOT NULL,
  critical_service BOOLEAN NOT NULL,
  latitude DOUBLE NULL,
  longitude DOUBLE NULL,
  density_per_km2 DOUBLE NULL,
  referral_km DOUBLE NULL,
  density_rank DOUBLE NULL,
  remoteness_rank DOUBLE NULL,
  deleted BOOLEAN NOT NULL,
  PRIMARY KEY (directorate_id, facility_id),
  KEY district (directorate_id, district_id, type)
) DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
